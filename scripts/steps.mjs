// One line a step, with its seconds; what a step's tools print is shown only where the step fails.
// Node's built-ins only: this runs before any package is installed.
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Lines of a failed tool's output that are shown, of its beginning and its end: npm names the cause first, compilers last. */
const HEAD_LINES = 12;
const TAIL_LINES = 28;

/** A failure that a person can act on: what went wrong, and what to do about it. */
export class Trouble extends Error {
  /**
   * @param {string} what
   * @param {string} advice
   * @param {string} [output] what the tool printed
   */
  constructor(what, advice, output = '') {
    super(what);
    this.advice = advice;
    this.output = output;
  }
}

/**
 * Does `work` under a line that says what is being done and how long it took.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const start_ms = performance.now();
  const seconds = () => `${((performance.now() - start_ms) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY;
  process.stdout.write(`  ${label} ... `);
  const ticking = live ? setInterval(() => process.stdout.write(`\r  ${label} ... ${seconds()}`), 1000) : undefined;
  try {
    const result = await work();
    process.stdout.write(`${live ? `\r  ${label} ... ` : ''}${seconds()}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`failed after ${seconds()}\n`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Record<string, string>} [env] added to the environment
 * @property {boolean} [show] pass the output through as it comes
 * @property {string} [advice] what to do when it fails
 */

/**
 * Runs a program to its end; gives its exit code and all it printed.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export function attempt(program, args, { cwd = root, env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env: { ...environment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
      if (show) process.stdout.write(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (show) process.stderr.write(text);
    });
    child.on('error', (error) => resolve({ code: 127, output: `${error.message}\n`, stdout: '' }));
    child.on('close', (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}

/**
 * Like `attempt`, but a failing program is a `Trouble`. Gives what it printed to its standard output.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export async function run(program, args, options = {}) {
  const { code, output, stdout } = await attempt(program, args, options);
  if (code === 0) return stdout;
  const advice = options.advice ?? 'The output above says why.';
  throw new Trouble(`${[program, ...args].join(' ')} ended with code ${code}`, advice, options.show ? '' : output);
}

/** The environment of every tool: rustup's programs are found also where the shell was opened before Rust was installed. */
function environment() {
  const path = [process.env.PATH, join(homedir(), '.cargo', 'bin')].filter(Boolean).join(delimiter);
  return { ...process.env, PATH: path };
}

/**
 * Runs a script's main function: a `Trouble` is told in plain words, and the exit code says that it failed.
 * @param {ImportMeta} meta
 * @param {() => Promise<unknown>} main
 */
export async function runAsScript(meta, main) {
  if (process.argv[1] !== fileURLToPath(meta.url)) return;
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof Trouble)) throw error;
    tell(error);
  }
}

/** @param {Trouble} trouble */
export function tell(trouble) {
  const lines = trouble.output.trimEnd().split('\n');
  const left_out = lines.length - HEAD_LINES - TAIL_LINES;
  if (left_out > 0) lines.splice(HEAD_LINES, left_out, `[${left_out} lines left out]`);
  const output = lines.join('\n');
  console.error(`${output && `\n${output}\n`}\nFailed: ${trouble.message}\nWhat to do: ${trouble.advice}`);
}
