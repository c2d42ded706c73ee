// How time and memory grow with the page, from a string, in Node.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../steps.mjs';
import { grownPage } from './growth.mjs';

/** Nodes of the smallest and of the longest page; each is twice the one before. */
const NODES_MIN = 1000;
const NODES_MAX = 1_024_000;
const RUNS = 3;
const WARM_UPS = 100;

/** @typedef {{ nodes: number, ms: number, pageBytes: number, memoryBytes: number }} Grown */

/**
 * Each page in an instance of its own, so that the memory is what this page takes.
 * @returns {Promise<Grown[]>}
 */
export async function measureGrowth() {
  const core = await import(join(root, '.cache', 'html', 'html.js'));
  const module = await WebAssembly.compile(await readFile(join(root, '.cache', 'html', 'html_bg.wasm')));
  await core.default({ module_or_path: module });
  // The engine writes fast machine code for what runs often.
  const usual = grownPage(NODES_MIN);
  for (let turn = 0; turn < WARM_UPS; turn += 1) core.read_html_text(usual, '', []);
  core.__wbg_reset_state();
  core.read_html_text('<p>Nothing.', '', []);
  const emptyBytes = core.memory_bytes();
  /** @type {Grown[]} */
  const rows = [];
  for (let nodes = NODES_MIN; nodes <= NODES_MAX; nodes *= 2) {
    const html = grownPage(nodes);
    let ms = Number.POSITIVE_INFINITY;
    let memoryBytes = 0;
    for (let turn = 0; turn < RUNS; turn += 1) {
      core.__wbg_reset_state();
      const begun = performance.now();
      core.read_html_text(html, 'https://example.org/', []);
      ms = Math.min(ms, performance.now() - begun);
      memoryBytes = core.memory_bytes() - emptyBytes;
    }
    rows.push({ nodes, ms, pageBytes: Buffer.byteLength(html), memoryBytes });
  }
  return rows;
}

/** @param {Grown[]} rows */
export function growthReport(rows) {
  const line = (/** @type {Grown} */ { nodes, ms, pageBytes, memoryBytes }, /** @type {number} */ at) => {
    const before = rows[at - 1];
    const growth = before ? (ms / before.ms).toFixed(2) : '';
    const perNode = (memoryBytes - pageBytes) / nodes;
    return `| ${nodes} | ${ms.toFixed(1)} | ${growth} | ${(pageBytes / nodes).toFixed(0)} | ${perNode.toFixed(0)} |`;
  };
  return [
    '| nodes | ms | times the page of half the length | bytes a node of the page itself | of memory over that |',
    '|---|---|---|---|---|',
    ...rows.map(line),
  ].join('\n');
}
