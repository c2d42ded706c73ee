// npm run score -- SCORER [--freeze] [CORPUS ...]: the command line over a corpus, measured by a scorer's own programs, and
// held against the frozen sample of scores in tests/scores.txt. --freeze writes that sample anew.
//
// SCORER is a folder with batch.py, which prints the pages as lines for `limpid --batch`, and score.py, which reads the answers
// and with --worst prints the score of every page.

import { spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { difference, freeze, scores } from './score/frozen.mjs';
import { setup } from './setup.mjs';
import { root, run, runAsScript, step, Trouble } from './steps.mjs';

/**
 * @param {string | undefined} scorer
 * @param {string[]} rest names of sets, all where none is named; and `--freeze`
 */
async function score(scorer, rest) {
  if (!scorer) throw new Trouble('no scorer given', 'npm run score -- FOLDER, where FOLDER holds batch.py and score.py.');
  const doFreeze = rest.includes('--freeze');
  const corpora = rest.filter((name) => name !== '--freeze');
  await build(await setup());
  const folder = await mkdtemp(join(tmpdir(), 'limpid-score-'));
  const [asked, answered] = [join(folder, 'in.jsonl'), join(folder, 'out.jsonl')];
  try {
    await writeFile(asked, await run('python3', [join(scorer, 'batch.py'), ...corpora]));
    await step('Reading the pages', async () => answer(asked, answered));
    const printed = await run('python3', [join(scorer, 'score.py'), answered, '--worst', '1000000']);
    const now = scores(printed);
    process.stdout.write(printed.replaceAll(/^ .*\n/gm, ''));
    if (doFreeze) await freeze(now);
    process.stdout.write(`\n${await difference(now)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} asked
 * @param {string} answered
 */
function answer(asked, answered) {
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = [openSync(asked, 'r'), openSync(answered, 'w'), 'inherit'];
  const { status } = spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), '--batch'], { stdio });
  if (status !== 0) throw new Trouble(`limpid --batch ended with code ${status}`, 'The output above says why.');
}

await runAsScript(import.meta, () => score(process.argv[2], process.argv.slice(3)));
