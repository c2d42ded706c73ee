// Writes dist/, which is what npm publishes: the wasm cores, the JavaScript around them, the types, the site.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundles } from './build/bundles.mjs';
import { CORES, core } from './build/core.mjs';
import { site } from './build/site.mjs';
import { types } from './build/types.mjs';
import { fingerprint } from './fingerprint.mjs';
import { setup } from './setup.mjs';
import { root, runAsScript, step } from './steps.mjs';

const DIST = join(root, 'dist');

/** Lies beside dist/, not in it: dist/ holds nothing that is not published. */
const STAMP = join(root, '.cache', 'dist-built-from');

/** All that dist/ is made from. */
const INPUTS = [
  'www',
  'src/web',
  '.cache/core',
  '.cache/html',
  'scripts/build',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/**
 * Builds what has changed.
 * @param {import('./setup/wasm-target.mjs').WasmTarget} target
 */
export async function build(target) {
  for (const one of CORES) await step(`Core for ${one.use}`, () => core(target, one));
  const wanted = await fingerprint(INPUTS.map((path) => join(root, path)));
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted) return;
  await rm(STAMP, { force: true });
  await rm(DIST, { recursive: true, force: true });
  await step('Modules', () => bundles(DIST));
  await step('Types', () => types());
  await step('Site', () => site(DIST));
  await writeFile(STAMP, wanted);
}

await runAsScript(import.meta, async () => build(await setup()));
