// The Rust side: format, lints for each set of features, tests and doctests.
import { CARGO, countedTests, wholeCheck } from './counts.mjs';

/** @returns {Promise<import('../test.mjs').Check[]>} */
export async function rustChecks() {
  const clippy = (/** @type {string[]} */ ...args) => ['clippy', '--locked', ...args, '--', '-D', 'warnings'];
  return [
    wholeCheck('Rust format', 'cargo', ['fmt', '--check']),
    wholeCheck('Rust lints, all features', 'cargo', clippy('--all-targets', '--features', 'web,html')),
    // What the browser gets: code that only the parser used would be dead here.
    wholeCheck('Rust lints, as the browser has it', 'cargo', clippy('--features', 'web')),
  ];
}

/** @returns {Promise<import('../test.mjs').Check[]>} */
export async function nativeTests() {
  return [countedTests('Rust tests', 'cargo', ['test', '--locked', '--no-fail-fast', '--features', 'html'], CARGO)];
}
