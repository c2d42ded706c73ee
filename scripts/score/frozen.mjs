// The frozen sample of scores in tests/scores.txt, a line a page: its text F1 and its id. What a change costs is seen at once.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../steps.mjs';

const file = join(root, 'tests', 'scores.txt');
/** One page of so many is in the sample. */
const SAMPLE = 4;
/** Pages shown that lost most. */
const SHOWN = 10;

/** @typedef {Map<string, number>} Scores text F1 by page id */

/**
 * The scores in lines such as "    0.953 set/page".
 *
 * @param {string} text
 * @returns {Scores}
 */
export function scores(text) {
  return new Map([...text.matchAll(/^\s*(\d\.\d+) (\S+\/\S+)$/gm)].map(([, score = '', id = '']) => [id, Number(score)]));
}

/** @param {Scores} now */
export async function freeze(now) {
  const sample = [...now].filter(([id]) => hash(id) % SAMPLE === 0).sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(file, sample.map(([id, score]) => `${score.toFixed(3)} ${id}\n`).join(''));
}

/**
 * The difference to the frozen sample: a line a set, then the pages that lost most.
 *
 * @param {Scores} now
 */
export async function difference(now) {
  const before = [...scores(await readFile(file, 'utf8'))].filter(([id]) => now.has(id));
  /** @type {Map<string, { pages: number, before: number, now: number }>} */
  const sets = new Map();
  const pages = before.map(([id, was]) => ({ id, was, is: now.get(id) ?? 0 }));
  for (const { id, was, is } of pages) {
    const name = id.slice(0, id.indexOf('/'));
    const set = sets.get(name) ?? { pages: 0, before: 0, now: 0 };
    sets.set(name, { pages: set.pages + 1, before: set.before + was, now: set.now + is });
  }
  const lines = [...sets].map(([name, set]) => {
    const [was, is] = [set.before / set.pages, set.now / set.pages];
    return `${name.padEnd(16)} ${String(set.pages).padStart(5)} pages  ${was.toFixed(4)} -> ${is.toFixed(4)}  ${signed(is - was, 4)}`;
  });
  const lost = pages.filter(({ was, is }) => is < was).sort((a, b) => a.is - a.was - (b.is - b.was));
  const worst = lost
    .slice(0, SHOWN)
    .map(({ id, was, is }) => `${signed(is - was, 3)}  ${was.toFixed(3)} -> ${is.toFixed(3)}  ${id}`);
  return [
    'Against the frozen sample (mean text F1 of its pages):',
    ...lines,
    '',
    `Lost most (of ${lost.length} that lost):`,
    ...worst,
  ].join('\n');
}

/**
 * @param {number} number
 * @param {number} digits
 */
function signed(number, digits) {
  return (number < 0 ? '' : '+') + number.toFixed(digits);
}

/** @param {string} id */
function hash(id) {
  return [...id].reduce((sum, char) => (Math.imul(sum, 31) + (char.codePointAt(0) ?? 0)) >>> 0, 7);
}
