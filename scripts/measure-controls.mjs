// npm run measure:controls -- FOLDER [COUNT]: what declutter() hides on pages that people use rather than read, in Chromium.
//
// Of a folder of NAME.html, with NAME.json or without, those pages count whose JSON says so (a kind of page below, a text that is
// empty, the address of a site's front page) or that have none. Each is loaded without its scripts and may load nothing. Each
// hidden section is listed with its share of the window and the controls in it.
import { basename, resolve } from 'node:path';
import { filesIn, spread } from './corpus.mjs';
import { controlsOfPage } from './declutter/controls-in-page.mjs';
import { truthsIn } from './declutter/truths.mjs';
import { visit } from './declutter/visit.mjs';
import { runAsScript, Trouble } from './steps.mjs';

/** Pages measured unless the caller says otherwise. */
const PAGES = 200;

/** Kinds of pages that people use rather than read, as corpora call them. */
const USED = new Set(['listing', 'collection', 'service', 'search', 'product']);

/**
 * @typedef {import('./declutter/truths.mjs').Truth} Truth
 * @typedef {import('./declutter/controls-in-page.mjs').Usable} Usable
 */

/** @param {string} folder @param {number} count */
async function measure(folder, count) {
  const pages = spread(await usedPages(folder), count);
  if (pages.length === 0) throw new Trouble(`${folder} has no such pages`, 'Name a folder of NAME.html.');
  const seen = await visit(pages, controlsOfPage);
  console.log(seen.flatMap((usable, at) => list(pages[at], usable)).join('\n'));
  console.log(`\n${summary(seen)}`);
}

/** @param {string} folder @returns {Promise<Truth[]>} */
async function usedPages(folder) {
  const truths = new Map((await truthsIn(folder)).map((truth) => [truth.file, truth]));
  return (await filesIn(folder, '.html')).map((file) => truths.get(file) ?? { file }).filter(isUsed);
}

/** @param {Truth} truth */
function isUsed({ page_type, text, url }) {
  const isFrontPage = Boolean(url) && /^https?:\/\/[^/]+\/?(?:index\.\w+)?$/.test(url ?? '');
  return USED.has(page_type ?? '') || text?.trim() === '' || isFrontPage || (!page_type && text === undefined && !url);
}

/** @param {Truth} page @param {Usable} usable */
function list({ file, page_type = '' }, { article, isUndone, controls, hidden }) {
  const found = article ? `an article (${article})` : 'no article';
  const head = `${basename(file)} ${page_type}: ${found}, ${counts(controls)}${isUndone ? '' : ', UNDO IS NOT EXACT'}`;
  const line = (/** @type {import('./declutter/controls-in-page.mjs').Hidden} */ { kind, rule, share, controls, text }) =>
    `  ${kind} (${rule}) ${(100 * share).toFixed(0)} %, ${counts(controls)}: ${text.replace(/\s+/g, ' ')}`;
  return [head, ...hidden.map(line)];
}

/** @param {Usable[]} seen */
function summary(seen) {
  const row = (/** @type {string} */ name, /** @type {Usable[]} */ pages) => {
    const lost = sum(pages.flatMap(({ hidden }) => hidden.map(({ controls }) => controls)));
    const all = sum(pages.map(({ controls }) => controls));
    const touched = pages.filter(({ hidden }) => hidden.length > 0).length;
    return `${name}: ${pages.length} pages, something hidden on ${touched}; controls hidden: ${counts(lost)}; of ${counts(all)}`;
  };
  const traces = seen.filter(({ isUndone }) => !isUndone).length;
  return [
    row(
      'no article found',
      seen.filter(({ article }) => !article),
    ),
    row(
      'an article found',
      seen.filter(({ article }) => article),
    ),
    `undo: exact on ${seen.length - traces} of ${seen.length} pages`,
  ].join('\n');
}

/** @param {Record<string, number>[]} several */
function sum(several) {
  /** @type {Record<string, number>} */
  const all = {};
  for (const one of several) for (const [kind, count] of Object.entries(one)) all[kind] = (all[kind] ?? 0) + count;
  return all;
}

/** @param {Record<string, number>} controls */
function counts(controls) {
  const named = Object.entries(controls).map(([kind, count]) => `${kind} ${count}`);
  return named.join(', ') || 'no controls';
}

await runAsScript(import.meta, () => {
  const [folder, count] = process.argv.slice(2);
  if (!folder) throw new Trouble('no folder given', 'npm run measure:controls -- FOLDER [COUNT]');
  return measure(resolve(folder), Number(count ?? PAGES));
});
