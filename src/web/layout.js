// @ts-check
/**
 * Where a browser draws what matters: boxes that lie over the page, and the elements that the core asks about. One phase of
 * reads; nothing is written.
 */
import { own, platformOf } from './platform.js';

const ELEMENT_NODE = 1;
const FRAGMENT_NODE = 11;

const FLOW = 0;
const TOP_LAYER = 4;
/** @type {Record<string, number>} */
const POSITIONS = { absolute: 1, sticky: 2, fixed: 3 };

/** Where the window is probed, as shares of its width and height: the middle, and the edges where banners stick. */
const PROBE_SHARES = [0.02, 0.5, 0.98];

/**
 * What is in the browser's top layer. A browser that does not know a state takes it as never met. What is in there is `fixed`
 * or `absolute`, whatever its style says: nothing else need be asked.
 */
const IN_TOP_LAYER = ':is(dialog:modal, :popover-open)';

/** Height that is cut off, in CSS pixels, from which on a line is missing and not just the tail of a letter. */
const CUT_PX_MIN = 24;

/** Opacity below which text is there and not to be read. */
const FAINT_OPACITY = 0.5;

/** A clip path that leaves less than half of a box. */
const CLIPPED_AWAY = /circle\(0|inset\((?:100|[5-9]\d)(?:\.\d+)?%/;

/** The computed colour of text that has none. */
const TRANSPARENT = 'rgba(0, 0, 0, 0)';

/** Elements that are looked for one by one among the nodes. A page has two to five that are lifted. */
const SOUGHT_MAX = 16;

/** @type {any} */
const view = globalThis;
const typeOf = own(view.Node, 'nodeType');
const rectOf = own(view.Element, 'getBoundingClientRect');
const heightOf = own(view.Element, 'clientHeight');
const heightIn = own(view.Element, 'scrollHeight');
const matches = own(view.Element, 'matches');
const isVisible = own(view.Element, 'checkVisibility');
const shadowOf = own(view.Element, 'shadowRoot');
const slotOf = own(view.Element, 'assignedSlot');
const parentOf = own(view.Node, 'parentNode');
const documentOf = own(view.Node, 'ownerDocument');
const hostOf = own(view.ShadowRoot, 'host');
const atPointOfDocument = own(view.Document, 'elementsFromPoint');
const atPointOfShadow = own(view.ShadowRoot, 'elementsFromPoint');
const styleOf = view.getComputedStyle;

/**
 * The size of the window that shows a document, in CSS pixels; `null` where none does.
 * @param {Document} document
 * @returns {{ width: number, height: number } | null}
 */
export function windowOf(document) {
  const { innerWidth: width = 0, innerHeight: height = 0 } = document.defaultView ?? {};
  // Documents that are not the browser's own may have a window, but nothing is drawn in it.
  const isDrawn = atPointOfDocument && platformOf(document).isNative && width > 0 && height > 0;
  return isDrawn ? { width, height } : null;
}

/**
 * @param {Document} document
 * @param {{ width: number, height: number }} window
 * @param {Node[]} nodes The nodes of a walk.
 * @param {ArrayLike<number>} asked The ids that the core asks about.
 * @param {boolean} closely Whether the core also asks if their text can be read.
 * @returns {Float64Array} facts; of two about one node the later counts
 */
export function layoutFacts(document, window, nodes, asked, closely) {
  const lifted = idsOf([...surfaceOf(document, window)].filter(isLifted), nodes);
  /** @type {number[]} */
  const facts = [];
  for (const ids of [lifted, asked]) {
    for (let at = 0; at < ids.length; at++) {
      const element = /** @type {Element} */ (nodes[ids[at] - 1]);
      if (documentOf(element) === document) addFact(facts, ids[at], element, closely);
    }
  }
  return Float64Array.from(facts);
}

/**
 * The ids of those of some nodes that the walk met.
 * @param {Node[]} some
 * @param {Node[]} nodes
 */
function idsOf(some, nodes) {
  // Few are looked for one by one, which is the fastest; on a page that has many, all nodes are gone through once.
  if (some.length <= SOUGHT_MAX) return some.map((node) => nodes.indexOf(node) + 1).filter((id) => id > 0);
  const sought = new Set(some);
  return nodes.flatMap((node, at) => (sought.has(node) ? at + 1 : []));
}

/** Whether an element is taken out of the flow, or stays in view. @param {Node} node */
function isLifted(node) {
  return typeOf(node) === ELEMENT_NODE && styleOf(/** @type {Element} */ (node)).position in POSITIONS;
}

/**
 * The elements that show at the probes, and all that they stand in.
 * @param {Document} document
 * @param {{ width: number, height: number }} window
 * @returns {Set<Node>}
 */
function surfaceOf(document, { width, height }) {
  /** @type {Set<Node>} */
  const surface = new Set();
  for (const down of PROBE_SHARES) {
    for (const across of PROBE_SHARES) probe(document, width * across, height * down, surface);
  }
  return surface;
}

/** @param {Document} document @param {number} x @param {number} y @param {Set<Node>} surface */
function probe(document, x, y, surface) {
  let hits = atPointOfDocument(document, x, y);
  while (hits.length > 0) {
    for (const hit of hits) addWithAncestors(hit, surface);
    const shadow = shadowOf(hits[0]);
    const inside = shadow ? atPointOfShadow(shadow, x, y) : [];
    // A shadow root also brings up what lies around its host.
    hits = inside[0] === hits[0] ? [] : inside;
  }
}

/** @param {Node | null} node @param {Set<Node>} surface */
function addWithAncestors(node, surface) {
  for (let at = node; at && !surface.has(at); at = around(at)) surface.add(at);
}

/** The node that this one is drawn in. @param {Node} node @returns {Node | null} */
function around(node) {
  const type = typeOf(node);
  return type === FRAGMENT_NODE ? hostOf(node) : (type === ELEMENT_NODE && slotOf(node)) || parentOf(node);
}

/**
 * Adds id, position, x, y, width, height, z-index and how the element is seen. Of a box in the flow nothing is of interest,
 * unless closely, but whether it is shown.
 * @param {number[]} facts
 * @param {number} id
 * @param {Element} element
 * @param {boolean} closely
 */
function addFact(facts, id, element, closely) {
  const style = styleOf(element);
  const placed = POSITIONS[style.position] ?? FLOW;
  const position = placed !== FLOW && matches(element, IN_TOP_LAYER) ? TOP_LAYER : placed;
  const seen = (isHidden(element, style, position) ? 1 : 0) | (closely ? legibility(element, style) : 0);
  if (position === FLOW && !closely) {
    facts.push(id, FLOW, 0, 0, 0, 0, 0, seen);
    return;
  }
  const { x, y, width, height } = rectOf(element);
  facts.push(id, position, x, y, width, height, Number.parseInt(style.zIndex, 10) || 0, seen);
}

/**
 * There and not to be read, or cut to a height, as bits.
 * @param {Element} element @param {CSSStyleDeclaration} style
 */
function legibility(element, style) {
  const isClear =
    style.color === TRANSPARENT ||
    Number(style.opacity) < FAINT_OPACITY ||
    style.fontSize === '0px' ||
    style.contentVisibility === 'hidden' ||
    CLIPPED_AWAY.test(style.clipPath);
  const cuts = style.overflowY === 'hidden' || style.overflowY === 'clip';
  const mask = style.maskImage || style.webkitMaskImage || 'none';
  const isCut = mask !== 'none' || (cuts && heightIn(element) > heightOf(element) + CUT_PX_MIN);
  return (isClear || style.filter.includes('blur') ? 2 : 0) | (isCut ? 4 : 0);
}

/**
 * Text that is transparent waits for a script to fade it in; a box over the page that is transparent is none.
 * @param {Element} element @param {CSSStyleDeclaration} style @param {number} position
 */
function isHidden(element, style, position) {
  const opacityProperty = position !== FLOW;
  if (isVisible) return !isVisible(boxOf(element, style), { opacityProperty, visibilityProperty: true });
  return style.display === 'none' || style.visibility !== 'visible' || (opacityProperty && style.opacity === '0');
}

/**
 * The element whose box shows what is in this one, which may have none of its own.
 * @param {Element} element @param {CSSStyleDeclaration} style
 */
function boxOf(element, { display }) {
  /** @type {Node | null} */
  let box = element;
  while (display === 'contents') {
    box = around(box);
    if (!box || typeOf(box) !== ELEMENT_NODE) return element;
    display = styleOf(box).display;
  }
  return /** @type {Element} */ (box);
}
