// @ts-check
// The core in the browser: loaded once, asked about one live page at a time.
import { attr_code, initSync, LivePage, __wbg_reset_state as renew, default as start, tag_code } from '#core';
import { layoutFacts, windowOf } from '../src/web/layout.js';
import { walk } from '../src/web/walk.js';
import { isTrap, LimpidError, readingError } from './errors.js';
import { loader } from './loading.js';

let loaded = false;

/** Loads the wasm; every asynchronous call does it by itself. Default: `limpid_bg.wasm` beside this module. */
export const ready = loader({
  beside: () => new URL('limpid_bg.wasm', import.meta.url),
  entry: 'livepage_new',
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

/** @type {Map<string, number>} */
const tags = new Map();
/** @type {Map<string, number>} */
const attrs = new Map();

/** The core's numbers for names, asked for once a name. @type {import('../src/web/walk.js').Names} */
const names = {
  tag: (name) => tags.get(name) ?? remember(tags, name, tag_code(name.toLowerCase())),
  attr: (name) => attrs.get(name) ?? remember(attrs, name, attr_code(name.toLowerCase())),
};

/** @param {Map<string, number>} codes @param {string} name @param {number} code */
function remember(codes, name, code) {
  // A hostile page may hold names without end.
  if (codes.size < NAMES_MAX) codes.set(name, code);
  return code;
}

/** Names that are remembered: HTML, SVG and MathML have some 800; the rest are custom elements and data attributes. */
const NAMES_MAX = 4096;

/**
 * Walks a document or a part of it and lets `use` ask the core about it. All reads of the document happen before `use`.
 * @template T
 * @param {Document | Element} root
 * @param {{ layout?: boolean }} options Whether the browser is asked where things are drawn.
 * @param {(page: LivePage, nodes: Node[]) => T} use
 * @returns {T}
 */
export function withPage(root, { layout = true }, use) {
  if (!loaded) throw new LimpidError('not-ready', 'The wasm is not loaded yet: await ready() before a synchronous call.');
  const { tape, text, nodes } = walk(root, names);
  const document = /** @type {Document} */ (root.ownerDocument ?? root);
  const window = layout && root.isConnected ? windowOf(document) : null;
  const address = (root === document ? document.URL : root.baseURI) ?? '';
  try {
    const page = new LivePage(tape, encoder.encode(text), address, window?.width ?? 0, window?.height ?? 0);
    try {
      if (window) page.answer(layoutFacts(document, window, nodes, page.questions()));
      return use(page, nodes);
    } finally {
      page.free();
    }
  } catch (cause) {
    if (isTrap(cause)) renew();
    throw readingError(cause);
  }
}

const encoder = new TextEncoder();
