// Pages of a corpus for the measurements in a browser: picked fairly, and served so that nothing of them runs or loads.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files of a folder and its subfolders with one ending, sorted.
 * @param {string} folder
 * @param {string} ending
 */
export async function filesIn(folder, ending) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(ending)).sort();
  return names.map((name) => join(folder, name));
}

/**
 * So many of them, evenly spread: a corpus of several sets is sampled fairly.
 * @template T
 * @param {T[]} all
 * @param {number} count
 */
export function spread(all, count) {
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor(at * step)]);
}

/**
 * The page without what would run or load; structured data stays.
 * @param {string} html
 */
export function withoutScripts(html) {
  return html
    .replace(/<script\b(?![^>]*ld\+json)[^>]*>[\s\S]*?<\/script\s*>/gi, '')
    .replace(/<(iframe|object|embed|link)\b[^>]*>/gi, '')
    .replace(/<meta\b[^>]*http-equiv[^>]*>/gi, '');
}
