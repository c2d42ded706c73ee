// The reader opens over the page and leaves no trace when it is closed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();
const SAMPLE = `${browser.origin}/dist/site/samples`;

/** @param {string} address */
async function open(address) {
  await browser.goto(address);
  return browser.evaluate(async (library) => {
    const { openReader } = await import(library);
    const before = document.documentElement.outerHTML;
    document.querySelector('a')?.focus();
    scrollTo(0, 40);
    const reader = await openReader();
    Object.assign(window, { reader, before, focusBefore: document.querySelector('a'), scrollBefore: scrollY });
    const root = reader.element.firstElementChild?.shadowRoot;
    const shown = (/** @type {string} */ selector) => root?.querySelector(selector)?.textContent ?? null;
    return {
      modal: reader.element.matches('dialog:modal'),
      styled: getComputedStyle(/** @type {Element} */ (root?.querySelector('.page'))).overflowY === 'auto',
      title: shown('h1'),
      byline: shown('.byline'),
      time: shown('time'),
      notice: shown('.notice'),
      text: root?.querySelector('.body')?.textContent?.includes('where it will bother nobody but the seals'),
      dir: getComputedStyle(/** @type {Element} */ (root?.querySelector('article'))).direction,
    };
  }, `${browser.origin}/dist/limpid.js`);
}

const state = () =>
  browser.evaluate(() => {
    const { reader, before, focusBefore, scrollBefore } = /** @type {any} */ (window);
    return {
      open: reader.element.isConnected,
      same: before === document.documentElement.outerHTML,
      focus: document.activeElement === focusBefore,
      scroll: scrollY === scrollBefore,
    };
  });

/** Waits until the reader is gone: a driver's key may reach the page after the driver has answered. */
const closed = () =>
  browser.evaluate(async () => {
    const { reader } = /** @type {any} */ (window);
    const deadline_ms = performance.now() + 5000;
    while (reader.element.isConnected && performance.now() < deadline_ms) await new Promise((done) => setTimeout(done, 10));
  });

test('the article is shown, and Escape gives the page back', async () => {
  const shown = await open(`${SAMPLE}/ferry.html`);
  assert.deepEqual(shown, {
    modal: true,
    styled: true,
    title: 'The last ferry to Holm now runs on sunlight',
    byline: 'Ines Calloway',
    time: shown.time,
    notice: null,
    text: true,
    dir: 'ltr',
  });
  assert.match(shown.time ?? '', /14 May 2025|May 14, 2025/);
  assert.deepEqual(await state(), { open: true, same: false, focus: false, scroll: true });
  await browser.press('Escape');
  await closed();
  assert.deepEqual(await state(), { open: false, same: true, focus: true, scroll: true });
});

test('a cut article says so and keeps the way to the publisher', async () => {
  const shown = await open(`${SAMPLE}/orchard.html`);
  assert.match(shown.notice ?? '', /The rest of this article is not in the page\./);
});

test('Arabic runs from right to left', async () => {
  const shown = await open(`${SAMPLE}/lamplighter.html`);
  assert.equal(shown.dir, 'rtl');
});

test('without an article there is a typed error and no dialog', async () => {
  await browser.goto(browser.host('<!doctype html><title>Nothing</title><nav><a href="/">Home</a></nav>'));
  const result = await browser.evaluate(async (library) => {
    const { openReader } = await import(library);
    const code = await openReader().then(
      () => 'none',
      (/** @type {any} */ error) => error.code,
    );
    return { code, dialogs: document.querySelectorAll('dialog').length };
  }, `${browser.origin}/dist/limpid.js`);
  assert.deepEqual(result, { code: 'no-article', dialogs: 0 });
});

test('an open reader is no part of the page: it is not read, and not hidden', async () => {
  await browser.goto(`${SAMPLE}/ferry.html`);
  const result = await browser.evaluate(async (library) => {
    const { declutter, openReader, read } = await import(library);
    const limpid = await declutter();
    const before = JSON.stringify(await read());
    const reader = await openReader();
    // The page is looked at once more.
    document.body.append(Object.assign(document.createElement('div'), { textContent: 'Advertisement' }));
    for (let turn = 0; turn < 20; turn++) await new Promise(requestAnimationFrame);
    const isSeen =
      reader.element.matches(':modal') && !limpid.sections.some((/** @type {any} */ { element }) => element === reader.element);
    document.body.lastChild?.remove();
    return { isSeen, isSame: before === JSON.stringify(await read()) };
  }, `${browser.origin}/dist/limpid.js`);
  assert.deepEqual(result, { isSeen: true, isSame: true });
});
