// @ts-check
// Everything that declutter changes on a page: elements are hidden and set free here, and nowhere else.
import { createAttributeLog, moveBack } from './attributes.js';
import { locksOf } from './locks.js';
import { createMarks } from './marks.js';

/**
 * @typedef {object} Veil
 * @property {(elements: Element[]) => void} hide
 * @property {(elements: Element[]) => void} show
 * @property {(elements: Element[]) => void} unlock Frees what a wall locked: scrolling, sharpness, height, selection.
 * @property {(node: Node) => boolean} covers Whether the node is in a hidden element.
 * @property {() => void} lift Gives the page back as it was.
 */

/** @returns {Veil} */
export function createVeil() {
  const log = createAttributeLog();
  const marks = createMarks(log);
  const dialogs = createDialogs();
  /** @type {Set<Element>} */
  const hidden = new Set();

  /** @param {Element} element */
  function show(element) {
    log.restore(element);
    dialogs.open(element);
    hidden.delete(element);
  }

  return {
    hide(elements) {
      for (const element of elements) {
        dialogs.close(element);
        marks.add(element, ['hidden']);
        hidden.add(element);
      }
      elements.filter(isDisplayed).forEach(marks.enforce);
    },
    show: (elements) => elements.forEach(show),
    unlock(elements) {
      const locked = elements.map((element) => ({ element, locks: locksOf(element) })).filter(({ locks }) => locks.length > 0);
      const saved_px = Math.max(
        0,
        ...locked.map(({ element, locks }) => (locks.includes('scroll') ? savedScroll(element) : 0)),
      );
      for (const { element, locks } of locked) marks.add(element, locks);
      for (const { element } of locked) if (locksOf(element).length > 0) marks.enforce(element);
      for (const element of elements) {
        for (const name of SILENCING) {
          if (element.hasAttribute(name)) log.record(element, name, () => element.removeAttribute(name));
        }
      }
      if (saved_px > 0) elements[0].ownerDocument.defaultView?.scrollTo({ top: saved_px, behavior: 'instant' });
    },
    covers(node) {
      for (let at = /** @type {Node | null} */ (node); at; at = at.parentNode ?? /** @type {ShadowRoot} */ (at).host) {
        if (hidden.has(/** @type {Element} */ (at))) return true;
      }
      return false;
    },
    lift() {
      [...hidden].forEach(show);
      log.restoreAll();
      marks.dropSheets();
    },
  };
}

/** How far a page was scrolled that a wall holds fast: such a body is drawn that much too high. @param {Element} element */
function savedScroll(element) {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style?.position === 'fixed' ? -Number.parseFloat(style.top) || 0 : 0;
}

/** Attributes that take an element away from the keyboard and from screen readers, though it can be seen. */
const SILENCING = ['inert', 'aria-hidden'];

/** @param {Element} element */
function isDisplayed(element) {
  return element.ownerDocument.defaultView?.getComputedStyle(element).display !== 'none';
}

/** Closes modal dialogs, since a hidden one still locks the page behind it, and opens them again as they were. */
function createDialogs() {
  /** The value of `open` and the names of all attributes before. @type {Map<Element, { value: string, order: string[] }>} */
  const closed = new Map();
  return {
    /** @param {Element} element */
    close(element) {
      if (!element.matches('dialog:modal')) return;
      closed.set(element, { value: element.getAttribute('open') ?? '', order: element.getAttributeNames() });
      /** @type {HTMLDialogElement} */ (element).close();
    },
    /** @param {Element} element */
    open(element) {
      const before = closed.get(element);
      if (!before || !element.isConnected || element.hasAttribute('open')) return;
      closed.delete(element);
      /** @type {HTMLDialogElement} */ (element).showModal();
      element.setAttribute('open', before.value);
      moveBack(element, 'open', before.order);
    },
  };
}
