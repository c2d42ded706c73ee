// npm run agreement -- SCORER [PAGES]: whether the live page in Chromium and its HTML as a string give the same text.
//
// SCORER is a folder with batch.py (see score.mjs); PAGES of its pages are read, 500 by default, spread over all sets. No page's
// script runs and nothing is fetched from outside. A page that differs is read again without its style sheets: where that
// settles it, the string's reader has read them in another way than the browser. Where the string has text that waits for
// scripts (`<noscript>`, templates), the live page has it once its own scripts ran.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openByPuppeteer } from '../tests/browser/engines/puppeteer.mjs';
import { build } from './build.mjs';
import { serve } from './serve.mjs';
import { setup } from './setup.mjs';
import { root, run, runAsScript, Trouble } from './steps.mjs';

const PAGES = 500;
/** The share of the pages that must agree. */
const AGREE_MIN = 0.98;
/** A page that takes longer is given up, in milliseconds. */
const PAGE_MS = 20_000;

/** @typedef {{ id: string, path: string, url?: string }} Input */

/**
 * @param {string | undefined} scorer
 * @param {string} [count]
 */
async function agreement(scorer, count = String(PAGES)) {
  if (!scorer) throw new Trouble('no scorer given', 'npm run agreement -- FOLDER, where FOLDER holds batch.py.');
  await build(await setup());
  const lines = (await run('python3', [join(scorer, 'batch.py')])).trim().split('\n');
  /** @type {Input[]} */
  const all = lines.map((line) => JSON.parse(line));
  const pages = all.filter(
    (_, at) => Math.floor((at * Number(count)) / all.length) !== Math.floor(((at - 1) * Number(count)) / all.length),
  );
  const { readHtml } = await import(join(root, 'dist', 'html.js'));
  const live = await openLive();
  let [same, settled] = [0, 0];
  for (const page of pages) {
    const html = decoded(await readFile(page.path));
    const text = (await readHtml(html, { url: live.url })).article?.text ?? '';
    const found = await live.read(html, true).catch(String);
    if (found === text) same += 1;
    else {
      const bare = await live.read(html, false).catch(String);
      if (bare === text) settled += 1;
      process.stdout.write(`${bare === text ? 'style sheets' : 'otherwise   '}  ${apart(text, found)}  ${page.id}\n`);
    }
  }
  await live.close();
  const share = same / pages.length;
  process.stdout.write(
    `the same text on ${same} of ${pages.length} pages (${(100 * share).toFixed(1)} %), and without style sheets on ${settled} more\n`,
  );
  if (share < AGREE_MIN) process.exitCode = 1;
}

/**
 * The page as one string, so that no difference is one of charsets.
 *
 * @param {Uint8Array} bytes
 */
function decoded(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Chromium, and a server for the page that is to be read. */
async function openLive() {
  /** @type {import('./serve.mjs').Answer} */
  let shown = { body: '' };
  const server = await serve({ '/dist/': join(root, 'dist') }, { answer: (path) => (path === '/page' ? shown : undefined) });
  const browser = await openByPuppeteer('chromium');
  // The window that a string's style sheets are read for.
  await browser.setViewport(1280, 720);
  return {
    url: `${server.origin}/page`,
    /**
     * @param {string} html
     * @param {boolean} styled whether its style sheets count
     * @returns {Promise<string>}
     */
    async read(html, styled) {
      const style = `style-src-attr 'unsafe-inline'; style-src-elem ${styled ? "'unsafe-inline'" : "'none'"}`;
      const policy = `default-src 'none'; script-src ${server.origin} 'wasm-unsafe-eval'; connect-src ${server.origin}; ${style}`;
      shown = { body: html, headers: { 'Content-Security-Policy': policy } };
      const work = browser
        .goto(`${server.origin}/page`)
        .then(() => browser.evaluate(textOfPage, `${server.origin}/dist/limpid.js`));
      const late = new Promise((_, fail) => setTimeout(() => fail(new Error('late')), PAGE_MS).unref());
      return /** @type {Promise<string>} */ (Promise.race([work, late]));
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * Runs in the page.
 *
 * @param {string} library
 */
async function textOfPage(library) {
  const { read } = await import(library);
  return (await read()).article?.text ?? '';
}

/**
 * Where two texts part, and how long each is.
 *
 * @param {string} one
 * @param {string} other
 */
function apart(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 10);
  return `${one.length}/${other.length} ${JSON.stringify(one.slice(from, at + 30))} | ${JSON.stringify(other.slice(from, at + 30))}`;
}

await runAsScript(import.meta, () => agreement(process.argv[2], process.argv[3]));
