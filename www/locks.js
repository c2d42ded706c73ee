// @ts-check
// What walls do to the page behind them: no scrolling, blurred or cut text, text that cannot be selected.

/**
 * What is wrong with an element, as the marks that put it right. Reads only.
 * @param {Element} element
 * @returns {import('./marks.js').Mark[]}
 */
export function locksOf(element) {
  const document = element.ownerDocument;
  const view = document.defaultView;
  if (!view) return [];
  const style = view.getComputedStyle(element);
  const isFrame = element === document.documentElement || element === document.body;
  const clamped = !isFrame && isClamped(element, style);
  /** @type {[import('./marks.js').Mark, boolean][]} */
  const locks = [
    ['scroll', isFrame ? isFast(style) : clamped && style.position === 'fixed'],
    ['sharp', style.filter.includes('blur') || isMasked(style) || isFaint(element, style)],
    ['inked', style.color === TRANSPARENT],
    [
      'plain',
      style.position !== 'static' && ['::before', '::after'].some((part) => isFade(view.getComputedStyle(element, part))),
    ],
    ['placed', style.position === 'absolute' && isAway(element)],
    ['whole', clamped],
    ['hidden', !isFrame && style.display !== 'none' && style.backgroundImage.includes('gradient') && isEmpty(element)],
    ['select', (style.userSelect ?? style.webkitUserSelect) === 'none' || style.pointerEvents === 'none'],
  ];
  return locks.filter(([, isLocked]) => isLocked).map(([mark]) => mark);
}

/** The computed colour of text that has none. */
const TRANSPARENT = 'rgba(0, 0, 0, 0)';
/** Opacity below which text is there and not to be read. */
const FAINT_OPACITY = 0.5;
/** Characters from which on an element is text and no sign or caption that shows when it is pointed at. */
const TEXT_CHARS_MIN = 100;

/** Whether the page's frame is held fast. @param {CSSStyleDeclaration} style */
function isFast({ overflowY, position, touchAction }) {
  return cuts(overflowY) || position === 'fixed' || touchAction === 'none';
}

/** Whether text is there and not drawn so that it can be read. @param {Element} element @param {CSSStyleDeclaration} style */
function isFaint(element, { opacity, clipPath, contentVisibility }) {
  const isSoft = Number(opacity) < FAINT_OPACITY || clipPath.startsWith('inset') || contentVisibility === 'hidden';
  return isSoft && (element.textContent?.length ?? 0) >= TEXT_CHARS_MIN;
}

/** Whether what lies over text fades it out. @param {CSSStyleDeclaration} style */
function isFade({ content, position, backgroundImage }) {
  return position === 'absolute' && content !== 'none' && backgroundImage.includes('gradient');
}

/** @param {Element} element */
function isEmpty(element) {
  return !element.textContent?.trim() && element.childElementCount === 0;
}

/** Whether an element with text is placed outside of the page. @param {Element} element */
function isAway(element) {
  const { right, width } = element.getBoundingClientRect();
  return right <= 0 && width > AWAY_PX_MIN;
}

/** Width of a text, in CSS pixels. What is for screen readers alone is made narrower. */
const AWAY_PX_MIN = 100;

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
