// The link that the site offers, as a page of another host meets it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();
const TEXT =
  '<p>The harbour council met on Tuesday evening to discuss the sea wall, which has been closed since the winter.</p>';

/** @returns {Promise<string>} the code of the link */
async function code() {
  await browser.goto(`${browser.otherOrigin}/dist/site/index.html`);
  const href = await browser.evaluate(async () => {
    const link = document.getElementById('bookmarklet');
    for (let turn = 0; turn < 100 && !link?.getAttribute('href')?.startsWith('javascript:'); turn++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return link?.getAttribute('href') ?? '';
  });
  assert.ok(href.startsWith('javascript:') && href.length < 2048, href);
  return decodeURIComponent(href.slice('javascript:'.length));
}

/** Runs the link's code and gives the heading of the dialog that is then open. @param {string} code */
function click(code) {
  return browser.evaluate(async (code) => {
    const before = document.querySelector('dialog');
    // As the page's own script: that is what a bookmarklet counts as.
    const script = document.createElement('script');
    script.textContent = code;
    document.head.append(script);
    script.remove();
    for (let turn = 0; turn < 100 && document.querySelector('dialog') === before; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return document.querySelector('dialog')?.firstElementChild?.shadowRoot?.querySelector('h1')?.textContent ?? 'closed';
  }, code);
}

test('a click opens the reader, the next one closes it', async () => {
  const link = await code();
  await browser.goto(
    browser.host(`<!doctype html><title>Sea wall</title><article><h1>Sea wall</h1>${TEXT.repeat(6)}</article>`),
  );
  assert.deepEqual([await click(link), await click(link), await click(link)], ['Sea wall', 'closed', 'Sea wall']);
});

test('where there is no article, it says so', async () => {
  const link = await code();
  await browser.goto(browser.host('<!doctype html><title>Nothing</title>'));
  assert.equal(await click(link), 'No article here');
});
