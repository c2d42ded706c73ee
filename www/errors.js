// @ts-check
/**
 * What can go wrong, and what a caller can do about it.
 *
 * @typedef {'bad-argument' | 'not-ready' | 'wasm-unavailable' | 'wasm-blocked' | 'wasm-invalid' | 'no-article' | 'failed'} LimpidErrorCode
 * `bad-argument`: something is not of the type that is asked for.
 * `not-ready`: a synchronous call came before `ready()` was done.
 * `wasm-unavailable`: the wasm could not be fetched, or this runtime has no WebAssembly.
 * `wasm-blocked`: the page's security policy forbids WebAssembly.
 * `wasm-invalid`: what was fetched is not Limpid's wasm.
 * `no-article`: the page carries no article to open.
 * `failed`: the reading failed; the page is as it was.
 */

/** The only error that Limpid throws. Its message says what to do. */
export class LimpidError extends Error {
  /**
   * @param {LimpidErrorCode} code
   * @param {string} message
   * @param {{ cause?: unknown }} [options]
   */
  constructor(code, message, options) {
    super(message, options);
    this.name = 'LimpidError';
    /** @type {LimpidErrorCode} */
    this.code = code;
  }
}

/**
 * What a failed reading throws.
 * @param {unknown} cause
 */
export function readingError(cause) {
  if (cause instanceof LimpidError) return cause;
  return new LimpidError('failed', `The page could not be read. ${cause instanceof Error ? cause.message : cause}`, { cause });
}

/**
 * Whether the core was stopped in the middle, which only memory or stack at their end can bring about: its instance is in
 * pieces then, and a fresh one must take its place.
 * @param {unknown} cause
 */
export function isTrap(cause) {
  return cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError;
}
