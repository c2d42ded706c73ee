// The fates of all segments as tables a person reads.
import { basename } from 'node:path';

/** @typedef {import('./judge.mjs').Row} Row @typedef {import('./judge.mjs').Fate} Fate */

/**
 * @param {Row[]} rows
 * @param {boolean} isListing
 */
export function report(rows, isListing) {
  const wanted = rows.flatMap((row) => row.wanted);
  const unwanted = rows.flatMap((row) => row.unwanted);
  const kept = wanted.filter(({ isSeen }) => isSeen).length;
  const gone = unwanted.filter(({ isSeen }) => !isSeen).length;
  const traces = rows.filter(({ isUndone }) => !isUndone).map(({ file }) => basename(file));
  return [
    `${rows.length} pages, ${rows.filter(({ isArticle }) => isArticle).length} with an article`,
    `kept: ${share(kept, wanted.length)} of the segments of articles`,
    `gone: ${share(gone, unwanted.length)} of the other segments`,
    `undo: exact on ${rows.length - traces.length} of ${rows.length} pages ${traces.join(' ')}`,
    '',
    ...kinds(rows, wanted, unwanted),
    ...(isListing ? ['', ...rows.flatMap(list)] : []),
  ].join('\n');
}

/** @param {number} part @param {number} whole */
function share(part, whole) {
  return `${((100 * part) / Math.max(whole, 1)).toFixed(2)} % (${part} of ${whole})`;
}

/** @param {Row[]} rows @param {Fate[]} wanted @param {Fate[]} unwanted */
function kinds(rows, wanted, unwanted) {
  const hidden = rows.flatMap(({ sections }) => sections.filter((section) => section.hidden));
  const kindOf = (/** @type {string} */ by) => by.split(' ')[0];
  const names = [...new Set([...hidden.map(({ kind }) => kind), ...[...wanted, ...unwanted].map(({ by }) => kindOf(by))])];
  const count = (/** @type {Fate[]} */ fates, /** @type {string} */ kind, /** @type {boolean} */ isSeen) =>
    fates.filter((fate) => fate.isSeen === isSeen && kindOf(fate.by) === kind).length;
  return [
    '| kind | hidden sections | clutter gone | clutter found but left | article lost |',
    '|---|---|---|---|---|',
    ...names.sort().map((kind) => {
      const sections = hidden.filter((section) => section.kind === kind).length;
      const cells = [sections, count(unwanted, kind, false), count(unwanted, kind, true), count(wanted, kind, false)];
      return `| ${kind || 'not found'} | ${cells.join(' | ')} |`;
    }),
  ];
}

/** @param {Row} row */
function list({ file, wanted, unwanted, isArticle }) {
  const line =
    (/** @type {string} */ what) =>
    (/** @type {Fate} */ { segment, by }) =>
      `${basename(file)}${isArticle ? '' : ' (no article)'} ${what} ${by || 'no rule'}: ${segment}`;
  const lost = wanted.filter(({ isSeen }) => !isSeen).map(line('LOST'));
  return [...lost, ...unwanted.filter(({ isSeen }) => isSeen).map(line('LEFT'))];
}
