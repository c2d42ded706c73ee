// The browser under test and a server for it. A spec is written once and runs in each engine:
//
//     const browser = await openBrowser();
//     test('what the reader notices', async () => {
//       await browser.goto(browser.host('<p>a page</p>'));
//       assert.equal(await browser.evaluate(() => document.title), '');
//     });
//
// `npm test -- --only browser` runs all specs in all engines; LIMPID_ENGINE=firefox node --test FILE runs one in one.
import { join } from 'node:path';
import { after } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { root } from '../../scripts/steps.mjs';
import { openByPuppeteer } from './engines/puppeteer.mjs';
import { openByWebDriver } from './engines/webdriver.mjs';

/**
 * What every engine can do.
 * @typedef {object} Page
 * @property {(url: string) => Promise<void>} goto waits for the load event
 * @property {<T, A extends unknown[]>(work: (...args: A) => T, ...args: A) => Promise<Awaited<T>>} evaluate
 *   `work` runs in the page by its source: it sees its arguments and the page, nothing around it. Values cross as JSON.
 *   A driver's script may be free of the page's policy: to test a policy, let the page's own script do it.
 * @property {(key: string) => Promise<void>} press one key, by its name: 'Escape', 'Tab', 'a'
 * @property {() => Promise<Uint8Array>} screenshot a PNG of the window
 * @property {(width_px: number, height_px: number) => Promise<void>} setViewport
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} Hosting
 * @property {import('../../scripts/setup/browsers.mjs').EngineName} engine
 * @property {string} origin serves dist/ as /dist/ and tests/ as /tests/
 * @property {string} otherOrigin the same files; for the browser a foreign host
 * @property {(html: string, headers?: Record<string, string>) => string} host gives the address of a page of the spec's own
 */

/** @type {Promise<Page & Hosting> | undefined} */
let opened;

/** Opens the browser, or gives the one that an earlier spec of this process opened; it is closed after the last test. */
export function openBrowser() {
  opened ??= open();
  after(async () => (await opened)?.close());
  return opened;
}

/** @returns {Promise<Page & Hosting>} */
async function open() {
  const engine = /** @type {import('../../scripts/setup/browsers.mjs').EngineName} */ (process.env.LIMPID_ENGINE ?? 'chromium');
  /** @type {Map<string, import('../../scripts/serve.mjs').Answer>} */
  const pages = new Map();
  const folders = { '/dist/': join(root, 'dist'), '/tests/': join(root, 'tests') };
  const server = await serve(folders, { answer: (path) => pages.get(path) });
  const page = await (engine === 'webkit' ? openByWebDriver() : openByPuppeteer(engine));
  return {
    ...page,
    engine,
    origin: server.origin,
    otherOrigin: server.origin.replace('localhost', '127.0.0.1'),
    host(html, headers) {
      const path = `/own/${pages.size + 1}.html`;
      pages.set(path, { body: html, headers });
      return server.origin + path;
    },
    async close() {
      await page.close();
      await server.close();
    },
  };
}
