// @ts-check
// Everything that declutter changes on a page: elements are hidden and set free here, and nowhere else.
import { createAttributeLog, moveBack } from './attributes.js';
import { locksOf } from './locks.js';
import { createMarks } from './marks.js';

/**
 * @typedef {object} Veil
 * @property {(elements: Element[]) => void} hide
 * @property {(elements: Element[]) => void} show
 * @property {(elements: Element[]) => boolean} unlock Frees what a wall locked: scrolling, sharpness, height, selection; tells whether it
 *   had locked anything.
 * @property {(elements: Element[]) => void} reveal Displays those that are not seen.
 * @property {(element: Element) => boolean} keep Hides or frees an element anew where the page undid it; tells whether it had.
 * @property {(node: Node) => boolean} holds Whether an element was hidden or freed.
 * @property {(element: Element) => void} release Leaves an element to the page, as it is.
 * @property {(node: Node) => boolean} covers Whether the node is in a hidden element.
 * @property {() => void} lift Gives the page back as it was.
 */

/** @returns {Veil} */
export function createVeil() {
  const log = createAttributeLog();
  const marks = createMarks(log);
  const dialogs = createDialogs();
  /** @type {Set<Element>[]} */
  const [hidden, freed] = [new Set(), new Set()];

  /** @param {Element} element */
  function show(element) {
    log.restore(element);
    dialogs.open(element);
    hidden.delete(element);
  }

  /** @param {Element[]} elements */
  function hide(elements) {
    for (const element of elements) {
      dialogs.close(element);
      marks.add(element, ['hidden']);
      hidden.add(element);
    }
    elements.filter(isDisplayed).forEach(marks.enforce);
  }

  /** @param {Node} node */
  function covers(node) {
    for (let at = /** @type {Node | null} */ (node); at; at = at.parentNode ?? /** @type {ShadowRoot} */ (at).host) {
      if (hidden.has(/** @type {Element} */ (at))) return true;
    }
    return false;
  }

  return {
    ...{ hide, covers },
    show: (elements) => elements.forEach(show),
    keep(element) {
      if (!hidden.has(element)) return this.unlock([element]);
      const isBack = isDisplayed(element) || element.matches(MODAL);
      if (isBack) hide([element]);
      return isBack;
    },
    holds: (node) => hidden.has(/** @type {Element} */ (node)) || freed.has(/** @type {Element} */ (node)),
    release(element) {
      show(element);
      freed.delete(element);
    },
    unlock(elements) {
      elements.forEach(freed.add, freed);
      const locked = elements.map((element) => ({ element, locks: locksOf(element) })).filter(({ locks }) => locks.length > 0);
      const saved_px = Math.max(0, ...locked.filter(({ locks }) => locks.includes('scroll')).map(savedScroll));
      for (const { element, locks } of locked) marks.add(element, locks);
      for (const { element } of locked) if (locksOf(element).length > 0) marks.enforce(element);
      const silenced = elements.filter((element) => unsilence(element, log));
      if (saved_px > 0) elements[0].ownerDocument.defaultView?.scrollTo({ top: saved_px, behavior: 'instant' });
      return locked.length + silenced.length > 0;
    },
    reveal(elements) {
      const unseen = [...new Set(elements.filter((element) => !covers(element)).flatMap(unseenAround))];
      for (const element of unseen) marks.add(element, ['shown']);
      for (const element of unseen) if (!isDisplayed(element)) marks.enforce(element);
    },
    lift() {
      [...hidden].forEach(show);
      log.restoreAll();
      freed.clear();
      marks.dropSheets();
    },
  };
}

/** How far a page was scrolled that a wall holds fast: such a body is drawn that much too high. @param {{ element: Element }} locked */
function savedScroll({ element }) {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style?.position === 'fixed' ? -Number.parseFloat(style.top) || 0 : 0;
}

/** Attributes that take an element away from the keyboard and from screen readers, though it can be seen. */
const SILENCING = ['inert', 'aria-hidden'];

/** @param {Element} element @param {import('./attributes.js').AttributeLog} log @returns {boolean} whether it was silenced */
function unsilence(element, log) {
  const silencing = SILENCING.filter((name) => element.hasAttribute(name));
  for (const name of silencing) log.record(element, name, () => element.removeAttribute(name));
  return silencing.length > 0;
}

/** What keeps an element from being seen: itself or what it stands in. @param {Element} element */
function unseenAround(element) {
  const around = [];
  if (element.checkVisibility?.({ visibilityProperty: true })) return [];
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    const style = at.ownerDocument.defaultView?.getComputedStyle(at);
    if (style?.display === 'none' || style?.visibility !== 'visible') around.push(at);
  }
  return around;
}

/** @param {Element} element */
function isDisplayed(element) {
  return element.ownerDocument.defaultView?.getComputedStyle(element).display !== 'none';
}

const MODAL = 'dialog:modal';

/** Closes modal dialogs, since a hidden one still locks the page behind it, and opens them again as they were. */
function createDialogs() {
  /** The value of `open` and the names of all attributes before. @type {Map<Element, { value: string, order: string[] }>} */
  const closed = new Map();
  return {
    /** @param {Element} element */
    close(element) {
      if (!element.matches(MODAL)) return;
      closed.set(element, { value: element.getAttribute('open') ?? '', order: element.getAttributeNames() });
      // The page would hear that the person closed it, and open it again.
      element.addEventListener('close', (event) => event.stopImmediatePropagation(), { capture: true, once: true });
      /** @type {HTMLDialogElement} */ (element).close();
    },
    /** @param {Element} element */
    open(element) {
      const before = closed.get(element);
      closed.delete(element);
      if (!before || element.hasAttribute('open')) return;
      // What the page took away meanwhile cannot be shown, but it was open.
      if (element.isConnected) /** @type {HTMLDialogElement} */ (element).showModal();
      element.setAttribute('open', before.value);
      moveBack(element, 'open', before.order);
    },
  };
}
