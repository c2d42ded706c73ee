// The Rust core as wasm, with the JavaScript that wasm-bindgen writes for it.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from '../fingerprint.mjs';
import { BINDGEN } from '../setup/bindgen.mjs';
import { TRIPLE } from '../setup/triple.mjs';
import { root, run } from '../steps.mjs';

/**
 * @typedef {object} Core
 * @property {string} use who loads it
 * @property {string} name the module is `name.js`, its wasm `name_bg.wasm`
 * @property {string} folder where both go; `imports` in package.json gives them the names that www/ uses
 * @property {string} features of the crate
 * @property {string} level rustc's opt-level
 * @property {string[]} optimise wasm-opt's flags; none where it is not worth its time
 */

/** @type {Core[]} */
export const CORES = [
  // Brotli of the core at one early state, by opt-level: z 177 KB, s 195, 2 214, 3 219. -Oz takes 1 % off that, and as much
  // again as it packs no data (that cuts it into 300 pieces) and may take the lowest kilobyte for unused: the stack's far end.
  {
    use: 'the browser',
    name: 'limpid',
    folder: '.cache/core',
    features: 'web',
    level: 'z',
    optimise: ['-Oz', '--low-memory-unused', '--skip-pass=memory-packing'],
  },
  // wasm-opt -O3 took 20 s and made it no faster on 120 corpus pages.
  { use: 'Node', name: 'html', folder: '.cache/html', features: 'web,html', level: '3', optimise: [] },
];

/**
 * What rustc uses for wasm32 and every engine knows. With all features allowed, wasm-opt writes types that Node 20 refuses.
 */
const FEATURES = [
  'bulk-memory',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
].map((name) => `--enable-${name}`);

/**
 * Compiles one core; cargo knows whether anything changed, and an unchanged wasm is not processed again.
 * @param {import('../setup/wasm-target.mjs').WasmTarget} target
 * @param {Core} core
 */
export async function core(target, { name, folder, features, level, optimise }) {
  // A folder for each core: in a shared one cargo forgets the other's cdylib, and builds both every time.
  const built = join(root, 'target', `core-${name}`);
  const flags = ['--release', '--locked', '--lib', '--target', TRIPLE, '--target-dir', built, '--features', features];
  const env = { ...target.env, CARGO_PROFILE_RELEASE_OPT_LEVEL: level };
  const advice = 'Put the compiler error right; cargo check --features web,html shows it too.';
  // As a cdylib by the command line: named in Cargo.toml, cargo would skip link-time optimisation without a word.
  await run(target.cargo, ['rustc', ...flags, '--crate-type', 'cdylib'], { env, advice });
  const compiled = join(built, TRIPLE, 'release', 'limpid.wasm');
  const out = join(root, folder);
  const stamp = join(root, '.cache', `${name}-built-from`);
  const wanted = await fingerprint([compiled, BINDGEN, import.meta.filename]);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  await rm(stamp, { force: true });
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await run(BINDGEN, [compiled, out, name]);
  if (optimise.length > 0) {
    const wasm = join(out, `${name}_bg.wasm`);
    const wasmOpt = join(root, 'node_modules', 'binaryen', 'bin', 'wasm-opt');
    await run(process.execPath, [wasmOpt, wasm, ...FEATURES, ...optimise, '--strip-debug', '--strip-producers', '-o', wasm]);
  }
  await writeFile(stamp, wanted);
}
