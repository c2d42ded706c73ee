// @ts-check
/**
 * Limpid in a browser. Nothing here changes the page except `declutter` and `openReader`.
 */
import { assertRoot } from './arguments.js';
import { ready, withPage } from './core.js';
import { toReading } from './reading.js';

export { LimpidError } from './errors.js';
export { ready };

/**
 * Reads the article of a document, or of one element and what is in it.
 * @param {Document | Element} [root] Default: the document.
 * @param {import('./reading.js').ReadOptions} [options]
 * @returns {Promise<import('./reading.js').Reading>}
 */
export async function read(root = globalThis.document, options = {}) {
  assertRoot(root);
  await ready();
  return readSync(root, options);
}

/**
 * Like `read`, at once; after `ready()`.
 * @param {Document | Element} [root]
 * @param {import('./reading.js').ReadOptions} [options]
 * @returns {import('./reading.js').Reading}
 */
export function readSync(root = globalThis.document, options = {}) {
  assertRoot(root);
  return withPage(root, {}, (page, nodes) => toReading(page.read(options), nodes));
}

/**
 * Whether there is an article worth opening. Cheap: no layout is asked for, nothing is written.
 * @param {Document} [root]
 * @returns {Promise<boolean>}
 */
export async function isReadable(root = globalThis.document) {
  assertRoot(root);
  await ready();
  return withPage(root, { layout: false }, (page) => page.is_readable());
}
