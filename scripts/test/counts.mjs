// How many tests a tool ran, read from what it printed.
import { attempt } from '../steps.mjs';

/**
 * A check that passes or fails as a whole: a linter, a formatter, a compiler.
 * @param {string} label
 * @param {string} program
 * @param {string[]} args
 * @returns {import('../test.mjs').Check}
 */
export function wholeCheck(label, program, args) {
  return {
    label,
    async run() {
      const { code, output } = await attempt(program, args);
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
    },
  };
}

/**
 * A test runner that prints its counts. One that fails without a failed test (it crashed, nothing compiled) counts as one failed.
 * @param {string} label
 * @param {string} program
 * @param {string[]} args
 * @param {{ passed: RegExp, failed: RegExp, env?: Record<string, string> }} patterns global, the number in the first group
 * @returns {import('../test.mjs').Check}
 */
export function countedTests(label, program, args, { passed, failed, env }) {
  return {
    label,
    async run() {
      const { code, output } = await attempt(program, args, { env });
      const counts = { passed: sum(output, passed), failed: sum(output, failed), output };
      if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
      return counts;
    },
  };
}

/** What cargo test prints, once a test program. */
export const CARGO = { passed: /^test result: .*?(\d+) passed/gm, failed: /^test result: .*?(\d+) failed/gm };

/** What Node's spec reporter prints. A cancelled test did not pass. */
export const NODE = { passed: /^\S+ pass (\d+)$/gm, failed: /^\S+ (?:fail|cancelled) (\d+)$/gm };

/**
 * @param {string} output
 * @param {RegExp} pattern
 */
function sum(output, pattern) {
  return [...output.matchAll(pattern)].reduce((total, [, count]) => total + Number(count), 0);
}
