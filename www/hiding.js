// @ts-check
// What is hidden on one page and why: what the core finds, less what a person wants to see.
import { withPage } from './core.js';
import { createInsistence } from './insistence.js';
import { createLedger } from './ledger.js';
import { elementsOf, toReading } from './reading.js';
import { isInUse } from './typing.js';
import { createVeil } from './veil.js';

/**
 * @typedef {object} Pass What one look at the page gave.
 * @property {import('./reading.js').Reading} reading
 * @property {Node[]} nodes
 * @property {boolean} isNew Whether there was clutter that was not known.
 */

/**
 * @param {Document} document
 * @param {import('./reading.js').ReadOptions} options
 */
export function createHiding(document, options) {
  const { sections, ...ledger } = createLedger();
  const veil = createVeil();
  const insists = createInsistence();
  const yielded = /** @type {number[]} */ ([]);
  /** Elements that a person, or the page against us, wants to be seen. @type {WeakSet<Element>} */
  const spared = new WeakSet();

  /** @param {number} id */
  function show(id) {
    if (!sections[id]) return;
    for (const element of ledger.elements(id)) spared.add(element);
    veil.show(ledger.elements(id));
    sections[id].hidden = false;
  }

  /** @param {number} id */
  function isHideable(id) {
    const elements = ledger.elements(id);
    return !elements.some((element) => spared.has(element)) && !isUsed(elements, sections[id].kind);
  }

  /** @param {number[]} ids */
  function hide(ids) {
    const free = ids.filter((id) => ledger.elements(id).length > 0);
    veil.hide(free.flatMap(ledger.elements));
    for (const id of free) sections[id].hidden = true;
  }

  function lift() {
    veil.lift();
    sections.forEach(uncover);
  }

  /** Reads the page and hides what is clutter. @param {boolean} [isAnswer] Whether what is new was asked for. @returns {Pass} */
  function pass(isAnswer = false) {
    const { core, nodes } = withPage(document, {}, (page, nodes) => ({ core: page.read(options), nodes }));
    const known = sections.length;
    const found = ledger.enter(core, nodes);
    if (isAnswer) found.filter((id) => id >= known).forEach(show);
    hide(found.filter(isHideable));
    veil.unlock(elementsOf(core.unlock, nodes));
    veil.reveal(elementsOf(core.reveal, nodes));
    return { reading: { ...toReading(core, nodes), sections }, nodes, isNew: sections.length > known };
  }

  /** Leaves to the page what it insists on. @param {Element} element */
  function yieldTo(element) {
    veil.release(element);
    const id = ledger.idOf(element) ?? -1;
    if (id >= 0 && !yielded.includes(id)) yielded.push(id);
    show(id);
  }

  return {
    ...{ ...veil, sections, yielded, show, lift, pass, forget: ledger.forget },
    /** @param {number} id */
    hide(id) {
      for (const element of ledger.elements(id)) spared.delete(element);
      hide([id]);
    },
    /** Puts elements right that the page has changed. @param {Element[]} elements */
    keep: (elements) => elements.filter((element) => veil.keep(element) && insists(element)).forEach(yieldTo),
  };
}

/** @param {import('./reading.js').Section} section */
function uncover(section) {
  section.hidden = false;
}

/**
 * Whether a person is writing in a section. Walls take the focus by themselves: there only what was written counts.
 * @param {Element[]} elements
 * @param {import('./reading.js').SectionKind} kind
 */
function isUsed(elements, kind) {
  return elements.some((element) => isInUse(element, { emptyCounts: !OVERLAYS.has(kind) }));
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
