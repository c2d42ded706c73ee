// The clutter goes out of sight, each piece with its reason, and comes back without a trace.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();
const LIBRARY = `${browser.origin}/dist/limpid.js`;
const SAMPLE = `${browser.origin}/dist/site/samples/ferry.html`;

const TEXT = Array.from(
  { length: 6 },
  (_, at) => `<p>Paragraph ${at}: the council met, again, about the sea wall that nobody has repaired
  since the storms of last winter, and it agreed, after an hour, that somebody ought to.</p>`,
).join('');

/** @param {string} rest @param {string} [body] */
const page = (rest, body = '<body>') =>
  `<!doctype html><title>Sea wall</title>${body}<main><article><h1>Sea wall</h1>${TEXT}</article></main>${rest}`;

/** A list that belongs to no article. @param {string} [attributes] */
const related = (attributes = '') =>
  `<section class="related" ${attributes}><h2>Related articles</h2><ul>
    ${['Harbour dues to rise for visiting yachts', 'Seals return to the skerries', 'The island that sells its wind'].map((title) => `<li><a href="/">${title}</a></li>`).join('')}
  </ul></section>`;

/** @param {string} address */
async function declutter(address) {
  await browser.goto(address);
  await browser.evaluate(async (library) => {
    const { declutter } = await import(library);
    const before = document.documentElement.outerHTML;
    Object.assign(window, { before, page: await declutter() });
  }, LIBRARY);
}

const visible = () => browser.evaluate(() => document.body.innerText);
const undone = () =>
  browser.evaluate(() => {
    const { before, page } = /** @type {any} */ (window);
    page.undo();
    page.undo();
    return before === document.documentElement.outerHTML && document.adoptedStyleSheets.length === 0;
  });

test('the lists are hidden, the article stays, and the page scrolls again', async () => {
  await declutter(SAMPLE);
  const text = await visible();
  assert.match(text, /At ten past six the Margit leaves the quay/);
  assert.match(text, /where it will bother nobody but the seals/);
  for (const gone of [/Related articles/i, /Most read/i, /Terms of use/]) assert.doesNotMatch(text, gone);
  assert.equal(await browser.evaluate(() => getComputedStyle(document.body).overflowY), 'visible');
  assert.equal(await undone(), true);
  assert.match(await visible(), /Most read/i);
  assert.equal(await browser.evaluate(() => getComputedStyle(document.body).overflowY), 'hidden');
});

test('every hidden section has an element, a rule and a reason', async () => {
  await declutter(SAMPLE);
  const sections = await browser.evaluate(() => {
    const { page } = /** @type {any} */ (window);
    return page.sections.map((/** @type {any} */ { id, hidden, rule, reason, element }) => ({
      id,
      hidden,
      rule,
      reason,
      isElement: element instanceof Element,
    }));
  });
  assert.ok(sections.some((/** @type {any} */ { hidden }) => hidden));
  for (const [at, { id, hidden, rule, reason, isElement }] of sections.entries()) {
    assert.equal(id, at);
    assert.ok(rule && reason);
    assert.ok(isElement || !hidden);
  }
});

test('a section can be shown and hidden by its number', async () => {
  await declutter(SAMPLE);
  const shown = await browser.evaluate(() => {
    const { page } = /** @type {any} */ (window);
    const related = page.sections.find((/** @type {any} */ { kind, hidden }) => kind === 'popular' && hidden);
    const states = [];
    for (const turn of ['show', 'hide', 'show']) {
      page[turn](related.id);
      states.push(related.hidden, related.element.checkVisibility());
    }
    return states;
  });
  assert.deepEqual(shown, [false, true, true, false, false, true]);
  assert.equal(await undone(), true);
});

test('a style that insists is overruled, and comes back as it was', async () => {
  await declutter(browser.host(page(related('style="display: block !important; color:red"'))));
  assert.doesNotMatch(await visible(), /Related articles/);
  assert.equal(await undone(), true);
});

test('a strict policy for styles changes nothing', async () => {
  const policy = { 'Content-Security-Policy': "style-src 'none'; require-trusted-types-for 'script'" };
  await declutter(browser.host(page(related()), policy));
  assert.doesNotMatch(await visible(), /Related articles/);
  assert.equal(await undone(), true);
});

test('blur, clamps and a body held fast are lifted', async () => {
  const html = page(`<style>body { position: fixed; top: -300px }</style>${related()}<div style="height: 3000px"></div>`)
    .replace('<main>', '<main style="filter: blur(4px); user-select: none; -webkit-user-select: none">')
    .replace('<article>', '<article style="max-height: 60px; overflow: hidden">');
  await declutter(browser.host(html));
  const freed = await browser.evaluate(() => {
    const [main, article] = ['main', 'article'].map((name) => /** @type {Element} */ (document.querySelector(name)));
    const { filter, userSelect, webkitUserSelect } = getComputedStyle(main);
    const whole = article.scrollHeight - article.clientHeight < 2;
    return {
      filter,
      select: userSelect ?? webkitUserSelect,
      whole,
      position: getComputedStyle(document.body).position,
      scrollY,
    };
  });
  assert.deepEqual(freed, { filter: 'none', select: 'text', whole: true, position: 'static', scrollY: 300 });
  assert.equal(await undone(), true);
});

test('what is inert or hidden from screen readers is set free', async () => {
  await declutter(browser.host(page(related(), '<body aria-hidden="true" inert class="locked">')));
  assert.deepEqual(await browser.evaluate(() => document.body.getAttributeNames()), ['class']);
  assert.equal(await undone(), true);
});

test('what arrives later is hidden too, until stop', async () => {
  await declutter(browser.host(page('')));
  const states = await browser.evaluate(async (html) => {
    const { page } = /** @type {any} */ (window);
    /** Whether what arrives is still to be seen after so long. @param {number} patience_ms */
    const arrive = async (patience_ms) => {
      document.body.insertAdjacentHTML('beforeend', html);
      const arrival = document.body.lastElementChild;
      const deadline_ms = performance.now() + patience_ms;
      while (arrival?.checkVisibility() && performance.now() < deadline_ms) await new Promise((done) => setTimeout(done, 20));
      return arrival?.checkVisibility();
    };
    const watched = await arrive(10_000);
    page.stop();
    return [watched, await arrive(1000)];
  }, related());
  assert.deepEqual(states, [false, true]);
});

test('a section in which a person has written stays', async () => {
  const field = '<form><input id="mail" type="email"></form>';
  await browser.goto(browser.host(page(related().replace('</section>', `${field}</section>`))));
  const seen = await browser.evaluate(async (library) => {
    const { declutter } = await import(library);
    const field = /** @type {HTMLInputElement} */ (document.getElementById('mail'));
    const untouched = await declutter();
    const before = field.checkVisibility();
    untouched.undo();
    field.value = 'someone@example.org';
    await declutter();
    return [before, field.checkVisibility()];
  }, LIBRARY);
  assert.deepEqual(seen, [false, true]);
});
