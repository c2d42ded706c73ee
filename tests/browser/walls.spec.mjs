// Walls by how they work, each in front of a whole text and of one that is cut: tests/walls/*.html. The comment at a file's head
// says what is expected; `<!--lead-->` and `<!--rest-->` are filled in here.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();
const FOLDER = new URL('../walls/', import.meta.url);

const LEAD = `<p>When the council opened its post on the second of March, it found a bill for a ferry. The ship was forty metres
long, painted white, and already on its way from a yard in the north, and nobody in the room could say who had ordered it.</p>
<p>The clerk remembers that it was quiet for a long time, and that then everybody spoke at once. The bill was for eleven million,
and the island has four hundred people, most of whom have never had a reason to leave it in winter.</p>`;

const REST = Array.from(
  { length: 5 },
  (
    _,
    at,
  ) => `<p>In week ${at + 1} the yard sent its lawyer, who brought a folder with letters that bore the stamp of the island. The
stamp was real, the clerk says, but it had lain in an unlocked drawer for thirty years, and the whole village knew the drawer. The
lawyer stayed for two nights, ate well, and left with a promise that the island would think about it until the summer.</p>`,
).join('\n');

/** Sentences by which the parts are known on screen. */
const [LEAD_SAYS, REST_SAYS, WALL_SAYS] = ['found a bill for a ferry', 'the yard sent its lawyer', 'one euro a week'];
/** What is in no part that a reader may see. */
const WITHHELD_SAYS = 'Kept for those who pay';

/** The fields of a file's head. @param {string} html */
function expectations(html) {
  const [, comment = ''] = /^<!--\n(.*?)-->/s.exec(html) ?? [];
  return new Map(comment.split('\n').map((line) => /** @type {[string, string]} */ (line.split(/: (.*)/s, 2))));
}

/** @param {string} html @param {boolean} isOpen */
function twin(html, isOpen) {
  const lead = isOpen ? LEAD : `${LEAD}\n<p>What the harbour master found in the drawer</p>`;
  return html
    .replace(/^<!--.*?-->\n/s, '')
    .replace('<!--lead-->', lead)
    .replace('<!--rest-->', isOpen ? REST : '');
}

/** Declutters a page and tells what a person then meets. @param {string} address */
async function visit(address) {
  await browser.goto(address);
  return browser.evaluate(async (library) => {
    const { declutter } = await import(library);
    const before = document.documentElement.outerHTML;
    const { reading, sections, undo, stop } = await declutter();
    // Long enough for a wall that is shown every second.
    await new Promise((done) => setTimeout(done, before.includes('setInterval') ? 1300 : 0));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const at = scrollY;
    scrollTo(0, 400);
    const seen = {
      kinds: [
        ...new Set(sections.filter((/** @type {any} */ { hidden }) => hidden).map((/** @type {any} */ { kind }) => kind)),
      ],
      access: reading.access,
      text: document.body.innerText.replace(/\s+/g, ' '),
      article: reading.article?.text ?? '',
      scrolls: scrollY > 0 && scrollY !== at,
      isSharp: [...document.querySelectorAll('article, article *')].every((e) => getComputedStyle(e).filter === 'none'),
    };
    stop();
    undo();
    return { ...seen, isUndone: document.documentElement.outerHTML === before };
  }, `${browser.origin}/dist/limpid.js`);
}

for (const file of (await readdir(FOLDER)).sort()) {
  const html = await readFile(new URL(file, FOLDER), 'utf8');
  const expected = expectations(html);
  for (const state of ['open', 'cut']) {
    test(`${parse(file).name}, ${state}: the wall is gone, and what is there can be read`, async () => {
      const isOpen = state === 'open';
      const { kinds, access, text, article, scrolls, isSharp, isUndone } = await visit(browser.host(twin(html, isOpen)));
      for (const kind of (expected.get('kind') ?? '').split(', '))
        assert.ok(kinds.includes(kind), `${kind} is not in ${kinds}`);
      const { declared, gate, text: whole } = access;
      const wanted = [expected.get('declared') ?? 'unknown', expected.get('gate'), expected.get(state)];
      assert.deepEqual([declared, gate, whole], wanted, access.evidence.join(' '));
      assert.ok(text.includes(LEAD_SAYS), 'the beginning is not to be seen');
      assert.equal(text.includes(REST_SAYS), isOpen, 'the rest');
      assert.equal(article.includes(REST_SAYS), isOpen, 'the rest in the article');
      assert.ok(!text.includes(WALL_SAYS), 'the wall is still to be seen');
      assert.ok(!text.includes(WITHHELD_SAYS) && !article.includes(WITHHELD_SAYS), 'what is withheld is taken');
      assert.ok(scrolls, 'the page does not scroll');
      assert.ok(isSharp, 'the text is blurred');
      assert.ok(isUndone || expected.has('undo'), 'undo() left a trace');
    });
  }
}
