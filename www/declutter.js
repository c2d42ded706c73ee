// @ts-check
// Hides the clutter and the walls of a live page in place, says why, and can undo it without a trace.
import { assertRoot } from './arguments.js';
import { ready } from './core.js';
import { createHiding } from './hiding.js';
import { assertOptions } from './options.js';
import { watch } from './watch.js';

/**
 * @typedef {object} OwnDeclutterOptions
 * @property {import('./reading.js').SectionKind[]} [kinds] The kinds to hide. Default: all.
 * @property {boolean} [observe] Whether what arrives later is hidden too, until `stop()` or `undo()`. Default: yes.
 * @typedef {import('./reading.js').ReadOptions & OwnDeclutterOptions} DeclutterOptions
 *
 * @typedef {object} Decluttered
 * @property {import('./reading.js').Reading} reading The page as it was when it was decluttered; when a script puts another page
 *   in its place, that one.
 * @property {import('./reading.js').Section[]} sections What was found, late arrivals at the end.
 * @property {number[]} yielded Sections that the page shows again however often they are hidden: they were left to it.
 * @property {(id: number) => void} show Shows a section again; it stays shown.
 * @property {(id: number) => void} hide
 * @property {() => void} undo Gives the page back as it was, and stops.
 * @property {() => void} stop Stops watching; what is hidden stays hidden.
 */

/** One at a time a document: the next one begins with the page as it was. @type {WeakMap<Document, Decluttered>} */
const active = new WeakMap();

/**
 * @param {Document} [root] Default: the document.
 * @param {DeclutterOptions} [options]
 * @returns {Promise<Decluttered>}
 */
export async function declutter(root = globalThis.document, options = {}) {
  assertRoot(root, { element: false });
  assertOptions(options);
  await ready();
  active.get(root)?.undo();
  const decluttered = start(root, options ?? {});
  active.set(root, decluttered);
  return decluttered;
}

/** Pieces of clutter that may come to one page later. A wall made anew every second gets there in a quarter of an hour. */
const LATE_MAX = 1000;

/**
 * @param {Document} document
 * @param {DeclutterOptions} options
 * @returns {Decluttered}
 */
function start(document, { observe = true, ...options }) {
  const hiding = createHiding(document, options);
  const { sections, yielded, show, hide } = hiding;
  const first = hiding.pass();
  let known = sections.length;
  const decluttered = { reading: first.reading, sections, yielded, show, hide, undo, stop };
  const watching = observe ? watch(document, { ...hiding, look, turnPage }) : null;
  watching?.attend(first.nodes);

  /** @param {boolean} isAnswer */
  function look(isAnswer) {
    // A page that makes a new wall again and again has won as well.
    if (sections.length > known + LATE_MAX) stop();
    return hiding.pass(isAnswer);
  }
  function turnPage() {
    hiding.lift();
    hiding.forget();
    const page = hiding.pass();
    decluttered.reading = page.reading;
    known = sections.length;
    return page;
  }
  function stop() {
    watching?.stop();
  }
  function undo() {
    stop();
    hiding.lift();
  }
  return decluttered;
}
