// The standard library for wasm32: an installed one first, then Debian's packages, then rustup.
import { readdir } from 'node:fs/promises';
import { attempt, run, step, Trouble } from '../steps.mjs';
import { aptIsUsable, installPackages } from './apt.mjs';
import { debianTarget } from './debian.mjs';
import { TRIPLE } from './triple.mjs';

/**
 * How to build for wasm32: the cargo to call, and what to add to its environment.
 * @typedef {{ route: 'installed' | 'debian' | 'rustup', cargo: string, env: Record<string, string> }} WasmTarget
 */

/** The variable that forces one route. */
const ROUTE_VARIABLE = 'LIMPID_TOOLCHAIN';

/** @returns {Promise<WasmTarget>} */
export async function wasmTarget() {
  const forced = process.env[ROUTE_VARIABLE] ?? '';
  if (!['', 'installed', 'debian', 'rustup'].includes(forced)) {
    throw new Trouble(
      `${ROUTE_VARIABLE}=${forced} is no route`,
      `Set ${ROUTE_VARIABLE} to installed, debian or rustup, or unset it.`,
    );
  }
  if (forced !== 'debian' && (await isInstalled())) return withNativeCompiler('installed');
  if (forced === 'installed') {
    throw new Trouble(`rustc has no ${TRIPLE} target`, `Install it, or unset ${ROUTE_VARIABLE}.`);
  }
  if (forced !== 'rustup') {
    const debian = await debianTarget();
    if (debian) return debian;
    if (forced === 'debian') {
      throw new Trouble(
        "Debian's packages cannot be used",
        `They need apt-get, root and rustc-web. Or unset ${ROUTE_VARIABLE}.`,
      );
    }
  }
  const advice = 'Install Rust from https://rustup.rs, then run this again.';
  await step('Rust target for wasm (rustup)', () => run('rustup', ['target', 'add', TRIPLE], { advice }));
  return withNativeCompiler('rustup');
}

/** Whether the rustc in the path brings the standard library for wasm32. */
async function isInstalled() {
  const { code, stdout } = await attempt('rustc', ['--print', 'target-libdir', '--target', TRIPLE]);
  const files = code === 0 ? await readdir(stdout.trim()).catch(() => []) : [];
  return files.some((file) => file.startsWith('libstd-'));
}

/**
 * Rust links native programs with the system's C compiler (build scripts, tests).
 * @param {'installed' | 'rustup'} route
 * @returns {Promise<WasmTarget>}
 */
async function withNativeCompiler(route) {
  if ((await attempt('cc', ['--version'])).code !== 0) {
    if (!(await aptIsUsable())) throw new Trouble('no C compiler (cc) found', 'Install gcc or clang: Rust links with it.');
    await step('C compiler (gcc, libc6-dev)', () => installPackages(['gcc', 'libc6-dev']));
  }
  return { route, cargo: 'cargo', env: {} };
}
