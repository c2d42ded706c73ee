// @ts-check
/**
 * Builds the article's nodes from the core's pieces. Markup is never assigned, and what is built is checked once more here.
 *
 * @typedef {string[] | string | null} Piece A name with attributes and values where an element begins, text, or an end.
 */

const MATHML = 'http://www.w3.org/1998/Math/MathML';
/** Elements without content, which no end follows. */
const VOID = new Set(['br', 'hr', 'img']);
/** Addresses of these schemes are followed; others, and attributes that run script, were refused by the core already. */
const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:|data:image\/|[#/?]|[^:]*$)/i;

/**
 * @param {Document} document
 * @param {Piece[]} pieces
 * @returns {DocumentFragment}
 */
export function buildBody(document, pieces) {
  const fragment = document.createDocumentFragment();
  /** The open elements and what they are filled into. @type {(Element | DocumentFragment)[]} */
  const open = [fragment];
  let math = 0;
  for (const piece of pieces) {
    const parent = open[open.length - 1];
    if (typeof piece === 'string') {
      parent.append(piece);
    } else if (piece === null) {
      const ended = open.length > 1 ? open.pop() : undefined;
      if (ended?.nodeName === 'math') math--;
    } else {
      const [name] = piece;
      if (name === 'math') math++;
      const element = build(document, piece, math > 0);
      parent.append(name === 'table' || name === 'pre' ? scrollable(document, element) : element);
      if (!VOID.has(name)) open.push(element);
    }
  }
  return fragment;
}

/** @param {Document} document @param {string[]} piece @param {boolean} isMath */
function build(document, [name, ...attributes], isMath) {
  const element = isMath ? document.createElementNS(MATHML, name) : document.createElement(name);
  for (let at = 0; at + 1 < attributes.length; at += 2) {
    const [attribute, value] = [attributes[at], attributes[at + 1]];
    if (isSafe(attribute, value)) element.setAttribute(attribute, value);
  }
  if (name === 'a' && !element.getAttribute('href')?.startsWith('#')) element.setAttribute('rel', 'noopener');
  return element;
}

/** @param {string} attribute @param {string} value */
function isSafe(attribute, value) {
  if (attribute.startsWith('on') || attribute === 'style' || attribute === 'srcdoc') return false;
  return !(attribute === 'href' || attribute === 'src') || SAFE_ADDRESS.test(value);
}

/** What may be wider than the column scrolls by itself, also by keyboard. @param {Document} document @param {Element} element */
function scrollable(document, element) {
  if (element.nodeName === 'PRE') {
    element.setAttribute('tabindex', '0');
    return element;
  }
  const box = document.createElement('div');
  box.className = 'scroll';
  box.tabIndex = 0;
  box.append(element);
  return box;
}
