// Runs all specs of this folder in one process, so that one browser serves them all: LIMPID_ENGINE=webkit node tests/browser/run.mjs
import { readdir } from 'node:fs/promises';

const folder = new URL('.', import.meta.url);
const specs = (await readdir(folder)).filter((file) => file.endsWith('.spec.mjs')).sort();
for (const spec of specs) await import(new URL(spec, folder).href);
