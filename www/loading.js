// @ts-check
// Fetches and starts a wasm module once, and says in words what went wrong where that fails.
import { LimpidError } from './errors.js';

/**
 * @typedef {string | URL | Request | Response | BufferSource} WasmFile
 * @typedef {WasmFile | WebAssembly.Module} WasmSource
 *
 * @typedef {object} Wasm
 * @property {() => URL} beside Where it lies by default.
 * @property {string} entry A function that it must export, by which a wrong file is told.
 * @property {(module: WebAssembly.Module) => unknown} start What wasm-bindgen wrote to start it.
 */

/** The smallest module there is: the magic number and the version. */
const EMPTY_MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * The `ready` of a wasm: loads it once; a second call waits for the first. After a failure it may be called again.
 * @param {Wasm} wasm
 * @returns {(source?: WasmSource) => Promise<void>}
 */
export function loader({ beside, entry, start }) {
  /** @type {Promise<void> | null} */
  let loading = null;
  /** @param {WasmSource} source */
  const load = async (source) => {
    const module = await compile(source);
    // Before it is started: wasm-bindgen keeps the first module that it is given, also a wrong one.
    if (!WebAssembly.Module.exports(module).some(({ name }) => name === entry)) throw invalid();
    try {
      await start(module);
    } catch (cause) {
      throw invalid(cause);
    }
  };
  return (source) => {
    loading ??= load(source === undefined ? beside() : source).catch((error) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

/**
 * Compiles a module from any source.
 * @param {WasmSource} source
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source) {
  if (typeof WebAssembly !== 'object') {
    throw unavailable('This runtime has no WebAssembly, which Limpid needs.');
  }
  if (source instanceof WebAssembly.Module) return source;
  assertAllowed();
  // TypeScript takes anything for a module.
  const bytes = await fetchWasm(/** @type {WasmFile} */ (source));
  try {
    return isBytes(bytes) ? await WebAssembly.compile(bytes) : await compileResponse(bytes);
  } catch (cause) {
    throw cause instanceof WebAssembly.CompileError
      ? invalid(cause)
      : unavailable('The wasm could not be read to its end.', cause);
  }
}

/** While it arrives where the server names its type, which also lets the browser keep the machine code for the next page. @param {Response} response */
async function compileResponse(response) {
  const type = response.headers.get('Content-Type') ?? '';
  if (WebAssembly.compileStreaming && /^application\/wasm\s*$/i.test(type)) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** @param {string} message @param {unknown} [cause] */
function unavailable(message, cause) {
  return new LimpidError('wasm-unavailable', message, { cause });
}

/** @param {unknown} [cause] */
function invalid(cause) {
  const message =
    'The file that was loaded is not the wasm of this version of Limpid. ' +
    'Serve the .wasm file from the same package as the script, or pass its address to ready().';
  return new LimpidError('wasm-invalid', message, { cause });
}

/** Throws where the page's policy forbids WebAssembly. */
function assertAllowed() {
  try {
    // Chromium and Firefox refuse the module, WebKit the instance.
    new WebAssembly.Instance(new WebAssembly.Module(EMPTY_MODULE));
  } catch (cause) {
    const message =
      "This page's Content Security Policy forbids WebAssembly. " +
      "Add 'wasm-unsafe-eval' to its script-src, or read the page from its HTML with limpid/html where no policy applies.";
    throw new LimpidError('wasm-blocked', message, { cause });
  }
}

/** @param {WasmFile} source @returns {Promise<BufferSource | Response>} */
async function fetchWasm(source) {
  if (isBytes(source)) return source;
  const response = source instanceof Response ? source : await fetchFrom(source);
  if (!response.ok) {
    throw unavailable(
      `The wasm was not found: ${response.url || 'the server'} answered ${response.status}. Pass the right address to ready().`,
    );
  }
  return response;
}

/**
 * Asked first: not every runtime that has bytes has a `Response`.
 * @param {WasmFile | Response} source
 * @returns {source is BufferSource}
 */
function isBytes(source) {
  return source instanceof ArrayBuffer || ArrayBuffer.isView(source);
}

/** @param {string | URL | Request} source @returns {Promise<Response>} */
async function fetchFrom(source) {
  const address = addressOf(source);
  try {
    // Node's fetch knows no files.
    if (address.protocol === 'file:' && isNode()) return new Response(await readFromDisk(address));
    return await fetch(source instanceof Request ? source : address);
  } catch (cause) {
    const message = `The wasm could not be fetched from ${address}. Check that it is served there and that the page's connect-src allows it.`;
    throw unavailable(message, cause);
  }
}

/** @param {string | URL | Request} source */
function addressOf(source) {
  try {
    if (source instanceof URL) return source;
    if (source instanceof Request) return new URL(source.url);
    if (typeof source === 'string') return new URL(source, globalThis.document?.baseURI ?? import.meta.url);
  } catch {
    // Not an address.
  }
  throw new LimpidError('bad-argument', 'Pass ready() the address of the wasm, a response, its bytes or the compiled module.');
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
