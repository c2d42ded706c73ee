// @ts-check
/**
 * The walk over a live document: one visit a node, packed for the core. It changes nothing and decides nothing.
 */
import { isOurs } from './ours.js';
import { platformOf } from './platform.js';
import { Tape } from './tape.js';

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const CDATA_NODE = 4;

/** Frames within frames are followed this deep; further down there is nothing but advertisements. */
const FRAME_DEPTH_MAX = 3;

/** A frame with fewer characters, about a line, is a widget and no part of the page: a wall says more. */
const FRAME_CHARS_MIN = 80;

/**
 * @typedef {import('./tape.js').Names} Names
 * @typedef {import('./platform.js').Platform} Platform
 *
 * @typedef {object} Walked
 * @property {Uint32Array} tape Like the text it is valid until the next walk.
 * @property {Uint8Array} text UTF-8.
 * @property {Node[]} nodes The node of id i + 1; id 0 is the document.
 *
 * @typedef {object} Detour What stands in an element without being its children.
 * @property {Node[]} nodes The nodes in a slot; none for a frame, which holds the body of its document and no more.
 * @property {number} at
 * @property {number} depth The number of elements open inside.
 */

/**
 * @param {Node} root A document, or an element to read with its subtree alone.
 * @param {Names} names
 * @returns {Walked}
 */
export function walk(root, names) {
  const dom = platformOf(root);
  const { nodeType, nextSibling, data } = dom;
  const tape = new Tape(names);
  /** @type {Node[]} */
  const nodes = [];
  /** The elements around the present node, outermost first. @type {Element[]} */
  const open = [];
  /** @type {Detour[]} */
  const detours = [];
  /** @type {Node | null | undefined} */
  let node = nodeType(root) === ELEMENT_NODE ? root : dom.firstChild(root);
  while (node) {
    const type = nodeType(node);
    // What is ours stands beside the body.
    if (type === ELEMENT_NODE && !(open.length === 1 && isOurs(node))) {
      nodes.push(node);
      const child = enter(/** @type {Element} */ (node), dom, tape, open, detours);
      if (child) {
        open.push(/** @type {Element} */ (node));
        node = child;
        continue;
      }
      tape.close();
    } else if (type === TEXT_NODE || type === CDATA_NODE) {
      const text = data(node);
      if (text !== '') {
        nodes.push(node);
        tape.text(text);
      }
    }
    /** @type {Node | null | undefined} */
    let next = null;
    while (node && node !== root) {
      next = detours.length > 0 ? nextOnDetour(dom, node, open.length, detours) : nextSibling(node);
      if (next) break;
      node = open.pop();
      if (node) tape.close();
    }
    node = next;
  }
  return { ...tape.take(), nodes };
}

/**
 * Packs an element.
 * @param {Element} element
 * @param {Platform} dom
 * @param {Tape} tape
 * @param {Element[]} open
 * @param {Detour[]} detours
 * @returns {Node | null} the first node inside, if there is any
 */
function enter(element, dom, tape, open, detours) {
  const name = dom.localName(element);
  const body = name === 'iframe' || name === 'frame' ? textualBody(dom, element, detours) : null;
  const attributes = dom.attributeNames(element);
  // A frame that holds text of the page counts as a plain box around it.
  tape.open(body ? 'div' : name, attributes.length);
  for (let at = 0; at < attributes.length; at++) {
    const code = tape.names.attr(attributes[at]);
    if (code !== 0) tape.attribute(code, dom.attribute(element, attributes[at]) ?? '');
  }
  tape.opened();
  if (body) detours.push({ nodes: [], at: 0, depth: open.length + 1 });
  return body ?? firstInside(element, name, dom, open, detours);
}

/**
 * The first node inside, as the page shows it: a shadow tree stands in place of its host's children, and a slot holds the
 * nodes that were given to it.
 * @param {Element} element
 * @param {string} name
 * @param {Platform} dom
 * @param {Element[]} open
 * @param {Detour[]} detours
 */
function firstInside(element, name, dom, open, detours) {
  switch (name) {
    case 'svg':
    case 'style':
      return null;
    case 'script':
      if (!dom.attribute(element, 'type')?.includes('ld+json')) return null;
      break;
    case 'slot': {
      const nodes = dom.assigned(element);
      if (nodes.length > 0) {
        detours.push({ nodes, at: 0, depth: open.length + 1 });
        return nodes[0];
      }
    }
  }
  return dom.firstChild(dom.shadowRoot(element) ?? element);
}

/**
 * The body of the document in a frame, where it is of the same origin and holds more text than a widget.
 * @param {Platform} dom
 * @param {Element} frame
 * @param {Detour[]} detours
 */
function textualBody(dom, frame, detours) {
  const frames = detours.filter(({ nodes }) => nodes.length === 0).length;
  const body = frames < FRAME_DEPTH_MAX ? dom.frameBody(frame) : null;
  return body && dom.textLength(body) >= FRAME_CHARS_MIN ? body : null;
}

/**
 * The next node beside one that stands somewhere inside a slot or a frame.
 * @param {Platform} dom
 * @param {Node} node
 * @param {number} depth
 * @param {Detour[]} detours
 * @returns {Node | null | undefined}
 */
function nextOnDetour(dom, node, depth, detours) {
  const detour = detours[detours.length - 1];
  if (detour.depth !== depth) return dom.nextSibling(node);
  const next = detour.nodes[++detour.at];
  if (!next) detours.pop();
  return next;
}
