// @ts-check
// What Limpid itself puts over a page is no part of the page: it is neither read nor watched.

/** Each bundle has its own copy of this module; the symbol is the same in all of them. */
const OURS = Symbol.for('limpid');

/** @param {Node} node */
export function markAsOurs(node) {
  Object.assign(node, { [OURS]: true });
}

/** @param {EventTarget} node */
export function isOurs(node) {
  return OURS in node;
}
