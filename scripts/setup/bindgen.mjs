// The tool that writes the JavaScript side of the wasm: a small crate of ours, pinned by its own lock file.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from '../fingerprint.mjs';
import { root, run, step } from '../steps.mjs';

const CRATE = join(root, 'scripts', 'bindgen');
const BUILT = join(root, '.toolchain', 'bindgen');
const STAMP = join(BUILT, 'built-from');

/** The program that `bindgenTool` puts in place. */
export const BINDGEN = join(BUILT, 'release', process.platform === 'win32' ? 'bindgen.exe' : 'bindgen');

export async function bindgenTool() {
  const wanted = await fingerprint([join(CRATE, 'Cargo.lock'), join(CRATE, 'Cargo.toml'), join(CRATE, 'src')]);
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted) return;
  const advice = 'Check that crates.io can be reached and that Rust is 1.90 or newer, then run this again.';
  await step('wasm-bindgen (once, about half a minute)', () =>
    run('cargo', ['build', '--release', '--locked', '--target-dir', BUILT], { cwd: CRATE, advice }),
  );
  await writeFile(STAMP, wanted);
}
