// @ts-check
/**
 * Limpid in a browser. Nothing here changes the page except `declutter` and `openReader`.
 */
import { assertRoot } from './arguments.js';
import { hasArticle, ready, withPage } from './core.js';
import { LimpidError } from './errors.js';
import { assertOptions } from './options.js';
import { toReading } from './reading.js';

export { declutter } from './declutter.js';
export { LimpidError, ready };

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
 * Shows the article over the page, in reader mode. One reader at a time: an open one is closed first.
 * @param {import('./reader.js').ReaderOptions} [options]
 * @returns {Promise<import('./reader.js').ReaderHandle>} rejected with `no-article` where there is nothing to show
 */
export async function openReader(options = {}) {
  assertOptions(options);
  const { document = globalThis.document, includeGated } = options ?? {};
  assertRoot(document, { element: false });
  await ready();
  const { reading, body } = withPage(document, {}, (page, nodes) => {
    const core = page.read({ includeGated });
    return { reading: toReading(core, nodes), body: page.body() };
  });
  const { article } = reading;
  if (!article) throw new LimpidError('no-article', 'No article was found on this page, so there is nothing to open.');
  const { showReader } = await import('./reader.js');
  readers.get(document)?.close();
  const reader = showReader(document, { ...reading, article }, body, options ?? {});
  readers.set(document, reader);
  return reader;
}

/** @type {WeakMap<Document, import('./reader.js').ReaderHandle>} */
const readers = new WeakMap();

/**
 * Whether there is an article worth opening. Cheap: most documents tell at a glance.
 * @param {Document} [root]
 * @returns {Promise<boolean>}
 */
export async function isReadable(root = globalThis.document) {
  assertRoot(root);
  await ready();
  return hasArticle(root);
}
