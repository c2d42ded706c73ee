// Node's packages, exactly as package-lock.json names them.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from '../fingerprint.mjs';
import { root, run, step } from '../steps.mjs';

/** Lies inside node_modules, so it goes when the packages go. */
const STAMP = join(root, 'node_modules', '.limpid-lock');

export async function nodePackages() {
  const wanted = await fingerprint([join(root, 'package-lock.json')]);
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted) return;
  const npm = process.env.npm_execpath;
  const [program, ...first] = npm ? [process.execPath, npm] : ['npm'];
  const advice = 'Check that the npm registry can be reached, then run this again.';
  await step('Node packages', () => run(program, [...first, 'ci', '--no-audit', '--no-fund'], { advice }));
  await writeFile(STAMP, wanted);
}
