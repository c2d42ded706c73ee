// @ts-check
// How inline elements are laid out: in the line, apart in it, or on lines of their own. Reads only.
import { own } from './platform.js';

const ELEMENT_NODE = 1;

const UNKNOWN = 0;
const INLINE = 1;
const APART = 2;
const LINE = 3;

/** What a computed `display` makes of an inline element; the others leave it in the line. @type {Record<string, number>} */
const DISPLAYS = {
  '': UNKNOWN,
  block: LINE,
  flex: LINE,
  grid: LINE,
  'flow-root': LINE,
  'list-item': LINE,
  table: LINE,
  'table-row': LINE,
  'table-cell': APART,
};

/** @type {any} */
const view = globalThis;
const styleOf = view.getComputedStyle;
const parentOf = own(view.Node, 'parentNode');

/**
 * @param {Node[]} nodes The nodes of a walk.
 * @param {ArrayLike<number>} asked The ids that the core asks about.
 * @returns {Uint8Array} an answer each
 */
export function displays(nodes, asked) {
  return Uint8Array.from(asked, (id) => displayOf(/** @type {Element} */ (nodes[id - 1])));
}

/** @param {Element} element */
function displayOf(element) {
  const style = styleOf(element);
  const laidOut = DISPLAYS[style.display] ?? INLINE;
  // A float becomes a block, and is a drop cap more often than a line.
  if (laidOut === INLINE || style.float !== 'none') return INLINE;
  if (laidOut !== LINE) return laidOut;
  // So does what was taken out of the flow, and what stands in a row with others.
  const { position } = style;
  return position === 'absolute' || position === 'fixed' || isInRow(element) ? APART : LINE;
}

/** Whether an element is an item of a flexible row or of a grid with columns. @param {Element} element */
function isInRow(element) {
  const parent = parentOf(element);
  if (parent?.nodeType !== ELEMENT_NODE) return false;
  const { display, flexDirection, gridTemplateColumns } = styleOf(parent);
  // Computed, the columns are their widths.
  if (display.includes('grid')) return gridTemplateColumns.includes(' ');
  return display.includes('flex') && !flexDirection.startsWith('column');
}
