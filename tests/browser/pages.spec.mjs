// The pages of tests/pages on screen: they read as they do from their HTML, hiding leaves none of the clutter's words, and
// undoing leaves no trace.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { test } from 'node:test';
import { differences } from '../expected.mjs';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();
const FOLDER = new URL('../pages/', import.meta.url);

/** Opens a page, reads it, hides its clutter and puts it back. @param {string} address */
async function visit(address) {
  await browser.goto(address);
  return browser.evaluate(async (library) => {
    const { declutter } = await import(library);
    const before = document.documentElement.outerHTML;
    const { reading, sections, undo } = await declutter(document, { observe: false });
    /** @type {import('../../www/reading.js').Section[]} */
    const found = sections;
    // The first element stands for its section; what an ancestor hides is hidden too.
    const isSeen = (/** @type {Element | undefined} */ element) => element?.checkVisibility({ visibilityProperty: true });
    const seen = found.filter(({ hidden, element }) => hidden && isSeen(element)).map(({ text }) => text);
    undo();
    return { reading: structuredClone(reading), seen, undone: document.documentElement.outerHTML === before };
  }, `${browser.origin}/dist/limpid.js`);
}

for (const file of await readdir(FOLDER)) {
  const { name, ext } = parse(file);
  if (ext !== '.html') continue;
  test(`${name} reads on screen as it does from HTML`, async () => {
    const { reading, seen, undone } = await visit(`${browser.origin}/tests/pages/${file}`);
    const expected = await readFile(new URL(`${name}.md`, FOLDER), 'utf8');
    // The server's address stands for the page's own.
    const moved = JSON.stringify(reading)
      .replaceAll(`${browser.origin}/tests/pages/`, 'https://pages.example/')
      .replaceAll(browser.origin, 'https://pages.example');
    assert.equal(differences(expected, JSON.parse(moved)).join('\n'), '');
    assert.deepEqual(seen, [], 'hidden sections that are still seen');
    assert.ok(undone, 'undo() left a trace');
  });
}
