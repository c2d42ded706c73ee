// npm run bench:node [-- FOLDER [COUNT]]: from the string of a page to its article in one Node process: Limpid beside linkedom
// and jsdom with Readability.js, each parsing anew. Then the growth from 1,000 to 10^6 nodes, in time and in memory.
//
// Runs are interleaved and the best of each tool counts. jsdom is no dependency of ours, not even for development: it brings 39
// packages for this one table. It is installed beside the build when this is run.
import { access, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { build } from '../build.mjs';
import { filesIn, spread } from '../corpus.mjs';
import { setup } from '../setup.mjs';
import { root, run, runAsScript } from '../steps.mjs';
import { growthReport, measureGrowth } from './node-growth.mjs';
import { median } from './report.mjs';

/** Pages measured unless the caller says otherwise. */
const PAGES = 60;
const RUNS = 5;
/** Slow tools that took this long on a page in all get no more runs on it: what they have shown is enough for a ratio. */
const PATIENCE_MS = 1500;
/** The last that runs on Node 20. */
const JSDOM = 'jsdom@26.1.0';
const URL = 'https://example.org/';

/** @typedef {Record<string, number>} Row milliseconds by tool */

/** Loads jsdom from where it is kept, and brings it there the first time. */
async function jsdom() {
  const folder = join(root, '.cache', 'bench-node');
  const installed = join(folder, 'node_modules', 'jsdom', 'package.json');
  if (
    !(await access(installed).then(
      () => true,
      () => false,
    ))
  ) {
    await run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', JSDOM], {
      advice: 'The benchmark in Node needs the registry of npm once.',
    });
  }
  const { JSDOM: Dom, VirtualConsole } = createRequire(installed)('jsdom');
  // Without one it complains about style sheets on the console.
  return (/** @type {string} */ html) => new Dom(html, { url: URL, virtualConsole: new VirtualConsole() }).window;
}

async function tools() {
  const { readHtml } = await import(pathToFileURL(join(root, 'dist', 'html.js')).href);
  const open = await jsdom();
  return {
    limpid: (/** @type {string} */ html) => readHtml(html, { url: URL }),
    linkedom: (/** @type {string} */ html) => new Readability(/** @type {any} */ (parseHTML(html).document)).parse(),
    jsdom: (/** @type {string} */ html) => {
      const window = open(html);
      new Readability(window.document).parse();
      window.close();
    },
  };
}

/**
 * @param {string} html
 * @param {Record<string, (html: string) => unknown>} all
 * @returns {Promise<Row>}
 */
async function measure(html, all) {
  /** @type {Row} */
  const best = {};
  /** @type {Row} */
  const spent = {};
  for (let turn = 0; turn < RUNS; turn += 1) {
    for (const [name, tool] of Object.entries(all)) {
      if (turn >= 2 && spent[name] > PATIENCE_MS) continue;
      const begun = performance.now();
      let ms = Number.NaN;
      try {
        await tool(html);
        ms = performance.now() - begun;
      } catch {
        // A peer that throws on a page has no time there.
      }
      spent[name] = (spent[name] ?? 0) + (ms || 0);
      best[name] = Math.min(best[name] ?? ms, ms);
    }
  }
  return best;
}

/** @param {Row[]} rows */
function report(rows) {
  const seconds = rows.reduce((sum, row) => sum + row.limpid, 0) / 1000;
  const line = (/** @type {string} */ name, /** @type {string} */ shown) =>
    `| ${shown} | ${median(rows.map((row) => row[name]).filter(Number.isFinite)).toFixed(2)} |`;
  return [
    `${rows.length} pages in one Node ${process.versions.node}, from a string; best of interleaved runs, one core`,
    '',
    '| | median ms |',
    '|---|---|',
    line('limpid', 'Limpid'),
    line('linkedom', 'Readability.js on linkedom'),
    line('jsdom', 'Readability.js on jsdom'),
    '',
    `Limpid against linkedom: ${ratios(rows, 'linkedom')}`,
    `Limpid against jsdom: ${ratios(rows, 'jsdom')}`,
    `Limpid: ${(rows.length / seconds).toFixed(0)} pages a second and core`,
  ].join('\n');
}

/**
 * @param {Row[]} rows
 * @param {string} slow
 */
function ratios(rows, slow) {
  const all = rows.map((row) => row[slow] / row.limpid).filter(Number.isFinite);
  all.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => (all[Math.floor(all.length * share)] ?? Number.NaN).toFixed(1);
  return `${at(0.5)} times as fast (median per page; ${at(0.1)} to ${at(0.9)} in the middle 80 %; worst ${at(0)})`;
}

/**
 * All tools of Node on each page.
 * @param {string[]} files
 */
export async function compareNode(files) {
  const all = await tools();
  const rows = [];
  for (const file of files) rows.push(await measure(await readFile(file, 'utf8'), all));
  return report(rows);
}

await runAsScript(import.meta, async () => {
  const [folder = join(root, 'tests', 'pages'), count = PAGES] = process.argv.slice(2);
  await build(await setup());
  console.log(`${await compareNode(spread(await filesIn(resolve(folder), '.html'), Number(count)))}\n`);
  console.log(growthReport(await measureGrowth()));
});
