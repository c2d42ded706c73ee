// @ts-check
// Fetches and starts a wasm module once, and says in words what went wrong where that fails.
import { LimpidError } from './errors.js';

/**
 * @typedef {string | URL | Request | Response | BufferSource | WebAssembly.Module} WasmSource
 */

/** The smallest module there is: the magic number and the version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * Compiles a module from any source.
 * @param {WasmSource} source
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(source) {
  assertAllowed();
  if (source instanceof WebAssembly.Module) return source;
  const bytes = await fetchBytes(source);
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw invalid(cause);
  }
}

/**
 * The error for a module that is WebAssembly, but not the one that belongs to this version.
 * @param {unknown} cause
 */
export function invalid(cause) {
  const message =
    'The file that was loaded is not the wasm of this version of Limpid. ' +
    'Serve limpid_bg.wasm from the same package as the script, or pass its address to ready().';
  return new LimpidError('wasm-invalid', message, { cause });
}

/** Throws where the runtime has no WebAssembly, or the page's policy forbids it. */
function assertAllowed() {
  if (typeof WebAssembly !== 'object') {
    throw new LimpidError('wasm-unavailable', 'This runtime has no WebAssembly, which Limpid needs.');
  }
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch (cause) {
    const message =
      "This page's Content Security Policy forbids WebAssembly. " +
      "Add 'wasm-unsafe-eval' to its script-src, or read the page from its HTML with limpid/html where no policy applies.";
    throw new LimpidError('wasm-blocked', message, { cause });
  }
}

/** @param {Exclude<WasmSource, WebAssembly.Module>} source @returns {Promise<BufferSource>} */
async function fetchBytes(source) {
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return source;
  const response = source instanceof Response ? source : await fetchWasm(source);
  if (!response.ok) {
    const message = `The wasm was not found: ${response.url || 'the server'} answered ${response.status}. Pass the right address to ready().`;
    throw new LimpidError('wasm-unavailable', message);
  }
  return response.arrayBuffer();
}

/** @param {string | URL | Request} source @returns {Promise<Response>} */
async function fetchWasm(source) {
  const address = new URL(source instanceof Request ? source.url : source, globalThis.document?.baseURI ?? import.meta.url);
  try {
    // Node's fetch knows no files.
    if (address.protocol === 'file:' && isNode()) return new Response(await readFromDisk(address));
    return await fetch(source instanceof Request ? source : address);
  } catch (cause) {
    const message = `The wasm could not be fetched from ${address}. Check that it is served there and that the page's connect-src allows it.`;
    throw new LimpidError('wasm-unavailable', message, { cause });
  }
}

function isNode() {
  return typeof process === 'object' && typeof process.versions?.node === 'string';
}

/** @param {URL} file @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function readFromDisk(file) {
  // The name is kept from bundlers, which would look for the module in a browser's bundle.
  const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ ['node', 'fs/promises'].join(':'));
  return readFile(file);
}
