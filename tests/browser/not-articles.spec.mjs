// Pages that carry no article: only what lies over them is hidden, and everything that a person uses stays. The comment at the
// head of each file of tests/not-articles names both by selectors.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();
const FOLDER = new URL('../not-articles/', import.meta.url);

/** @type {Record<string, [number, number]>} */
const WINDOWS = { 'in a window': [1280, 720], 'on a phone': [390, 844] };

for (const file of (await readdir(FOLDER)).sort()) {
  const html = await readFile(new URL(file, FOLDER), 'utf8');
  const selectors = (/** @type {string} */ name) => new RegExp(`^${name}: (.*)$`, 'm').exec(html)?.[1] ?? ':not(*)';
  for (const [where, [width_px, height_px]] of Object.entries(WINDOWS))
    test(`${parse(file).name}: what a person uses stays ${where}`, async () => {
      await browser.setViewport(width_px, height_px);
      await browser.goto(browser.host(html));
      const { lost, left, isUndone } = await browser.evaluate(
        async (library, keeps, gone) => {
          const { declutter } = await import(library);
          const before = document.documentElement.outerHTML;
          const { sections, undo } = await declutter(document, { observe: false });
          const named = (/** @type {string} */ selector, /** @type {boolean} */ isSeen) =>
            [...document.querySelectorAll(selector)]
              .filter((element) => element.checkVisibility() === isSeen)
              .map(({ id, className }) => id || className);
          const reasons = sections.filter((/** @type {any} */ { hidden }) => hidden).map((/** @type {any} */ { rule }) => rule);
          const seen = { lost: named(keeps, false).map((name) => `${name}: ${reasons}`), left: named(gone, true) };
          undo();
          return { ...seen, isUndone: document.documentElement.outerHTML === before };
        },
        `${browser.origin}/dist/limpid.js`,
        selectors('keeps'),
        selectors('gone'),
      );
      // The next spec has the window as it was.
      await browser.setViewport(...WINDOWS['in a window']);
      assert.deepEqual({ lost, left, isUndone }, { lost: [], left: [], isUndone: true });
    });
}
