// npm run bench [-- FOLDER [COUNT]] [--pages] [--growth] [--node] [--stages] [--start]: Limpid beside its peers, measured side by
// side on the pages of a folder; without one, on the project's own.
//
//   --pages   live pages in one Chromium: Limpid, Readability.js, Defuddle, and isReadable
//   --growth  the same on made pages of 1,000 to 10^6 nodes; the curves are drawn in docs/growth.svg
//   --node    the same pages from their strings in Node, beside linkedom and jsdom with Readability.js
//   --stages  where a reading's time goes
//   --start   from cold to the first reading
//
// Without flags: --pages, --growth and --node. Runs are interleaved and the best of each tool counts. Quote the ratios: the
// milliseconds depend on the machine.
import { join, resolve } from 'node:path';
import { compareGrowth, comparePages, compareStages, compareStart, withBrowser } from './bench/live.mjs';
import { compareNode } from './bench/node.mjs';
import { build } from './build.mjs';
import { filesIn, spread } from './corpus.mjs';
import { setup } from './setup.mjs';
import { root, runAsScript, Trouble } from './steps.mjs';

/** Pages measured unless the caller says otherwise. */
const PAGES = 40;

/** @type {Record<string, (stand: import('./bench/live.mjs').Stand) => Promise<string>>} */
const IN_BROWSER = {
  '--pages': comparePages,
  '--growth': compareGrowth,
  '--stages': compareStages,
  '--start': compareStart,
};

const NODE = '--node';

const USUAL = [NODE, '--pages', '--growth'];

/**
 * @param {string[]} files
 * @param {string[]} flags
 */
async function bench(files, flags) {
  const known = [...Object.keys(IN_BROWSER), NODE];
  for (const flag of flags) {
    if (!known.includes(flag)) throw new Trouble(`bench knows no ${flag}`, `It knows ${known.join(', ')}.`);
  }
  const inBrowser = flags.filter((flag) => flag !== NODE);
  await build(await setup({ browsers: inBrowser.length > 0 }));
  // While nothing else runs: an open browser takes its share of the processor.
  if (flags.includes(NODE)) console.log(`${await compareNode(files)}\n`);
  if (inBrowser.length === 0) return;
  await withBrowser(files, async (stand) => {
    for (const flag of inBrowser) console.log(`${await IN_BROWSER[flag](stand)}\n`);
  });
}

const given = process.argv.slice(2);
const [folder = join(root, 'tests', 'pages'), count = PAGES] = given.filter((word) => !word.startsWith('--'));
const flags = given.filter((word) => word.startsWith('--'));

await runAsScript(import.meta, async () => {
  const files = spread(await filesIn(resolve(folder), '.html'), Number(count));
  await bench(files, flags.length > 0 ? flags : USUAL);
});
