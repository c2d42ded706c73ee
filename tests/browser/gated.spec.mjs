// A part that the page declares as paid and hides by its style sheet stays out of the article, and stays as the page draws it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();

const OPEN =
  'For a hundred and thirty years a boat carried the letters from the mainland to the nine islands, and for most of that time it was the only thing that came and went in winter.';
const PAID =
  'On its last morning the boat left at six as always, with four parcels and a bag of seed potatoes, and the skipper sounded the horn at every pier, though nobody had asked her to.';
const DECLARED = {
  '@type': 'NewsArticle',
  headline: 'The mail boat',
  isAccessibleForFree: 'False',
  hasPart: { isAccessibleForFree: 'False', cssSelector: '.paid' },
};

/** @param {string} css @param {object} [declared] */
const page = (css, declared = DECLARED) =>
  `<!doctype html><title>The mail boat</title><style>${css}</style><script type="application/ld+json">${JSON.stringify(declared)}</script>
  <main><h1>The mail boat</h1><p>${OPEN}</p><p>${OPEN} It was the bus, too.</p>
  <div class="cut"><div class="paid"><p>${PAID}</p><p>${PAID}</p></div></div></main>
  <div class="paywall"><p>Subscribe to continue reading</p><a href="/login">Sign in</a></div>`;

/** What is read with and without asking for paid parts, and how the part is drawn once the page is decluttered. @param {string} html */
async function visit(html) {
  await browser.goto(browser.host(html));
  return browser.evaluate(
    async (library, paid) => {
      const { read, declutter } = await import(library);
      const has = async (/** @type {object} */ options) => {
        const { article, access } = await read(document, options);
        return `${article?.text.includes(paid)} ${access.text}`;
      };
      const part = /** @type {Element} */ (document.querySelector('.paid'));
      const drawn = () => {
        const { display, filter } = getComputedStyle(part);
        return `${display} ${filter}`;
      };
      const before = drawn();
      const found = [await has({}), await has({ includeGated: true })];
      await declutter();
      return { found, isLeft: before === drawn() };
    },
    `${browser.origin}/dist/limpid.js`,
    PAID,
  );
}

for (const css of [
  '.paid { display: none }',
  '.paid { visibility: hidden }',
  '.paid { opacity: 0 }',
  '.paid { filter: blur(6px) }',
  '.paid { color: transparent; text-shadow: 0 0 9px #000 }',
  '.paid { max-height: 1em; overflow: hidden }',
  '.paid p { filter: blur(6px) }',
  '.cut { filter: blur(6px) }',
  '.paid { clip-path: inset(100%) }',
  '.paid { clip-path: circle(0) }',
  '.paid { position: absolute; left: -9999px }',
  '.paid { opacity: .4 }',
  '.paid { content-visibility: hidden }',
  '.paid p { content-visibility: hidden }',
]) {
  test(`declared paid and hidden: ${css}`, async () => {
    const { found, isLeft } = await visit(page(css));
    assert.deepEqual([found[0], found[1].split(' ')[0]], ['false truncated', 'true']);
    assert.ok(isLeft, 'declutter() showed what is paid');
  });
}

for (const css of [
  '.paid { filter: blur(6px) }',
  '.paid p { filter: blur(6px) }',
  '.paid { color: transparent; text-shadow: 0 0 9px #000 }',
  '.paid p { display: none }',
  '.paid p { visibility: hidden }',
]) {
  test(`declared paid as a whole and hidden: ${css}`, async () => {
    const { found, isLeft } = await visit(
      page(css, { '@type': 'NewsArticle', headline: 'The mail boat', isAccessibleForFree: false }),
    );
    assert.equal(found[0], 'false truncated');
    assert.ok(isLeft, 'declutter() showed what is paid');
  });
}

test('declared paid and shown, or hidden and not declared paid, it is in the article', async () => {
  for (const html of [page(''), page('.paid { filter: blur(6px) }', { '@type': 'NewsArticle', headline: 'The mail boat' })]) {
    const { found } = await visit(html);
    assert.match(found[0], /^true/);
  }
});
