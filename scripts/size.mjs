// npm run size [-- --sections]: what a visitor downloads, brotli sizes of dist/, held against the budgets in budgets.json; with
// --sections also what the wasm is made of.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { sectionsReport } from './size/sections.mjs';
import { root, runAsScript, Trouble } from './steps.mjs';

const brotli = promisify(brotliCompress);

/**
 * `budget_bytes` is what may not be passed today: it is raised only with what it buys in the changelog; `aim_bytes` is where it has to get.
 * @typedef {{ files: string[], budget_bytes?: number, aim_bytes?: number }} Download
 */

/**
 * @returns {Promise<{ table: string, over: string[] }>} `over`: the downloads beyond their budgets
 */
export async function sizeReport() {
  /** @type {Record<string, Download>} */
  const downloads = JSON.parse(await readFile(join(root, 'scripts', 'budgets.json'), 'utf8'));
  const rows = [];
  const over = [];
  for (const [name, { files, budget_bytes, aim_bytes }] of Object.entries(downloads)) {
    const sizes = await Promise.all(files.map(brotliSize));
    const total_bytes = sizes.reduce((sum, size) => sum + size, 0);
    if (budget_bytes !== undefined && total_bytes > budget_bytes) over.push(name);
    const budget = budget_bytes === undefined ? '' : `of ${kilobytes(budget_bytes)}`;
    rows.push(row(name, total_bytes, aim_bytes === undefined ? budget : `${budget}, aim ${kilobytes(aim_bytes)}`));
    if (files.length > 1)
      files.forEach((file, index) => {
        rows.push(row(`  ${file}`, sizes[index], ''));
      });
  }
  return { table: rows.join('\n'), over };
}

/** @param {string} file */
async function brotliSize(file) {
  return (await brotli(await readFile(join(root, 'dist', file)))).length;
}

/**
 * @param {string} name
 * @param {number} size_bytes
 * @param {string} note
 */
function row(name, size_bytes, note) {
  return `${name.padEnd(24)} ${kilobytes(size_bytes).padStart(10)}  ${note}`.trimEnd();
}

/** @param {number} size_bytes */
const kilobytes = (size_bytes) => `${(size_bytes / 1000).toFixed(1)} KB`;

await runAsScript(import.meta, async () => {
  const { table, over } = await sizeReport();
  console.log(`brotli, 1 KB = 1000 bytes\n${table}`);
  if (process.argv.includes('--sections')) console.log(`\n${await sectionsReport()}`);
  if (over.length > 0)
    throw new Trouble(
      `over budget: ${over.join(', ')}`,
      'Make it smaller, or raise the budget in scripts/budgets.json and say why.',
    );
});
