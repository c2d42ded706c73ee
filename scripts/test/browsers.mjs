// The browser specs, once in each engine that is here.
import { join } from 'node:path';
import { browserPath, ENGINES } from '../setup/browsers.mjs';
import { root } from '../steps.mjs';
import { countedTests, NODE } from './counts.mjs';
import { PLAIN } from './javascript.mjs';

/** @returns {Promise<import('../test.mjs').Check[]>} */
export async function browserTests() {
  const run = join(root, 'tests', 'browser', 'run.mjs');
  return ENGINES.filter((engine) => browserPath(engine)).map((engine) =>
    countedTests(`Tests in ${engine}`, process.execPath, ['--test-reporter=spec', run], {
      ...NODE,
      env: { ...PLAIN, LIMPID_ENGINE: engine },
    }),
  );
}
