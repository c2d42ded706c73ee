// @ts-check
/**
 * The walk over a live document: one visit a node, packed for the core. It changes nothing and decides nothing.
 *
 * The tape holds, in document order, `TEXT length` | `OPEN tag attributes (attribute length)*` | `CLOSE`. Lengths are
 * UTF-16 units; the strings stand one after another in `text`, in the order in which the tape mentions them.
 */
import { platformOf } from './platform.js';

const TEXT = 0;
const OPEN = 1;
const CLOSE = 2;

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const CDATA_NODE = 4;

/** Frames within frames are followed this deep; further down there is nothing but advertisements. */
const FRAME_DEPTH_MAX = 3;

/** A frame with fewer characters, about a short paragraph, is a widget and not a part of the page's text. */
const FRAME_CHARS_MIN = 250;

/** Dialogs that are ours, not the page's. @type {WeakSet<Node>} */
const leftOut = new WeakSet();

/** Leaves what is in a dialog out of all walks from now on. @param {Element} dialog */
export function leaveOut(dialog) {
  leftOut.add(dialog);
}

/**
 * @typedef {object} Names What the core calls the names of elements and attributes.
 * @property {(name: string) => number} tag
 * @property {(name: string) => number} attr 0 for a name that no stage reads.
 *
 * @typedef {object} Walked
 * @property {Uint32Array<ArrayBuffer>} tape
 * @property {string} text
 * @property {Node[]} nodes The node of id i + 1; id 0 is the document.
 *
 * @typedef {object} Walk The state of one walk.
 * @property {Node} root
 * @property {import('./platform.js').Platform} dom
 * @property {Names} names
 * @property {number} other The tag of elements whose name is spelled out.
 * @property {number[]} tape
 * @property {string} text
 * @property {Node[]} nodes
 * @property {Node[]} open The elements around the present node, outermost first.
 * @property {Slotted[]} slots The slots among them that hold nodes from outside.
 * @property {number[]} frames The frames among them, as the number of elements open inside.
 *
 * @typedef {object} Slotted
 * @property {Node[]} nodes
 * @property {number} at
 * @property {number} depth The number of elements open inside the slot.
 */

/**
 * @param {Node} root A document, or an element to read with its subtree alone.
 * @param {Names} names
 * @returns {Walked}
 */
export function walk(root, names) {
  const dom = platformOf(root);
  /** @type {Walk} */
  const state = { root, dom, names, other: names.tag(''), tape: [], text: '', nodes: [], open: [], slots: [], frames: [] };
  /** @type {Node | null} */
  let node = dom.nodeType(root) === ELEMENT_NODE ? root : dom.firstChild(root);
  while (node) node = visit(state, node) ?? following(state, node);
  return { tape: new Uint32Array(state.tape), text: state.text, nodes: state.nodes };
}

/**
 * Packs one node.
 * @param {Walk} state
 * @param {Node} node
 * @returns {Node | null} the first node inside, if there is any
 */
function visit(state, node) {
  const type = state.dom.nodeType(node);
  if (type === ELEMENT_NODE) return visitElement(state, /** @type {Element} */ (node));
  if (type === TEXT_NODE || type === CDATA_NODE) {
    const data = state.dom.data(node);
    if (data !== '') {
      state.tape.push(TEXT, data.length);
      state.text += data;
      state.nodes.push(node);
    }
  }
  return null;
}

/** @param {Walk} state @param {Element} element @returns {Node | null} */
function visitElement(state, element) {
  const { dom, names, tape, open } = state;
  const name = dom.localName(element);
  const body = name === 'iframe' || name === 'frame' ? textualBody(state, element) : null;
  // A frame that holds text of the page counts as a plain box around it.
  const tag = names.tag(body ? 'div' : name);
  tape.push(OPEN, tag, 0);
  const count = tape.length - 1;
  state.nodes.push(element);
  if (tag === state.other) pack(state, 0, name);
  const attributes = dom.attributeNames(element);
  for (let at = 0; at < attributes.length; at++) {
    const code = names.attr(attributes[at]);
    if (code !== 0) pack(state, code, dom.attribute(element, attributes[at]) ?? '');
  }
  tape[count] = (tape.length - count - 1) / 2;
  const child = body ?? firstInside(state, element, name);
  if (child) open.push(element);
  else tape.push(CLOSE);
  if (body) state.frames.push(open.length);
  return child;
}

/** @param {Walk} state @param {number} code @param {string} value */
function pack(state, code, value) {
  state.tape.push(code, value.length);
  state.text += value;
}

/**
 * The first node inside, as the page shows it: a shadow tree stands in place of its host's children, and a slot holds the
 * nodes that were given to it.
 * @param {Walk} state
 * @param {Element} element
 * @param {string} name
 */
function firstInside({ dom, open, slots }, element, name) {
  if (name === 'svg' || name === 'style') return null;
  if (name === 'dialog' && leftOut.has(element)) return null;
  if (name === 'script' && !dom.attribute(element, 'type')?.includes('ld+json')) return null;
  if (name === 'slot') {
    const nodes = dom.assigned(element);
    if (nodes.length > 0) {
      slots.push({ nodes, at: 0, depth: open.length + 1 });
      return nodes[0];
    }
  }
  return dom.firstChild(dom.shadowRoot(element) ?? element);
}

/**
 * The body of the document in a frame, where it is of the same origin and holds more text than a widget.
 * @param {Walk} state
 * @param {Element} frame
 */
function textualBody({ dom, frames }, frame) {
  const body = frames.length < FRAME_DEPTH_MAX ? dom.frameBody(frame) : null;
  return body && dom.textLength(body) >= FRAME_CHARS_MIN ? body : null;
}

/**
 * The next node in document order after a node and all that is inside it; elements that end on the way are closed.
 * @param {Walk} state
 * @param {Node} node
 * @returns {Node | null}
 */
function following({ root, dom, tape, open, slots, frames }, node) {
  /** @type {Node | undefined} */
  let at = node;
  while (at && at !== root) {
    const slot = slots[slots.length - 1];
    const next = slot?.depth === open.length ? slot.nodes[++slot.at] : dom.nextSibling(at);
    if (next) return next;
    if (slot?.depth === open.length) slots.pop();
    if (frames[frames.length - 1] === open.length) frames.pop();
    at = open.pop();
    if (at) tape.push(CLOSE);
  }
  return null;
}
