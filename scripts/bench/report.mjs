// The measurements as a table a person reads.

import { basename } from 'node:path';

/** @typedef {import('./measure.mjs').Times & { file: string }} Row */

/** Nodes from which a page counts as large. */
const LARGE_NODES = 2000;

/** @param {Row[]} rows */
export function report(rows) {
  const large = rows.filter((row) => row.nodes > LARGE_NODES);
  return [
    `${rows.length} pages, ${median(rows.map((row) => row.nodes))} nodes (median); best of interleaved runs, one Chromium`,
    '',
    '| | median ms | times the bare walk |',
    '|---|---|---|',
    ...['walk', 'limpid', 'readability', 'defuddle'].map((name) => line(rows, name)),
    '',
    `Limpid against Readability.js: ${spread(rows, 'readability', 'limpid')}`,
    `Limpid against Defuddle: ${spread(rows, 'defuddle', 'limpid')}`,
    `Limpid over the bare walk, pages above ${LARGE_NODES} nodes (${large.length}): ${spread(large, 'limpid', 'walk')}`,
    `isReadable against isProbablyReaderable: ${spread(rows, 'isProbablyReaderable', 'isReadable')}`,
    '',
    '| page | nodes | walk | limpid | readability | defuddle |',
    '|---|---|---|---|---|---|',
    ...rows.map(pageLine),
  ].join('\n');
}

/** @param {Row} row */
function pageLine({ file, nodes, walk, limpid, readability, defuddle }) {
  const times = [walk, limpid, readability, defuddle].map((ms) => ms.toFixed(2));
  return `| ${[basename(file, '.html'), nodes, ...times].join(' | ')} |`;
}

/**
 * @param {Row[]} rows
 * @param {string} name
 */
function line(rows, name) {
  const over = ratios(rows, name, 'walk');
  return `| ${name} | ${median(values(rows, name)).toFixed(2)} | ${median(over).toFixed(1)} |`;
}

/**
 * @param {Row[]} rows
 * @param {string} slow
 * @param {string} fast
 */
function spread(rows, slow, fast) {
  const all = ratios(rows, slow, fast).sort((a, b) => a - b);
  if (all.length === 0) return 'no pages';
  const at = (/** @type {number} */ share) => all[Math.min(all.length - 1, Math.floor(all.length * share))].toFixed(1);
  return `${at(0.5)} times (median per page; ${at(0.1)} to ${at(0.9)} in the middle 80 %; worst ${at(0)})`;
}

/**
 * @param {Row[]} rows
 * @param {string} over
 * @param {string} under
 */
function ratios(rows, over, under) {
  const all = rows.map((row) => /** @type {any} */ (row)[over] / /** @type {any} */ (row)[under]);
  return all.filter((ratio) => Number.isFinite(ratio));
}

/**
 * @param {Row[]} rows
 * @param {string} name
 */
function values(rows, name) {
  return rows.map((row) => /** @type {any} */ (row)[name]).filter(Number.isFinite);
}

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
