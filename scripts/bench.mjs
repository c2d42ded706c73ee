// npm run bench [-- FOLDER [COUNT] [--stages]]: Limpid beside its peers on live pages in one Chromium, measured side by side;
// with --stages the phases of a reading.
//
// Each page is loaded without its scripts, so that every tool meets the same document; runs are interleaved and the best of
// each tool counts. Quote the ratios: the milliseconds depend on the machine.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openByPuppeteer } from '../tests/browser/engines/puppeteer.mjs';
import { measurePage } from './bench/measure.mjs';
import { peers } from './bench/peers.mjs';
import { report } from './bench/report.mjs';
import { measureStages, parts, stagesReport } from './bench/stages.mjs';
import { build } from './build.mjs';
import { filesIn, spread, withoutScripts } from './corpus.mjs';
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
 * @param {boolean} byStage
 */
async function bench(folder, count, byStage) {
  await build(await setup({ browsers: true }));
  const files = spread(await filesIn(folder, '.html'), count);
  /** @type {Map<string, string>} */
  const pages = new Map();
  for (const [at, file] of files.entries()) pages.set(`/bench/${at}`, withoutScripts(await readFile(file, 'utf8')));
  const { origin, close } = await serve(
    { '/dist/': join(root, 'dist') },
    { answer: (path) => (pages.has(path) ? { body: pages.get(path) ?? '', headers: ISOLATED } : undefined) },
  );
  const page = await openByPuppeteer('chromium');
  const code = byStage ? await parts() : await peers();
  const rows = [];
  const stages = [];
  for (const [at, file] of files.entries()) {
    await page.goto(`${origin}/bench/${at}`);
    if (byStage) stages.push(await page.evaluate(measureStages, code, `${origin}/dist/limpid_bg.wasm`));
    else rows.push({ file, ...(await page.evaluate(measurePage, code, `${origin}/dist/limpid.js`)) });
  }
  console.log(byStage ? stagesReport(stages) : report(rows));
  await page.close();
  await close();
}

const [folder = join(root, 'tests', 'pages'), count = PAGES] = process.argv.slice(2).filter((given) => given !== '--stages');
const byStage = process.argv.includes('--stages');

await runAsScript(import.meta, () => bench(resolve(folder), Number(count), byStage));
