// From cold to the first reading: a new page each time, the files from the browser's cache.
import { median } from './report.mjs';

/** Visits a page; the first fills the browser's cache and is not counted. */
const VISITS = 6;

/**
 * Runs inside the page by its source.
 * @param {string} limpidUrl
 * @returns {Promise<Record<string, number>>} milliseconds a phase
 */
async function measureStart(limpidUrl) {
  const begun = performance.now();
  const { ready, readSync } = await import(limpidUrl);
  const imported = performance.now();
  await ready();
  const compiled = performance.now();
  readSync(document);
  const read = performance.now();
  readSync(document);
  const again = performance.now();
  return {
    import: imported - begun,
    'fetch, compile, instantiate': compiled - imported,
    'first read': read - compiled,
    all: read - begun,
    'second read': again - read,
  };
}

/**
 * @param {import('../../tests/browser/browser.mjs').Page} page
 * @param {string} address
 * @param {string} limpidUrl
 * @returns {Promise<Record<string, number>>} milliseconds a phase, the median of the visits
 */
export async function startOf(page, address, limpidUrl) {
  const visits = [];
  for (let visit = 0; visit <= VISITS; visit += 1) {
    await page.goto(address);
    visits.push(await page.evaluate(measureStart, limpidUrl));
  }
  const counted = visits.slice(1);
  const phases = Object.keys(counted[0]);
  return Object.fromEntries(phases.map((phase) => [phase, median(counted.map((visit) => visit[phase]))]));
}

/** @param {Record<string, number>[]} rows */
export function startReport(rows) {
  const phases = Object.keys(rows[0] ?? {});
  const line = (/** @type {string} */ phase) => {
    const all = rows.map((row) => row[phase]);
    return `| ${phase} | ${median(all).toFixed(1)} | ${Math.max(...all).toFixed(1)} |`;
  };
  return [
    'From cold, files from the cache',
    '',
    '| phase | median ms | slowest page |',
    '|---|---|---|',
    ...phases.map(line),
  ].join('\n');
}
