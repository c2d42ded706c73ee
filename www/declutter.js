// @ts-check
// Hides the clutter and the walls of a live page in place, says why, and can undo it without a trace.
import { assertRoot } from './arguments.js';
import { ready, withPage } from './core.js';
import { createLedger } from './ledger.js';
import { toReading } from './reading.js';
import { isInUse } from './typing.js';
import { createVeil } from './veil.js';
import { watch } from './watch.js';

/**
 * @typedef {object} OwnDeclutterOptions
 * @property {import('./reading.js').SectionKind[]} [kinds] The kinds to hide. Default: all.
 * @property {boolean} [observe] Whether what arrives later is hidden too, until `stop()` or `undo()`. Default: yes.
 * @typedef {import('./reading.js').ReadOptions & OwnDeclutterOptions} DeclutterOptions
 *
 * @typedef {object} Decluttered
 * @property {import('./reading.js').Reading} reading The page as it was when it was decluttered.
 * @property {import('./reading.js').Section[]} sections What was found, late arrivals at the end.
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
  await ready();
  active.get(root)?.undo();
  const decluttered = start(root, options ?? {});
  active.set(root, decluttered);
  return decluttered;
}

/**
 * @param {Document} document
 * @param {DeclutterOptions} options
 * @returns {Decluttered}
 */
function start(document, { observe = true, ...options }) {
  const ledger = createLedger();
  const veil = createVeil();
  /** Sections that a person wants to see. @type {Set<number>} */
  const shown = new Set();

  /** @param {number[]} ids */
  function hide(ids) {
    const free = ids.filter((id) => ledger.sections[id] && ledger.elements(id).length > 0);
    veil.hide(free.flatMap(ledger.elements));
    for (const id of free) ledger.sections[id].hidden = true;
  }

  function pass() {
    const { core, nodes } = withPage(document, {}, (page, nodes) => ({ core: page.read(options), nodes }));
    const found = ledger.enter(core, nodes).filter((id) => !shown.has(id) && !isUsed(ledger, id));
    const locked = core.unlock.map((/** @type {number} */ id) => /** @type {Element} */ (nodes[id - 1]));
    hide(found);
    veil.unlock(locked);
    return toReading(core, nodes);
  }

  const reading = { ...pass(), sections: ledger.sections };
  const isHidden = (/** @type {Node} */ node) => veil.covers(node);
  const stop = observe ? watch(document, pass, (node) => !isHidden(node)) : () => {};
  return {
    reading,
    sections: ledger.sections,
    stop,
    hide(id) {
      shown.delete(id);
      hide([id]);
    },
    show(id) {
      if (!ledger.sections[id]) return;
      shown.add(id);
      veil.show(ledger.elements(id));
      ledger.sections[id].hidden = false;
    },
    undo() {
      stop();
      veil.lift();
      for (const section of ledger.sections) section.hidden = false;
    },
  };
}

/**
 * Whether a person is writing in a section. Walls take the focus by themselves: there only what was written counts.
 * @param {import('./ledger.js').Ledger} ledger
 * @param {number} id
 */
function isUsed(ledger, id) {
  const emptyCounts = !OVERLAYS.has(ledger.sections[id].kind);
  return ledger.elements(id).some((element) => isInUse(element, { emptyCounts }));
}

/** Kinds that stand over the page. @type {Set<import('./reading.js').SectionKind>} */
const OVERLAYS = new Set([
  'consent',
  'registration-wall',
  'paywall',
  'meter',
  'newsletter',
  'pop-up',
  'promotion',
  'app-banner',
]);
