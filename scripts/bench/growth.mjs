// How the time grows with the page: one made page of so many nodes after the other, all tools on each.
import { measurePage } from './measure.mjs';

/** Nodes of the smallest and of the longest page; each is twice the one before. */
const NODES_MIN = 1000;
const NODES_MAX = 1_024_000;

/** A peer is not given longer pages once it took so long for one. */
const PATIENCE_MS = 2000;

/** What is measured to the end. */
const OURS = ['walk', 'limpid'];

/** @typedef {import('./measure.mjs').Times & { wanted: number }} Grown */

/** The lengths of the pages, in nodes. */
function lengths() {
  const all = [];
  for (let nodes = NODES_MIN; nodes <= NODES_MAX; nodes *= 2) all.push(nodes);
  return all;
}

/**
 * A page as they grow in the wild: a long article with links and pictures, lists of other articles between, a thread below. No
 * two lines are the same.
 * @param {number} nodes how many it has, about
 */
export function grownPage(nodes) {
  const parts = [];
  for (let at = 0, written = 60; written < nodes; at += 1) {
    const { html, count } = PARTS[at % PARTS.length](at);
    parts.push(html);
    written += count;
  }
  return `<!doctype html><html lang="en"><head><title>The sea wall, year by year</title></head><body>
<nav><ul>${list('Section', 0, 12)}</ul></nav><main><article><h1>The sea wall, year by year</h1>${parts.join('\n')}</article></main>
<footer><p>Printed in the harbour. All rights reserved.</p></footer></body></html>`;
}

/** @param {string} word @param {number} at @param {number} count */
function list(word, at, count) {
  return Array.from(
    { length: count },
    (_, row) => `<li class="item"><a href="/${at}/${row}">${word} ${at + row}</a></li>`,
  ).join('');
}

/** @param {number} at */
const text = (at) =>
  `In the ${at}th year of the wall the council met, again, about the stones that the storm of week ${at % 52} had taken,
  and it agreed, after ${at % 7} hours, that somebody ought to count them`;

/** What the page is made of in turn, with its nodes. @type {((at: number) => { html: string, count: number })[]} */
const PARTS = [
  (at) => ({ html: `<p>${text(at)}.</p>`, count: 3 }),
  (at) => ({
    html: `<p class="text">${text(at)}, <a href="/stones/${at}">as it did before</a>, or <em>nearly</em>.</p>`,
    count: 8,
  }),
  (at) => ({ html: `<h2 id="part-${at}">Week ${at}</h2><p>${text(at)}; nobody did.</p>`, count: 6 }),
  (at) => ({ html: `<aside class="related"><h3>More of week ${at}</h3><ul>${list('Stone', at, 4)}</ul></aside>`, count: 17 }),
  (at) => ({
    html: `<div class="comment"><span class="name">Reader ${at}</span><div class="body"><p>${text(at)}?</p></div></div>`,
    count: 8,
  }),
];

/**
 * Runs all tools that are still patient on pages of growing length.
 * @param {import('../../tests/browser/browser.mjs').Page} page
 * @param {(nodes: number) => string} addressOf where the page of this length is served
 * @param {string} peerCode
 * @param {string} limpidUrl
 * @returns {Promise<Grown[]>}
 */
export async function growth(page, addressOf, peerCode, limpidUrl) {
  /** @type {Grown[]} */
  const rows = [];
  /** @type {string[]} */
  let left = ['walk', 'limpid', 'readability', 'defuddle'];
  for (const wanted of lengths()) {
    // A browser may take a minute to lay out the longest: no driver waits that long for a page, but for a script.
    await page.goto(addressOf(NODES_MIN));
    await page.evaluate(async (address) => {
      document.documentElement.innerHTML = await (await fetch(address)).text();
    }, addressOf(wanted));
    const times = await page.evaluate(measurePage, peerCode, limpidUrl, left);
    rows.push({ wanted, ...times });
    left = left.filter((name) => OURS.includes(name) || /** @type {any} */ (times)[name] < PATIENCE_MS);
  }
  return rows;
}

/** @param {Grown[]} rows */
export function growthReport(rows) {
  const shown = (/** @type {number | undefined} */ ms) =>
    ms === undefined || Number.isNaN(ms) ? '' : ms.toFixed(ms < 10 ? 2 : 0);
  const growth = (/** @type {Grown} */ row, /** @type {Grown | undefined} */ before) =>
    before ? (row.limpid / before.limpid / (row.nodes / before.nodes)).toFixed(2) : '';
  return [
    '| nodes | walk ms | limpid ms | its time per node, over the page before | readability ms | defuddle ms |',
    '|---|---|---|---|---|---|',
    ...rows.map((row, at) => {
      const cells = [
        row.nodes,
        shown(row.walk),
        shown(row.limpid),
        growth(row, rows[at - 1]),
        shown(row.readability),
        shown(row.defuddle),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}
