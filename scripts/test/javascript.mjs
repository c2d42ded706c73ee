// The JavaScript side: lint and format, types, tests in Node, sizes.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TSC } from '../build/types.mjs';
import { sizeReport } from '../size.mjs';
import { root } from '../steps.mjs';
import { countedTests, NODE, wholeCheck } from './counts.mjs';

/** @returns {Promise<import('../test.mjs').Check[]>} */
export async function lintChecks() {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  return [
    wholeCheck('JavaScript lints and format', process.execPath, [biome, 'check', '--error-on-warnings']),
    wholeCheck('JavaScript types', process.execPath, [TSC, '-p', join(root, 'tsconfig.json')]),
  ];
}

/** @returns {Promise<import('../test.mjs').Check[]>} */
export async function nodeTests() {
  const folder = join(root, 'tests', 'node');
  const names = await readdir(folder).catch(() => /** @type {string[]} */ ([]));
  // Named one by one: given none, Node would go and look for tests itself.
  const files = names.filter((file) => file.endsWith('.test.mjs')).map((file) => join(folder, file));
  if (files.length === 0)
    return [{ label: 'Tests in Node', run: async () => ({ passed: 0, failed: 1, output: `no tests in ${folder}` }) }];
  return [
    countedTests('Tests in Node', process.execPath, ['--test', '--test-reporter=spec', ...files], { ...NODE, env: PLAIN }),
  ];
}

/** No colours: the counts are read from the output. */
export const PLAIN = { FORCE_COLOR: '0' };

/** @returns {Promise<import('../test.mjs').Check[]>} */
export async function sizeCheck() {
  return [
    {
      label: 'Sizes within their budgets',
      async run() {
        const { table, over } = await sizeReport();
        return { passed: over.length === 0 ? 1 : 0, failed: over.length === 0 ? 0 : 1, output: table };
      },
    },
  ];
}
