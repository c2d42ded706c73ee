// Chromium and Firefox, both by puppeteer-core: Firefox speaks WebDriver BiDi, so no geckodriver is needed.
import puppeteer from 'puppeteer-core';
import { browserPath } from '../../../scripts/setup/browsers.mjs';

/** Root needs no-sandbox; the others keep the browser from asking the network for anything but the page. */
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @param {'chromium' | 'firefox'} engine
 * @returns {Promise<import('../browser.mjs').Page>}
 */
export async function openByPuppeteer(engine) {
  const executablePath = browserPath(engine);
  if (!executablePath) throw new Error(`${engine} is not installed: node scripts/setup.mjs --browsers`);
  const browser = await puppeteer.launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    headless: true,
    args: engine === 'firefox' ? [] : CHROMIUM_ARGS,
  });
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    evaluate: (work, ...args) => /** @type {Promise<any>} */ (page.evaluate(/** @type {any} */ (work), ...args)),
    press: (key) => page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key)),
    screenshot: () => page.screenshot(),
    setViewport: (width_px, height_px) => page.setViewport({ width: width_px, height: height_px }),
    close: () => browser.close(),
  };
}
