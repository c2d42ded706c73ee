// The inspector lists what was hidden, shows and hides it piece by piece, and leaves no trace; under a policy as strict as any.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();

const POLICY = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
};

const TEXT = Array.from(
  { length: 6 },
  (_, at) => `<p>Paragraph ${at}: the council met, again, about the sea wall that nobody has repaired since the storms
  of last winter, and it agreed, after an hour, that somebody ought to, and that it would not be the council.</p>`,
).join('');

const RELATED = `<section class="related" id="related"><h2>Related articles</h2><ul>
  <li><a href="/1">Harbour dues to rise for visiting yachts</a></li><li><a href="/2">Seals return to the skerries</a></li>
  <li><a href="/3">The island that sells its wind</a></li></ul></section>`;

const SHARE = '<ul class="share-bar" id="share"><li><a href="#">Share</a></li><li><a href="#">E-mail</a></li></ul>';

/** @param {{ rest?: string, html?: string }} [parts] */
const page = ({ rest = '', html = '<html lang="en">' } = {}) =>
  `<!doctype html>${html}<title>Sea wall</title><body><header class="site-header"><a href="/">The Tidewater Courier</a></header>
  <main><article><h1>Sea wall</h1>${SHARE}<p><a id="start" href="/wall">The wall</a> again.</p>${TEXT}</article></main>${RELATED}<div class="newsletter-signup" id="newsletter">
  <h3>Get our newsletter</h3><form><input type="email"><button>Sign up</button></form></div>${rest}
  <script type="module" src="/tests/browser/inspect.js"></script>`;

/** @param {string} html @param {Record<string, string>} [headers] */
async function open(html, headers = POLICY) {
  await browser.goto(browser.host(html, headers));
  await browser.evaluate(async () => {
    Object.assign(window, await /** @type {any} */ (window).inspected);
  });
}

test('each hidden section is listed with its kind, reason, rule and words', async () => {
  await open(page());
  const { hidden, listed, isStyled, status } = await browser.evaluate(() => {
    const { limpid, root } = /** @type {any} */ (window);
    const text = (/** @type {Element} */ at, /** @type {string} */ selector) => at.querySelector(selector)?.textContent ?? '';
    return {
      hidden: limpid.sections
        .filter((/** @type {any} */ { hidden }) => hidden)
        .map((/** @type {any} */ { rule, reason }) => `${rule}: ${reason}`),
      listed: [...root.querySelectorAll('li')].map((item) => `${text(item, 'code')}: ${text(item, '.reason')}`),
      isStyled: getComputedStyle(root.querySelector('.panel')).display === 'flex',
      status: root.querySelector('.status').textContent,
    };
  });
  assert.ok(hidden.length >= 3, String(hidden));
  assert.deepEqual([...listed].sort(), [...hidden].sort());
  assert.ok(isStyled);
  assert.equal(status, `${hidden.length} pieces, all hidden.`);
});

test('a piece is shown, outlined and brought into view, and hidden again', async () => {
  await open(page());
  const states = await browser.evaluate(async () => {
    const { limpid, root, until } = /** @type {any} */ (window);
    const section = limpid.sections.find((/** @type {any} */ { element }) => element?.id === 'related');
    const item = [...root.querySelectorAll('li')].find((item) => item.querySelector('.reason').id === `reason-${section.id}`);
    const button = item.querySelector('.action:last-child');
    const state = () => ({
      name: button.textContent,
      isSeen: section.element.checkVisibility(),
      outlines: [...root.querySelectorAll('.outline')].map(({ textContent }) => textContent),
    });
    const hidden = state();
    button.click();
    await until(() => root.querySelector('.outline'));
    const shown = state();
    const [outline, box] = [root.querySelector('.outline'), section.element].map((at) => at.getBoundingClientRect());
    const isAround = ['x', 'y', 'width', 'height'].every((side) => Math.abs(outline[side] - box[side]) < 1);
    const isInView = box.top >= 0 && box.top < innerHeight;
    button.click();
    await until(() => !root.querySelector('.outline'));
    return { hidden, shown, again: state(), isAround, isInView };
  });
  const hidden = { name: 'Show this', isSeen: false, outlines: [] };
  assert.deepEqual(states, {
    hidden,
    shown: { name: 'Hide again', isSeen: true, outlines: ['Related'] },
    again: hidden,
    isAround: true,
    isInView: true,
  });
});

test('all are shown and hidden at once; closed and undone, the page is byte for byte what it was', async () => {
  await open(page());
  const result = await browser.evaluate(async () => {
    const { limpid, panel, button, before } = /** @type {any} */ (window);
    const count = () => limpid.sections.filter((/** @type {any} */ { hidden }) => hidden).length;
    const all = count();
    button('Show all').click();
    const shown = count();
    button('Hide all').click();
    const hidden = count();
    button('Show all').click();
    const sheets = document.adoptedStyleSheets.length;
    panel.close();
    const isClosed = !panel.element.isConnected && document.adoptedStyleSheets.length < sheets;
    limpid.undo();
    return { all: all === hidden, shown, isClosed, isSame: before === document.documentElement.outerHTML };
  });
  assert.deepEqual(result, { all: true, shown: 0, isClosed: true, isSame: true });
});

test('Escape closes it and the focus is back where it was', async () => {
  await open(page());
  const inside = await browser.evaluate(
    () => document.activeElement === /** @type {any} */ (window).panel.element.firstElementChild,
  );
  await browser.press('Escape');
  const after = await browser.evaluate(async () => {
    const { panel, until } = /** @type {any} */ (window);
    await until(() => !panel.element.isConnected);
    return { isOpen: panel.element.isConnected, focus: document.activeElement?.id };
  });
  assert.deepEqual({ inside, ...after }, { inside: true, isOpen: false, focus: 'start' });
});

test('what arrives later is listed too, and the panel itself is neither read nor hidden', async () => {
  await open(page());
  const result = await browser.evaluate(async () => {
    const { limpid, panel, root, until } = /** @type {any} */ (window);
    const count = limpid.sections.length;
    const wall = document.createElement('div');
    wall.id = 'wall';
    for (const [name, value] of [
      ['position', 'fixed'],
      ['inset', '0'],
      ['background', 'white'],
    ])
      wall.style.setProperty(name, value);
    wall.append('Subscribe to continue reading. Every story for one euro a week. Subscribe now.');
    document.body.append(wall);
    const isListed = await until(() =>
      [...root.querySelectorAll('.words')].some(({ textContent }) => textContent.includes('one euro')),
    );
    const others = limpid.sections.slice(count).filter((/** @type {any} */ { element }) => element !== wall);
    const isOurs = limpid.sections.some(
      (/** @type {any} */ { element }) => element && (element === panel.element || panel.element.contains(element)),
    );
    return { isListed, others: others.length, isOurs, isPanelSeen: root.querySelector('.panel').checkVisibility() };
  });
  assert.deepEqual(result, { isListed: true, others: 0, isOurs: false, isPanelSeen: true });
});

test('beside a modal dialog of the page that is shown again the panel stays in use', async () => {
  const dialog = `<dialog id="wall"><h2>Subscribe to continue reading</h2><p>Every story for one euro a week.</p></dialog>
    <script>document.getElementById('wall').showModal()</script>`;
  await open(page({ rest: dialog }), {});
  const result = await browser.evaluate(async () => {
    const { limpid, root, button, until } = /** @type {any} */ (window);
    const wall = /** @type {HTMLDialogElement} */ (document.getElementById('wall'));
    const wasHidden = !wall.open;
    button('Show all').click();
    await until(() => root.host.parentNode.matches(':modal'));
    const isShown = wall.matches(':modal');
    const { x, y } = button('Hide all').getBoundingClientRect();
    const isOnTop = root.elementFromPoint(x + 5, y + 5) === button('Hide all');
    button('Hide all').click();
    await until(() => !root.host.parentNode.matches(':modal'));
    return {
      wasHidden,
      isShown,
      isOnTop,
      isModal: root.host.parentNode.matches(':modal'),
      isHidden: !wall.open,
      hidden: limpid.sections.every((/** @type {any} */ { hidden }) => hidden),
    };
  });
  assert.deepEqual(result, { wasHidden: true, isShown: true, isOnTop: true, isModal: false, isHidden: true, hidden: true });
});

test('on a narrow window it is a sheet, and on a page from right to left it stands at the left', async () => {
  await browser.setViewport(1280, 720);
  await open(page({ html: '<html lang="ar" dir="rtl">' }));
  const place = () =>
    browser.evaluate(() => {
      const { x, width, height } = /** @type {any} */ (window).root.querySelector('.panel').getBoundingClientRect();
      return { isLeft: x < innerWidth / 4, isWide: width > innerWidth * 0.9, isLow: height < innerHeight * 0.6 };
    });
  assert.deepEqual(await place(), { isLeft: true, isWide: false, isLow: false });
  await browser.setViewport(375, 700);
  const sheet = await place();
  await browser.setViewport(1280, 720);
  assert.deepEqual(sheet, { isLeft: true, isWide: true, isLow: true });
});

test('where the page takes the panel away, closing leaves no trace all the same', async () => {
  await open(page());
  const sheets = await browser.evaluate(() => {
    const { panel, limpid } = /** @type {any} */ (window);
    const before = document.adoptedStyleSheets.length;
    panel.element.remove();
    panel.element.parentNode?.remove();
    document.querySelector('.limpid-panel')?.remove();
    panel.close();
    const after = document.adoptedStyleSheets.length;
    limpid.undo();
    return [before - after, document.adoptedStyleSheets.length];
  });
  assert.deepEqual(sheets, [1, 0]);
});
