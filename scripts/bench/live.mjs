// The measurements that are made in a browser: one Chromium, one page at a time, each without its scripts, so that every tool meets
// the same document.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openByPuppeteer } from '../../tests/browser/engines/puppeteer.mjs';
import { withoutScripts } from '../corpus.mjs';
import { serve } from '../serve.mjs';
import { root } from '../steps.mjs';
import { chart } from './chart.mjs';
import { grownPage, growth, growthReport } from './growth.mjs';
import { measurePage } from './measure.mjs';
import { peers } from './peers.mjs';
import { report } from './report.mjs';
import { measureStages, parts, stagesReport } from './stages.mjs';
import { startOf, startReport } from './start.mjs';

/** Full-resolution timers need an isolated page. */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** Where the growth curves are drawn. */
const CHART = join(root, 'docs', 'growth.svg');

/** Where made pages are served, by the nodes that they have. */
const GROWN = '/grown/';

/** @typedef {import('../../tests/browser/browser.mjs').Page} Page */

/**
 * An open browser and what it is shown.
 * @typedef {object} Stand
 * @property {Page} page
 * @property {string} origin
 * @property {string[]} addresses of the pages to measure
 * @property {string[]} files where they come from
 */

/**
 * Serves pages and the library, opens a browser, and closes all again.
 * @param {string[]} files
 * @param {(stand: Stand) => Promise<void>} work
 */
export async function withBrowser(files, work) {
  /** @type {Map<string, string>} */
  const pages = new Map();
  for (const [at, file] of files.entries()) pages.set(`/bench/${at}`, withoutScripts(await readFile(file, 'utf8')));
  const bodyAt = (/** @type {string} */ path) =>
    path.startsWith(GROWN) ? grownPage(Number(path.slice(GROWN.length))) : pages.get(path);
  /** @param {string} path */
  const answer = (path) => {
    const body = bodyAt(path);
    return body === undefined ? undefined : { body, headers: ISOLATED };
  };
  // As a site would serve the library, so that the browser's cache may keep it.
  const { origin, close } = await serve({ '/dist/': join(root, 'dist') }, { answer, caching: 'max-age=3600' });
  const page = await openByPuppeteer('chromium');
  const addresses = [...pages.keys()].map((path) => origin + path);
  try {
    await work({ page, origin, addresses, files });
  } finally {
    await page.close();
    await close();
  }
}

/** All tools on each page. @param {Stand} stand */
export async function comparePages({ page, origin, addresses, files }) {
  const code = await peers();
  const measured = await each(page, addresses, () => page.evaluate(measurePage, code, `${origin}/dist/limpid.js`));
  return report(measured.map((times, at) => ({ file: files[at], ...times })));
}

/** The phases of a reading. @param {Stand} stand */
export async function compareStages({ page, origin, addresses }) {
  const code = await parts();
  return stagesReport(await each(page, addresses, () => page.evaluate(measureStages, code, `${origin}/dist/limpid_bg.wasm`)));
}

/** From cold to the first reading. @param {Stand} stand */
export async function compareStart({ page, origin, addresses }) {
  return startReport(await each(page, addresses, (address) => startOf(page, address, `${origin}/dist/limpid.js`)));
}

/** All tools on longer and longer pages. @param {Stand} stand */
export async function compareGrowth({ page, origin }) {
  const rows = await growth(page, (nodes) => `${origin}${GROWN}${nodes}`, await peers(), `${origin}/dist/limpid.js`);
  await mkdir(dirname(CHART), { recursive: true });
  await writeFile(CHART, chart(rows));
  return growthReport(rows);
}

/**
 * @template T
 * @param {Page} page
 * @param {string[]} addresses
 * @param {(address: string) => Promise<T>} measure
 */
async function each(page, addresses, measure) {
  /** @type {T[]} */
  const all = [];
  for (const address of addresses) {
    await page.goto(address);
    all.push(await measure(address));
  }
  return all;
}
