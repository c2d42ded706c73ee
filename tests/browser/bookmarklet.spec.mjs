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

/** Presses a button of what is open, waits for what opens next, and gives its buttons. @param {string} name */
function press(name) {
  return browser.evaluate(async (name) => {
    const dialog = () => document.querySelector('dialog');
    const buttons = () => [...(dialog()?.firstElementChild?.shadowRoot?.querySelectorAll('.action') ?? [])];
    const before = dialog();
    /** @type {HTMLElement | undefined} */ (buttons().find(({ textContent }) => textContent === name))?.click();
    for (let turn = 0; turn < 100 && (dialog() === before || (!dialog() && name !== 'Undo')); turn++)
      await new Promise((done) => setTimeout(done, 50));
    const names = buttons()
      .filter((button) => !button.closest('li'))
      .map(({ textContent }) => textContent);
    return { title: dialog()?.getAttribute('aria-label') ?? 'closed', names };
  }, name);
}

const PARAGRAPHS = [1, 2, 3, 4, 5, 6]
  .map((at) => TEXT.replace('winter', `winter of year ${at}, and the ${at} before`))
  .join('');
const ARTICLE = `<main><article><h1>Sea wall</h1>${PARAGRAPHS}</article></main>`;
const RELATED = `<section class="related" id="clutter"><h2>Related articles</h2><ul><li><a href="/1">Harbour dues to rise</a></li>
  <li><a href="/2">Seals return to the skerries</a></li><li><a href="/3">The island that sells its wind</a></li></ul></section>`;
const isClutterSeen = () => browser.evaluate(() => document.getElementById('clutter')?.checkVisibility());

test('from the reader the page itself is made quiet, with what was hidden, and back', async () => {
  const link = await code();
  await browser.goto(browser.host(`<!doctype html><title>Sea wall</title>${ARTICLE}${RELATED}`));
  await click(link);
  const inspector = { title: 'What was hidden', names: ['Show all', 'Hide all', 'Undo', 'Reader'] };
  assert.deepEqual(await press('Declutter the page'), inspector);
  assert.equal(await isClutterSeen(), false);
  assert.deepEqual(await press('Reader'), { title: 'Sea wall', names: ['What was hidden'] });
  assert.deepEqual(await press('What was hidden'), inspector);
  assert.deepEqual(await press('Undo'), { title: 'closed', names: [] });
  assert.equal(await isClutterSeen(), true);
});

test('where there is no article, what lies over the page can be hidden', async () => {
  const link = await code();
  const bar =
    '<div id="clutter" style="position: fixed; inset: 0; background: white">We use cookies. <button>Accept all</button></div>';
  await browser.goto(browser.host(`<!doctype html><title>Nothing</title><nav><a href="/">Home</a></nav>${bar}`));
  await click(link);
  assert.equal((await press('Declutter the page')).title, 'What was hidden');
  assert.equal(await isClutterSeen(), false);
});
