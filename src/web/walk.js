// @ts-check
/**
 * The walk over a live document: one visit a node, packed for the core. It changes nothing and decides nothing.
 */
import { newNumber } from './names.js';
import { isOurs } from './ours.js';
import { platformOf } from './platform.js';
import { ATTRIBUTES, BATCH_CHARS, CLOSE, OPEN, STEPS, Tape, TEXT, UNITS, UNITS_MAX } from './tape.js';

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;
const CDATA_NODE = 4;

/** Frames within frames are followed this deep; further down there is nothing but advertisements. */
const FRAME_DEPTH_MAX = 3;

/** A frame with fewer characters, about a line, is a widget and no part of the page: a wall says more. */
const FRAME_CHARS_MIN = 80;

/** Numbers that a node takes beside its attributes, at most: one that begins it, its name, one that ends it and others. */
const STEP_NUMBERS = 3;

/** Elements that show something else than their children, or nothing that is read. */
const ASIDE = new Set(['frame', 'iframe', 'script', 'slot', 'style', 'svg']);

/**
 * @typedef {import('./names.js').Names} Names
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
 * One loop that calls little but the platform: most pages are walked once, before an engine has compiled anything.
 * @param {Node} root A document, or an element to read with its subtree alone.
 * @param {Names} names
 * @returns {Walked}
 */
export function walk(root, { tags, attributes }) {
  const dom = platformOf(root);
  const { nodeType, firstChild, nextSibling, data, localName, shadowRoot, attributeNames, attribute } = dom;
  const tape = new Tape();
  let { numbers } = tape;
  let length = 0;
  let waiting = '';
  const nodes = /** @type {Node[]} */ ([]);
  /** The elements around the present node, outermost first. */
  const open = /** @type {Node[]} */ ([]);
  let depth = 0;
  const detours = /** @type {Detour[]} */ ([]);
  /** @type {Node | null | undefined} */
  let node = nodeType(root) === ELEMENT_NODE ? root : firstChild(root);
  while (node) {
    if (length + STEP_NUMBERS > numbers.length) numbers = tape.longer(length);
    if (waiting.length > BATCH_CHARS) waiting = tape.encode(waiting);
    let closed = 0;
    const type = nodeType(node);
    // What is ours stands beside the body.
    if (type === ELEMENT_NODE && !(depth === 1 && isOurs(node))) {
      const element = /** @type {Element} */ (node);
      nodes[nodes.length] = element;
      const name = localName(element);
      const isAside = ASIDE.has(name);
      const body = isAside ? textualBody(element, name, dom, detours) : null;
      const begun = length++;
      // A frame that holds text of the page counts as a plain box around it.
      const shown = body ? 'div' : name;
      const tag = tags.get(shown) ?? newNumber(tags, shown);
      if (tag === 0) numbers[length++] = Math.min(shown.length, UNITS_MAX) * UNITS;
      if (tag === 0) waiting += shown.slice(0, UNITS_MAX);
      const written = attributeNames(element);
      if (length + written.length + STEP_NUMBERS > numbers.length) numbers = tape.longer(length + written.length);
      for (let at = 0; at < written.length; at++) {
        const attr = attributes.get(written[at]) ?? newNumber(attributes, written[at]);
        const value = attr === 0 ? null : attribute(element, written[at]);
        if (value === null || value.length > UNITS_MAX) continue;
        numbers[length++] = value.length * UNITS + attr;
        waiting += value;
      }
      numbers[begun] = (length - begun - 1) * ATTRIBUTES + tag * STEPS + OPEN;
      const child = isAside ? firstAside(element, name, body, dom, depth, detours) : firstChild(shadowRoot(element) ?? element);
      if (child) {
        open[depth++] = element;
        node = child;
        continue;
      }
      closed = 1;
    } else if (type === TEXT_NODE || type === CDATA_NODE) {
      const text = data(node);
      if (text !== '') {
        nodes[nodes.length] = node;
        numbers[length++] = text.length * STEPS + TEXT;
        waiting += text;
      }
    }
    let next = /** @type {Node | null | undefined} */ (null);
    while (node !== root) {
      next = detours.length > 0 ? nextOnDetour(dom, node, depth, detours) : nextSibling(node);
      if (next || depth === 0) break;
      node = open[--depth];
      closed++;
    }
    if (closed > 0) numbers[length++] = closed * STEPS + CLOSE;
    node = next;
  }
  tape.encode(waiting);
  return { ...tape.take(length), nodes };
}

/**
 * The first node inside an element that shows something else than its children, or nothing that is read.
 * @param {Element} element
 * @param {string} name
 * @param {Node | null} body What a frame shows.
 * @param {Platform} dom
 * @param {number} depth
 * @param {Detour[]} detours
 * @returns {Node | null}
 */
function firstAside(element, name, body, dom, depth, detours) {
  if (name === 'svg' || name === 'style') return null;
  if (name === 'script' && !dom.attribute(element, 'type')?.includes('ld+json')) return null;
  const nodes = name === 'slot' ? dom.assigned(element) : [];
  if (body || nodes.length > 0) {
    detours.push({ nodes, at: 0, depth: depth + 1 });
    return body ?? nodes[0];
  }
  return dom.firstChild(dom.shadowRoot(element) ?? element);
}

/**
 * The body of the document in a frame, where it is of the same origin and holds more text than a widget.
 * @param {Element} element
 * @param {string} name
 * @param {Platform} dom
 * @param {Detour[]} detours
 */
function textualBody(element, name, dom, detours) {
  if (name !== 'iframe' && name !== 'frame') return null;
  const frames = detours.filter(({ nodes }) => nodes.length === 0).length;
  const body = frames < FRAME_DEPTH_MAX ? dom.frameBody(element) : null;
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
