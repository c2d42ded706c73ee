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
    for (const [name, { before, after, order }] of [...(log.get(element) ?? [])].reverse()) {
      if (element.getAttribute(name) === after) putBack(element, name, before, order);
    }
    log.delete(element);
  }

  return {
    record(element, name, change) {
      const changes = log.get(element) ?? new Map();
      log.set(element, changes);
      const { before, order } = changes.get(name) ?? { before: element.getAttribute(name), order: element.getAttributeNames() };
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
