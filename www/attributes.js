// @ts-check
/**
 * Changes attributes of elements that are not ours and puts them back exactly, their order included.
 *
 * @typedef {object} Change
 * @property {string | null} before
 * @property {string | null} after As it was set last; what the page wrote since then stays.
 * @property {string[]} order The names of the attributes before, in their order.
 *
 * @typedef {object} AttributeLog
 * @property {(element: Element, name: string, change: () => void) => void} record Notes what `change` does to one attribute.
 * @property {(element: Element) => void} restore
 * @property {() => void} restoreAll
 */

/** @returns {AttributeLog} */
export function createAttributeLog() {
  /** @type {Map<Element, Map<string, Change>>} */
  const log = new Map();

  /** @param {Element} element */
  function restore(element) {
    for (const [name, change] of [...(log.get(element) ?? [])].reverse()) {
      const value = meant(element, name, change);
      if (element.getAttribute(name) !== value) putBack(element, name, value, change.order);
    }
    log.delete(element);
  }

  return {
    record(element, name, change) {
      const changes = log.get(element) ?? new Map();
      log.set(element, changes);
      const now = element.getAttribute(name);
      const known = changes.get(name);
      const before = known ? meant(element, name, known) : now;
      const order = known?.after === now ? known.order : element.getAttributeNames();
      change();
      changes.set(name, { before, after: element.getAttribute(name), order });
    },
    restore,
    restoreAll() {
      for (const element of [...log.keys()]) restore(element);
    },
  };
}

/**
 * The value that the page has given an attribute: as it was before us, or what it wrote since then.
 * @param {Element} element
 * @param {string} name
 * @param {Change} change
 */
function meant(element, name, { before, after }) {
  const now = element.getAttribute(name);
  if (now === after) return before;
  if (name !== 'style' || now === null) return now;
  // The page changed one property; the others are still ours.
  const [was, ours, is] = [before, after, now].map((text) => {
    const { style } = element.ownerDocument.createElement('i');
    style.cssText = text ?? '';
    return style;
  });
  const [had, holds] = [was, is].map((style) => (/** @type {string} */ property) => declared(style, property));
  for (const property of ours) {
    if (declared(ours, property) === had(property) || declared(ours, property) !== holds(property)) continue;
    is.setProperty(property, was.getPropertyValue(property), was.getPropertyPriority(property));
  }
  return is.cssText === '' && before === null ? null : is.cssText;
}

/** @param {CSSStyleDeclaration} style @param {string} property */
function declared(style, property) {
  return `${style.getPropertyValue(property)} ${style.getPropertyPriority(property)}`;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {string | null} value
 * @param {string[]} order
 */
function putBack(element, name, value, order) {
  const isNew = !element.hasAttribute(name);
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
  if (isNew) moveBack(element, name, order);
}

/**
 * Gives an attribute that was added anew, and so stands last, its old place.
 * @param {Element} element
 * @param {string} name
 * @param {string[]} order
 */
export function moveBack(element, name, order) {
  for (const later of order.slice(order.indexOf(name) + 1)) {
    const attribute = element.getAttributeNode(later);
    if (attribute) element.setAttributeNode(element.removeAttributeNode(attribute));
  }
}
