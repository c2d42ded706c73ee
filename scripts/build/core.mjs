// The Rust core as wasm, with the JavaScript that wasm-bindgen writes for it.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from '../fingerprint.mjs';
import { BINDGEN } from '../setup/bindgen.mjs';
import { TRIPLE } from '../setup/triple.mjs';
import { attempt, root, run } from '../steps.mjs';

/**
 * @typedef {object} Core
 * @property {string} use who loads it
 * @property {string} name the module is `name.js`, its wasm `name_bg.wasm`
 * @property {string} folder where both go; `imports` in package.json gives them the names that www/ uses
 * @property {string} features of the crate
 * @property {string} level rustc's opt-level
 * @property {string[]} rustc more of rustc's flags
 * @property {string[]} optimise wasm-opt's flags; none where it is not worth its time
 */

/**
 * What each saves of the download, measured at 157 to 185 KB of wasm. Those of LLVM that the compiler at hand does not know
 * are left out: an older one makes a wasm that is a little larger.
 */
const SMALLER_BY_RUSTC = [
  // 1.5 KB: where in the source a panic happened; there is nobody to tell. Not stable yet, so RUSTC_BOOTSTRAP names the crate.
  '-Zlocation-detail=none',
  // 1.6 KB: a loop keeps one counter and adds up its addresses, where LLVM would keep a pointer for each; reading is no slower.
  '-Cllvm-args=-disable-lsr',
  // 1.7 KB: what is the same in every turn of a loop, or was worked out before, is worked out where it is used, with no local to
  // keep it. Reading takes 1 to 2 % longer.
  '-Cllvm-args=-opt-disable=licm,indvars,gvn',
];

const SMALLER_BY_WASM_OPT = [
  // 0.3 KB: a function called once stays one, which keeps the numbers of its locals short.
  '--one-caller-inline-max-function-size=0',
  // 0.9 KB: control flow is taken apart and built anew between two rounds, and the second meets what the first left.
  '-Oz',
  '--flatten',
  '--rereloop',
  '-Oz',
  '-Oz',
  // 1 %: the lowest kilobyte is the stack's far end, which nothing uses; data that is packed is cut into 300 pieces.
  '--low-memory-unused',
  '--skip-pass=memory-packing',
];

/** @type {Core[]} */
export const CORES = [
  // Brotli of the core at one early state, by opt-level: z 177 KB, s 195, 2 214, 3 219.
  {
    use: 'the browser',
    name: 'limpid',
    folder: '.cache/core',
    features: 'web',
    level: 'z',
    rustc: SMALLER_BY_RUSTC,
    optimise: SMALLER_BY_WASM_OPT,
  },
  // wasm-opt -O3 took 20 s and made it no faster on 120 corpus pages.
  { use: 'Node', name: 'html', folder: '.cache/html', features: 'web,html', level: '3', rustc: [], optimise: [] },
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
export async function core(target, { name, folder, features, level, rustc, optimise }) {
  // A folder for each core: in a shared one cargo forgets the other's cdylib, and builds both every time.
  const built = join(root, 'target', `core-${name}`);
  const flags = ['--release', '--locked', '--lib', '--target', TRIPLE, '--target-dir', built, '--features', features];
  const known = await knownFlags(target, rustc);
  const env = { ...target.env, CARGO_PROFILE_RELEASE_OPT_LEVEL: level, RUSTC_BOOTSTRAP: 'limpid' };
  const advice = 'Put the compiler error right; cargo check --features web,html shows it too.';
  // As a cdylib by the command line: named in Cargo.toml, cargo would skip link-time optimisation without a word.
  await run(target.cargo, ['rustc', ...flags, '--crate-type', 'cdylib', '--', ...known], { env, advice });
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

/**
 * @param {import('../setup/wasm-target.mjs').WasmTarget} target
 * @param {string[]} flags of rustc
 * @returns {Promise<string[]>} those without what its LLVM has not heard of
 */
async function knownFlags({ env }, flags) {
  const known = await Promise.all(
    flags.map(async (flag) => {
      if (!flag.startsWith('-Cllvm-args=')) return true;
      return (await attempt(env.RUSTC ?? 'rustc', [flag, '--print', 'cfg'])).code === 0;
    }),
  );
  return flags.filter((_, at) => known[at]);
}
