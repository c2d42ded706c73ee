// npm run measure:declutter -- CORPUS [COUNT] [--list]: what declutter() keeps and drops on real pages, in Chromium with layout.
//
// CORPUS is a folder of NAME.html and NAME.json with segments `with`, which belong to the article, and `without`, which do not.
// Of those to be seen before, the share that is kept and the share that is gone afterwards count. Each page is loaded without
// its scripts and may load nothing. --list names each segment that was lost or left, and the rule that took it.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openByPuppeteer } from '../tests/browser/engines/puppeteer.mjs';
import { build } from './build.mjs';
import { filesIn, spread, withoutScripts } from './corpus.mjs';
import { declutterPage } from './declutter/in-page.mjs';
import { judge } from './declutter/judge.mjs';
import { report } from './declutter/report.mjs';
import { serve } from './serve.mjs';
import { setup } from './setup.mjs';
import { root, runAsScript, Trouble } from './steps.mjs';

/** Pages measured unless the caller says otherwise. */
const PAGES = 250;

/** A page's pictures and fonts are not asked for: where they come from answers differently every day. */
const SHUT_OFF = { 'Content-Security-Policy': "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' data:" };

/**
 * @typedef {object} Truth
 * @property {string} file the page's HTML
 * @property {string} [charset]
 * @property {string} [text] the whole article, where it is known
 * @property {string[]} [with]
 * @property {string[]} [without]
 */

/**
 * @param {string} folder
 * @param {number} count
 * @param {boolean} isListing
 */
async function measure(folder, count, isListing) {
  await build(await setup({ browsers: true }));
  const truths = spread(await truthsIn(folder), count);
  /** @type {Map<string, string>} */
  const pages = new Map();
  const { origin, close } = await serve(
    { '/dist/': join(root, 'dist') },
    { answer: (path) => (pages.has(path) ? { body: pages.get(path) ?? '', headers: SHUT_OFF } : undefined) },
  );
  const page = await openByPuppeteer('chromium');
  const rows = [];
  for (const [at, truth] of truths.entries()) {
    const address = `/measured/${at}`;
    pages.set(address, withoutScripts(decode(await readFile(truth.file), truth.charset)));
    await page.goto(origin + address);
    rows.push(judge(truth, await page.evaluate(declutterPage, `${origin}/dist/limpid.js`)));
    pages.delete(address);
  }
  console.log(report(rows, isListing));
  await page.close();
  await close();
}

/** @param {Uint8Array} bytes @param {string} [charset] as the corpus calls it */
function decode(bytes, charset) {
  try {
    return new TextDecoder(charset?.replace('cp', 'windows-')).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The pages of a corpus that have both kinds of segments. @param {string} folder @returns {Promise<Truth[]>} */
async function truthsIn(folder) {
  const files = await filesIn(folder, '.json');
  const read = async (/** @type {string} */ file) => ({
    // Python writes NaN for a number that is missing, which is no JSON.
    ...JSON.parse((await readFile(file, 'utf8')).replace(/(?<=": )NaN(?=,?$)/gm, 'null')),
    file: file.replace(/json$/, 'html'),
  });
  const truths = (await Promise.all(files.map(read))).filter((truth) => truth.with?.length && truth.without?.length);
  if (truths.length === 0) throw new Trouble(`no page of ${folder} has segments`, 'Name a folder of NAME.html and NAME.json.');
  return truths;
}

await runAsScript(import.meta, () => {
  const words = process.argv.slice(2).filter((word) => word !== '--list');
  if (!words[0]) throw new Trouble('no corpus given', 'npm run measure:declutter -- CORPUS [COUNT] [--list]');
  return measure(resolve(words[0]), Number(words[1] ?? PAGES), process.argv.includes('--list'));
});
