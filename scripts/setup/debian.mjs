// Debian ships the source of Rust's standard library, not its wasm32 build: we build it once into a sysroot of our own.
import { cp, mkdir, readdir, readlink, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attempt, root, run, step, Trouble } from '../steps.mjs';
import { aptIsUsable, candidateVersion, installPackages, missingPackages } from './apt.mjs';
import { TRIPLE } from './triple.mjs';

const PACKAGES = ['rustc-web', 'cargo-web', 'rust-web-src', 'rust-web-llvm'];

/** The oldest of Debian's rustc-web that builds the project (Cargo.toml, rust-version). */
const MINOR_MIN = 90;

// Debian's own programs, by full path: rustup's stand before them in PATH, and std's source must match its compiler.
const RUSTC = '/usr/bin/rustc';
const CARGO = '/usr/bin/cargo';
const LINKER_LINK = '/usr/bin/rust-lld';

/**
 * The route by Debian's packages, or null where it is closed.
 * @returns {Promise<import('./wasm-target.mjs').WasmTarget | null>}
 */
export async function debianTarget() {
  if (!(await aptIsUsable())) return null;
  if ((await missingPackages(PACKAGES)).length > 0 && !(await installToolchain())) return null;
  await installLinker();
  const version = (await run(RUSTC, ['--version'])).split(' ')[1];
  // cargo does not notice a changed sysroot, so its name carries what it was built from.
  const sysroot = join(root, '.toolchain', `sysroot-${version}`);
  const target = /** @type {const} */ ({ route: 'debian', cargo: CARGO });
  const built = await readdir(sysroot).catch(() => []);
  if (built.length === 0)
    await step(`Rust standard library for wasm, ${version} (once, about a minute)`, () => buildStd(sysroot));
  return { ...target, env: { RUSTC, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: `--sysroot=${sysroot}` } };
}

/** What to do where Debian has the packages and they cannot be had. */
const ADVICE = 'Run this again when apt-get works by itself, or set LIMPID_TOOLCHAIN=rustup to take rustup instead.';

/**
 * A failure of the mirror or the network is told, not met by another downloader.
 * @returns {Promise<boolean>} false where the packages are too old or unknown: this is another system, or an old one
 */
async function installToolchain() {
  const { version, isFresh } = await step("Debian's lists of packages", () => candidateVersion(PACKAGES[0]));
  if (version && Number(version.split('.')[1]) >= MINOR_MIN) {
    await step(`Rust for wasm from Debian's packages (${PACKAGES[0]} ${version})`, () => installPackages(PACKAGES, ADVICE));
    return true;
  }
  if (!isFresh) throw new Trouble("Debian's lists of packages could not be fetched", ADVICE);
  return false;
}

/** rust-lld is a link to a linker that no package depends on: its name carries LLVM's version. */
async function installLinker() {
  const name = await readlink(LINKER_LINK);
  if ((await attempt(LINKER_LINK, ['-flavor', 'wasm', '--version'])).code === 0) return;
  await step(`Linker for wasm (${name})`, () => installPackages([name], ADVICE));
}

/** @param {string} sysroot */
async function buildStd(sysroot) {
  const scratch = `${sysroot}.building`;
  const crate = join(scratch, 'crate');
  const libraries = join(scratch, 'sysroot', 'lib', 'rustlib', TRIPLE, 'lib');
  await rm(scratch, { recursive: true, force: true });
  await mkdir(join(crate, 'src'), { recursive: true });
  await mkdir(libraries, { recursive: true });
  await writeFile(join(crate, 'src', 'lib.rs'), '');
  await writeFile(
    join(crate, 'Cargo.toml'),
    '[package]\nname = "empty"\nedition = "2024"\n[workspace]\n[profile.release]\npanic = "abort"\n',
  );
  // Without bitcode in the library, link-time optimisation fails; without `test`, so do tests built for wasm.
  const env = { RUSTC, RUSTC_BOOTSTRAP: '1', RUSTFLAGS: '-Cembed-bitcode=yes' };
  const flags = ['--release', '--target', TRIPLE, '-Zbuild-std=std,panic_abort,test'];
  const advice = 'Remove .toolchain and run this again; LIMPID_TOOLCHAIN=rustup takes rustup instead.';
  await run(CARGO, ['build', ...flags], { cwd: crate, env, advice });
  const built = join(crate, 'target', TRIPLE, 'release', 'deps');
  for (const file of await readdir(built)) {
    if (file.endsWith('.rlib') && !file.startsWith('libempty-')) await cp(join(built, file), join(libraries, file));
  }
  await rename(join(scratch, 'sysroot'), sysroot);
  await rm(scratch, { recursive: true, force: true });
}
