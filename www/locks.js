// @ts-check
// What walls do to the page behind them: no scrolling, blurred or cut text, text that cannot be selected.

/**
 * What is wrong with an element, as the marks that put it right. Reads only.
 * @param {Element} element
 * @returns {import('./marks.js').Mark[]}
 */
export function locksOf(element) {
  const document = element.ownerDocument;
  const style = document.defaultView?.getComputedStyle(element);
  if (!style) return [];
  const isFrame = element === document.documentElement || element === document.body;
  /** @type {import('./marks.js').Mark[]} */
  const marks = [];
  if (isFrame && (cuts(style.overflowY) || style.position === 'fixed')) marks.push('scroll');
  if (style.filter.includes('blur') || isMasked(style)) marks.push('sharp');
  if (!isFrame && isClamped(element, style)) marks.push('whole');
  if ((style.userSelect ?? style.webkitUserSelect) === 'none' || style.pointerEvents === 'none') marks.push('select');
  return marks;
}

/** @param {string} overflow */
function cuts(overflow) {
  return overflow === 'hidden' || overflow === 'clip';
}

/** @param {CSSStyleDeclaration} style */
function isMasked(style) {
  const mask = style.maskImage || style.webkitMaskImage;
  return Boolean(mask) && mask !== 'none';
}

/** @param {Element} element @param {CSSStyleDeclaration} style */
function isClamped(element, style) {
  return cuts(style.overflowY) && element.scrollHeight > element.clientHeight + CLAMPED_PX_MIN;
}

/** Height that is cut off, in CSS pixels, from which on text is missing and not just the tail of a letter. */
const CLAMPED_PX_MIN = 24;
