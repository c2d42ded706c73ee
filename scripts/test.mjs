// npm test [-- --only native|node|browser|lint]: all checks and tests; the last line is `N passed, N failed`.
import { build } from './build.mjs';
import { setup } from './setup.mjs';
import { runAsScript, step, Trouble, tell } from './steps.mjs';
import { browserTests } from './test/browsers.mjs';
import { lintChecks, nodeTests, sizeCheck } from './test/javascript.mjs';
import { nativeTests, rustChecks } from './test/rust.mjs';

/** @typedef {{ passed: number, failed: number, output?: string }} Counts `output` is shown where something failed */
/** @typedef {{ label: string, run: () => Promise<Counts> }} Check */

/** What can be run by itself, in order; `built` needs dist/. @type {Record<string, { built: boolean, checks: () => Promise<Check[]> }[]>} */
const GROUPS = {
  lint: [
    { built: false, checks: rustChecks },
    { built: true, checks: lintChecks },
  ],
  native: [{ built: false, checks: nativeTests }],
  node: [
    { built: true, checks: nodeTests },
    { built: true, checks: sizeCheck },
  ],
  browser: [{ built: true, checks: browserTests }],
};

/** @param {string[]} groups */
async function test(groups) {
  const total = { passed: 0, failed: 0 };
  const parts = groups.flatMap((group) => GROUPS[group]);
  try {
    const target = await setup({ browsers: groups.includes('browser') });
    for (const { checks } of parts.filter(({ built }) => !built)) await add(total, await checks());
    if (parts.some(({ built }) => built)) await build(target);
    for (const { checks } of parts.filter(({ built }) => built)) await add(total, await checks());
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    tell(error);
    total.failed += 1;
  } finally {
    process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
    console.log(`\n${total.passed} passed, ${total.failed} failed`);
  }
}

/**
 * Runs checks one after another and adds up their counts.
 * @param {Counts} total
 * @param {Check[]} checks
 */
async function add(total, checks) {
  for (const { label, run } of checks) {
    const { passed, failed, output } = await step(label, run);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) console.log(`\n${output ?? ''}\n  ${label}: ${failed} failed\n`);
  }
}

await runAsScript(import.meta, () => {
  const [flag, group] = process.argv.slice(2);
  if (flag === undefined) return test(Object.keys(GROUPS));
  if (flag === '--only' && group in GROUPS) return test([group]);
  throw new Trouble(`unknown: ${process.argv.slice(2).join(' ')}`, `npm test -- --only ${Object.keys(GROUPS).join('|')}`);
});
