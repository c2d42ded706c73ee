// npm run bench [-- FOLDER [COUNT] [--stages | --start | --growth]]: Limpid beside its peers on live pages in one Chromium, measured
// side by side; with --stages the phases of a reading, with --start the way from cold to the first reading, with --growth how all
// tools do on longer and longer pages, drawn in docs/growth.svg.
//
// Each page is loaded without its scripts, so that every tool meets the same document; runs are interleaved and the best of
// each tool counts. Quote the ratios: the milliseconds depend on the machine.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openByPuppeteer } from '../tests/browser/engines/puppeteer.mjs';
import { chart } from './bench/chart.mjs';
import { grownPage, growth, growthReport } from './bench/growth.mjs';
import { measurePage } from './bench/measure.mjs';
import { peers } from './bench/peers.mjs';
import { report } from './bench/report.mjs';
import { measureStages, parts, stagesReport } from './bench/stages.mjs';
import { startOf, startReport } from './bench/start.mjs';
import { build } from './build.mjs';
import { filesIn, spread, withoutScripts } from './corpus.mjs';
import { serve } from './serve.mjs';
import { setup } from './setup.mjs';
import { root, runAsScript, Trouble } from './steps.mjs';

/** Pages measured unless the caller says otherwise. */
const PAGES = 40;

/** Full-resolution timers need an isolated page. */
const ISOLATED = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

/** Where the growth curves are drawn. */
const CHART = join(root, 'docs', 'growth.svg');

/** What is measured of the open page. @typedef {(address: string) => Promise<any>} Measure */

/**
 * The ways to measure, by the flag that asks for one, each with its report.
 * @param {import('../tests/browser/browser.mjs').Page} page
 * @param {string} dist Where the library is served.
 * @returns {Promise<Record<string, { measure: Measure, report: (rows: any[]) => string }>>}
 */
async function waysOf(page, dist) {
  const [peerCode, partCode] = await Promise.all([peers(), parts()]);
  return {
    '': { measure: () => page.evaluate(measurePage, peerCode, `${dist}limpid.js`), report },
    '--stages': { measure: () => page.evaluate(measureStages, partCode, `${dist}limpid_bg.wasm`), report: stagesReport },
    '--start': { measure: (address) => startOf(page, address, `${dist}limpid.js`), report: startReport },
  };
}

/**
 * Builds, serves pages and the library, opens a browser, and closes all again.
 * @param {(path: string) => string | undefined} pageAt
 * @param {(page: import('../tests/browser/browser.mjs').Page, origin: string) => Promise<void>} work
 */
async function inBrowser(pageAt, work) {
  await build(await setup({ browsers: true }));
  const { origin, close } = await serve(
    { '/dist/': join(root, 'dist') },
    {
      answer(path) {
        const body = pageAt(path);
        return body === undefined ? undefined : { body, headers: ISOLATED };
      },
      // As a site would serve it, so that the browser's cache may keep it.
      caching: 'max-age=3600',
    },
  );
  const page = await openByPuppeteer('chromium');
  await work(page, origin);
  await page.close();
  await close();
}

/**
 * @param {string} folder
 * @param {number} count
 * @param {string} flag
 */
async function bench(folder, count, flag) {
  const files = spread(await filesIn(folder, '.html'), count);
  /** @type {Map<string, string>} */
  const pages = new Map();
  for (const [at, file] of files.entries()) pages.set(`/bench/${at}`, withoutScripts(await readFile(file, 'utf8')));
  await inBrowser(
    (path) => pages.get(path),
    async (page, origin) => {
      const ways = await waysOf(page, `${origin}/dist/`);
      if (!Object.hasOwn(ways, flag))
        throw new Trouble(`bench knows no ${flag}`, `It knows ${Object.keys(ways).join(' ')} --growth.`);
      const { measure, report } = ways[flag];
      const rows = [];
      for (const address of [...pages.keys()].map((path) => origin + path)) {
        await page.goto(address);
        rows.push(await measure(address));
      }
      console.log(report(rows));
    },
  );
}

async function benchGrowth() {
  const prefix = '/grown/';
  const pageAt = (/** @type {string} */ path) =>
    path.startsWith(prefix) ? grownPage(Number(path.slice(prefix.length))) : undefined;
  await inBrowser(pageAt, async (page, origin) => {
    const rows = await growth(page, (nodes) => `${origin}${prefix}${nodes}`, await peers(), `${origin}/dist/limpid.js`);
    console.log(growthReport(rows));
    await mkdir(dirname(CHART), { recursive: true });
    await writeFile(CHART, chart(rows));
  });
}

const given = process.argv.slice(2);
const [folder = join(root, 'tests', 'pages'), count = PAGES] = given.filter((word) => !word.startsWith('--'));
const flag = given.find((word) => word.startsWith('--')) ?? '';

await runAsScript(import.meta, () => (flag === '--growth' ? benchGrowth() : bench(resolve(folder), Number(count), flag)));
