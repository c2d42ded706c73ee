// @ts-check
/**
 * Limpid anywhere JavaScript runs: the same reading from a string or from bytes. No document is needed.
 *
 * @typedef {import('./reading.js').Reading} Reading
 *
 * @typedef {object} PageOptions
 * @property {string | URL} [url] Where the page was, against which relative addresses are resolved.
 * @property {string} [contentType] The Content-Type header it came with: names the charset of bytes.
 *
 * @typedef {import('./reading.js').ReadOptions & PageOptions} HtmlOptions
 */
import start, { kind_bit, memory_bytes, read_html, read_html_text, read_text, __wbg_reset_state as renew } from '#html';
import { isTrap, readingError } from './errors.js';
import { loader } from './loading.js';
import { bad, coreOptions } from './options.js';
import { toReading } from './reading.js';

export { LimpidError } from './errors.js';

/**
 * Memory that a reading may leave to the next: a wasm gives none back, so one page of 10^6 nodes would hold some hundred
 * megabytes for good. A fresh instance takes a millisecond; pages of up to 100,000 nodes never need one.
 */
const KEPT_BYTES_MAX = 64 * 2 ** 20;

/** Loads the wasm; every call here does it by itself. Default: `html_bg.wasm` beside this module. */
export const ready = loader({
  beside: () => new URL('html_bg.wasm', import.meta.url),
  entry: 'read_html',
  start: (module) => start({ module_or_path: module }),
});

/**
 * Reads a page from its HTML. The charset of bytes is found as a browser finds it.
 * @param {string | Uint8Array} html
 * @param {HtmlOptions} [options]
 * @returns {Promise<Reading>}
 * @example
 * const { article } = await readHtml(await response.text(), { url: response.url });
 */
export async function readHtml(html, options = {}) {
  const isText = typeof html === 'string';
  if (!isText && !ArrayBuffer.isView(html)) throw bad('Pass the HTML as a string or as bytes (a Uint8Array).');
  const { url, contentType } = checked(options);
  await ready();
  return reading(() => {
    const numbers = coreOptions(options, kind_bit);
    if (isText) return read_html_text(html, url, numbers);
    return read_html(new Uint8Array(html.buffer, html.byteOffset, html.byteLength), url, contentType, numbers);
  });
}

/**
 * Reads a plain-text dump of a page.
 * @param {string} text
 * @returns {Promise<Reading>}
 */
export async function readText(text) {
  if (typeof text !== 'string') throw bad('Pass the text as a string.');
  await ready();
  return reading(() => read_text(text));
}

/** @param {HtmlOptions | null} options */
function checked(options) {
  if (typeof options !== 'object') throw bad('Pass the options as an object, or leave them out.');
  const { url, contentType } = options ?? {};
  if (url != null && typeof url !== 'string' && !(url instanceof URL)) throw bad('options.url must be a string or a URL.');
  if (contentType != null && typeof contentType !== 'string') throw bad('options.contentType must be a string.');
  return { url: String(url ?? ''), contentType: contentType ?? '' };
}

/** @param {() => string} ask */
function reading(ask) {
  try {
    const json = ask();
    if (memory_bytes() > KEPT_BYTES_MAX) renew();
    return toReading(JSON.parse(json));
  } catch (cause) {
    if (isTrap(cause)) renew();
    throw readingError(cause);
  }
}
