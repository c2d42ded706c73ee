// @ts-check
// Boxes around the elements of sections. They are drawn in a layer of our own over the page, which is not touched.
import { element } from './element.js';
import { KINDS } from './kinds.js';

/** Boxes drawn around one section: text in the flow has one for each line. */
const BOXES_MAX = 12;

/** What may move an element in the window. */
const MOVES = ['scroll', 'resize', 'load', 'transitionend'];

/**
 * @typedef {import('./reading.js').Section} Section
 *
 * @typedef {object} Outlines
 * @property {HTMLElement} layer
 * @property {(sections: Section[]) => void} draw Around these and no others.
 * @property {(section: Section | null) => void} point Sets one off from the others.
 * @property {() => void} stop
 */

/** @param {Document} document @param {Window & typeof globalThis} view @returns {Outlines} */
export function createOutlines(document, view) {
  const layer = element(document, 'div', { class: 'layer', 'aria-hidden': 'true' }, []);
  /** @type {Section[]} */
  let outlined = [];
  /** @type {Section | null} */
  let pointed = null;
  let frame = 0;

  function draw() {
    frame = 0;
    const boxes = outlined.flatMap((section) =>
      boxesOf(section, document).map((box, at) => ({ section, box, isFirst: at === 0 })),
    );
    layer.replaceChildren(
      ...boxes.map(({ section, box, isFirst }) =>
        outline(document, section.kind, box, { isFirst, isPointed: section === pointed }),
      ),
    );
  }
  function follow() {
    frame ||= view.requestAnimationFrame(draw);
  }
  const resizes = new view.ResizeObserver(follow);
  for (const type of MOVES) view.addEventListener(type, follow, { capture: true, passive: true });

  return {
    layer,
    draw(sections) {
      outlined = sections;
      resizes.disconnect();
      // A page that grows or shrinks moves what stands further down.
      for (const at of [document.body, ...sections.map(({ element }) => element)]) if (at) resizes.observe(at);
      follow();
    },
    point(section) {
      if (pointed !== section) follow();
      pointed = section;
    },
    stop() {
      view.cancelAnimationFrame(frame);
      resizes.disconnect();
      for (const type of MOVES) view.removeEventListener(type, follow, { capture: true });
    },
  };
}

/**
 * Where a section is seen, in the coordinates of the document's window.
 * @param {Section} section
 * @param {Document} document
 * @returns {DOMRect[]}
 */
export function boxesOf({ element }, document) {
  if (!element) return [];
  const own = [...element.getClientRects()];
  const boxes = (own.length > 0 ? own : boxesInside(element)).filter(({ width, height }) => width > 0 && height > 0);
  const [left, top] = originOf(element.ownerDocument.defaultView, document);
  return boxes.slice(0, BOXES_MAX).map(({ x, y, width, height }) => new DOMRect(x + left, y + top, width, height));
}

/** Of an element that is shown without a box of its own (`display: contents`). @param {Element} element */
function boxesInside(element) {
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()];
}

/** Where the window of a frame begins in the window of the document around it. @param {Window | null} view @param {Document} document */
function originOf(view, document) {
  let [left, top] = [0, 0];
  for (let at = view; at?.frameElement && at.document !== document; at = at.parent) {
    const { x, y } = at.frameElement.getBoundingClientRect();
    left += x + at.frameElement.clientLeft;
    top += y + at.frameElement.clientTop;
  }
  return [left, top];
}

/**
 * @param {Document} document
 * @param {import('./reading.js').SectionKind} kind
 * @param {DOMRect} box
 * @param {{ isFirst: boolean, isPointed: boolean }} how The first box of a section is labelled.
 */
function outline(document, kind, box, { isFirst, isPointed }) {
  const { name, family } = KINDS[kind];
  const label = isFirst ? [element(document, 'span', { class: 'label' }, name)] : [];
  const attributes = { class: 'outline', 'data-family': family, 'data-pointed': isPointed ? '' : null };
  const made = element(document, 'div', attributes, label);
  for (const side of /** @type {const} */ (['left', 'top', 'width', 'height'])) made.style[side] = `${box[side]}px`;
  // The label stays in the window as long as a part of the box does.
  made.style.setProperty('--above', `${Math.max(0, -box.top)}px`);
  return made;
}
