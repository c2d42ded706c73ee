// npm run bench [-- FOLDER [COUNT]]: Limpid beside its peers on live pages in one Chromium, measured side by side.
//
// Each page is loaded without its scripts, so that every tool meets the same document; runs are interleaved and the best of
// each tool counts. Quote the ratios: the milliseconds depend on the machine.
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openByPuppeteer } from '../tests/browser/engines/puppeteer.mjs';
import { measurePage } from './bench/measure.mjs';
import { peers } from './bench/peers.mjs';
import { report } from './bench/report.mjs';
import { build } from './build.mjs';
import { serve } from './serve.mjs';
import { setup } from './setup.mjs';
import { root, runAsScript } from './steps.mjs';

/** Pages measured unless the caller says otherwise. */
const PAGES = 40;

/** Full-resolution timers need an isolated page. */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/**
 * @param {string} folder
 * @param {number} count
 */
async function bench(folder, count) {
  await build(await setup({ browsers: true }));
  const files = await pick(folder, count);
  /** @type {Map<string, string>} */
  const pages = new Map();
  for (const [at, file] of files.entries()) pages.set(`/bench/${at}`, withoutScripts(await readFile(file, 'utf8')));
  const { origin, close } = await serve(
    { '/dist/': join(root, 'dist') },
    { answer: (path) => (pages.has(path) ? { body: pages.get(path) ?? '', headers: ISOLATED } : undefined) },
  );
  const page = await openByPuppeteer('chromium');
  const code = await peers();
  const rows = [];
  for (const [at, file] of files.entries()) {
    await page.goto(`${origin}/bench/${at}`);
    const row = await page.evaluate(measurePage, code, `${origin}/dist/limpid.js`);
    rows.push({ file, ...row });
  }
  console.log(report(rows));
  await page.close();
  await close();
}

/**
 * Evenly spread over the folder and its subfolders, so that a corpus of sets is sampled fairly.
 * @param {string} folder
 * @param {number} count
 */
async function pick(folder, count) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
  const step = Math.max(1, names.length / count);
  const picked = Array.from({ length: Math.min(count, names.length) }, (_, at) => names[Math.floor(at * step)]);
  return picked.map((name) => join(folder, name));
}

/**
 * The page without what would run or load; structured data stays.
 * @param {string} html
 */
function withoutScripts(html) {
  return html
    .replace(/<script\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script\s*>/gi, '')
    .replace(/<(iframe|object|embed|link)\b[^>]*>/gi, '')
    .replace(/<meta\b[^>]*http-equiv[^>]*>/gi, '');
}

await runAsScript(import.meta, () =>
  bench(resolve(process.argv[2] ?? join(root, 'tests', 'pages')), Number(process.argv[3] ?? PAGES)),
);
