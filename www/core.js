// @ts-check
// The core in the browser: loaded once, asked about one live page at a time.
import {
  glance,
  initSync,
  kind_bit,
  page_answer,
  page_answer_displays,
  page_asks_closely,
  page_body,
  page_close,
  page_display_questions,
  page_is_readable,
  page_open,
  page_questions,
  page_read,
  __wbg_reset_state as renew,
  default as start,
  tape_names,
} from '#core';
import { displays } from '../src/web/displays.js';
import { glanceAt } from '../src/web/glance.js';
import { layoutFacts, windowOf } from '../src/web/layout.js';
import { namesOf } from '../src/web/names.js';
import { walk } from '../src/web/walk.js';
import { isTrap, LimpidError, readingError } from './errors.js';
import { loader } from './loading.js';
import { coreOptions } from './options.js';

/** Taken at load: a page may have put another in its place later. */
const { parse } = JSON;

let loaded = false;

/** Loads the wasm; every asynchronous call does it by itself. Default: `limpid_bg.wasm` beside this module. */
export const ready = loader({
  beside: () => new URL('limpid_bg.wasm', import.meta.url),
  entry: 'page_open',
  start: async (module) => {
    await start({ module_or_path: module });
    loaded = true;
  },
});

/**
 * Starts the wasm at once, from its bytes.
 * @param {BufferSource} bytes
 */
export function readySync(bytes) {
  if (!loaded) initSync({ module: bytes });
  loaded = true;
}

/** Asked for once. @type {import('../src/web/names.js').Names | null} */
let names = null;

/**
 * What may be asked about the open page.
 * @typedef {object} LivePage
 * @property {(options: unknown) => import('./reading.js').CoreReading} read
 * @property {() => import('./body.js').Piece[]} body The article of the last reading.
 * @property {() => boolean} isReadable
 */

/** @type {LivePage} */
const openPage = {
  read: (options) => parse(page_read(coreOptions(options, kind_bit))),
  body: () => parse(page_body()),
  isReadable: page_is_readable,
};

/**
 * Walks a document or a part of it and lets `use` ask the core about it. All reads of the document happen before `use`.
 * @template T
 * @param {Document | Element} root
 * @param {{ layout?: boolean }} options Whether the browser is asked where things are drawn.
 * @param {(page: LivePage, nodes: Node[]) => T} use
 * @returns {T}
 */
export function withPage(root, options, use) {
  if (!loaded) throw new LimpidError('not-ready', 'The wasm is not loaded yet: await ready() before a synchronous call.');
  try {
    return readOnce(root, options, use);
  } catch (cause) {
    if (!isTrap(cause)) throw readingError(cause);
    renew();
  }
  // WebKitGTK 2.50 was seen to stop a module in one reading of some thousand, on a page that it read before and after. What
  // is at its end in earnest is so the second time too.
  try {
    return readOnce(root, options, use);
  } catch (cause) {
    if (isTrap(cause)) renew();
    throw readingError(cause);
  }
}

/**
 * @template T
 * @param {Document | Element} root
 * @param {{ layout?: boolean }} options
 * @param {(page: LivePage, nodes: Node[]) => T} use
 * @returns {T}
 */
function readOnce(root, { layout = true }, use) {
  names ??= namesOf(tape_names());
  const { tape, text, nodes } = walk(root, names);
  const document = /** @type {Document} */ (root.ownerDocument ?? root);
  const window = layout && root.isConnected ? windowOf(document) : null;
  const address = (root === document ? document.URL : root.baseURI) ?? '';
  page_open(tape, text, address, window?.width ?? 0, window?.height ?? 0);
  if (window) {
    page_answer(layoutFacts(document, window, nodes, page_questions(), page_asks_closely()));
    page_answer_displays(displays(nodes, page_display_questions()));
  }
  const answer = use(openPage, nodes);
  // After an error it stays open until the next one takes its place: a core that was stopped can close nothing.
  page_close();
  return answer;
}

/**
 * Whether there is an article worth opening. Most documents tell at a glance; the others are read, without their layout.
 * @param {Document} document
 * @returns {boolean}
 */
export function hasArticle(document) {
  const seen = loaded ? glanceAt(document) : null;
  const verdict = seen && glance(document.URL, seen.paragraphs, seen.lengths, seen.kind, seen.hasDate, seen.types);
  return verdict ?? withPage(document, { layout: false }, (page) => page.isReadable());
}
