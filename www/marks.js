// @ts-check
/**
 * Marks on elements of a live page. A mark is a word in one attribute; a constructed stylesheet, which strict policies allow,
 * says what it does. No node is ever moved or removed.
 */

/** The attribute that carries the marks. */
const ATTRIBUTE = 'data-limpid';

/**
 * What a mark does: declarations that win over the page's own.
 * @typedef {'hidden' | 'shown' | 'scroll' | 'sharp' | 'inked' | 'plain' | 'placed' | 'whole' | 'select'} Mark
 * @type {Record<Mark, [string, string][]>}
 */
const MARKS = {
  hidden: [['display', 'none']],
  shown: [
    ['display', 'block'],
    ['visibility', 'visible'],
    ['height', 'auto'],
  ],
  scroll: [
    ['overflow', 'visible'],
    ['position', 'static'],
    ['touch-action', 'auto'],
  ],
  sharp: [
    ['filter', 'none'],
    ['mask-image', 'none'],
    ['-webkit-mask-image', 'none'],
    ['clip-path', 'none'],
    ['opacity', '1'],
    ['content-visibility', 'visible'],
  ],
  inked: [
    ['color', 'inherit'],
    ['text-shadow', 'none'],
  ],
  plain: [],
  placed: [['position', 'static']],
  whole: [
    ['max-height', 'none'],
    ['height', 'auto'],
    ['overflow', 'visible'],
    ['-webkit-line-clamp', 'none'],
  ],
  select: [
    ['user-select', 'text'],
    ['-webkit-user-select', 'text'],
    ['pointer-events', 'auto'],
  ],
};

const CSS = Object.entries(MARKS)
  .map(([mark, rules]) => `[${ATTRIBUTE}~="${mark}"]{${rules.map(([name, value]) => `${name}:${value}!important`).join(';')}}`)
  .concat(
    `[${ATTRIBUTE}~=plain]::before,[${ATTRIBUTE}~=plain]::after{background:none!important;backdrop-filter:none!important}`,
  )
  .join('');

/**
 * @typedef {object} Marks
 * @property {(element: Element, marks: Mark[]) => void} add
 * @property {(element: Element) => void} enforce Puts the marks into the element's own style, where the page's wins over them.
 * @property {() => void} dropSheets Takes the stylesheets off the page.
 */

/**
 * @param {import('./attributes.js').AttributeLog} log
 * @returns {Marks}
 */
export function createMarks(log) {
  const sheets = createSheets();
  return {
    add(element, marks) {
      const all = new Set([...marksOf(element), ...marks]);
      const value = [...all].join(' ');
      if (element.getAttribute(ATTRIBUTE) !== value)
        log.record(element, ATTRIBUTE, () => element.setAttribute(ATTRIBUTE, value));
      sheets.adopt(element);
    },
    enforce(element) {
      const { style } = /** @type {HTMLElement} */ (element);
      const declarations = marksOf(element).flatMap((mark) => MARKS[/** @type {Mark} */ (mark)] ?? []);
      log.record(element, 'style', () => {
        for (const [name, value] of declarations) style?.setProperty(name, value, 'important');
      });
    },
    dropSheets: sheets.drop,
  };
}

/** @param {Element} element */
function marksOf(element) {
  return (element.getAttribute(ATTRIBUTE) ?? '').split(' ').filter(Boolean);
}

/** The stylesheets for the marks: one a document, adopted by every tree that holds a mark. */
function createSheets() {
  /** @type {Map<Document, CSSStyleSheet | null>} */
  const built = new Map();
  /** @type {Set<Document | ShadowRoot>} */
  const trees = new Set();

  return {
    /** @param {Element} element */
    adopt(element) {
      const document = element.ownerDocument;
      const tree = /** @type {Document | ShadowRoot} */ (element.getRootNode());
      const sheet = built.get(document) ?? build(document);
      built.set(document, sheet);
      if (!sheet || !tree.adoptedStyleSheets || tree.adoptedStyleSheets.includes(sheet)) return;
      tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
      trees.add(tree);
    },
    drop() {
      const ours = new Set(built.values());
      for (const tree of trees) tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((sheet) => !ours.has(sheet));
      trees.clear();
    },
  };
}

/** @param {Document} document @returns {CSSStyleSheet | null} `null` where the browser constructs none */
function build(document) {
  try {
    const sheet = new /** @type {any} */ (document.defaultView).CSSStyleSheet();
    sheet.replaceSync(CSS);
    return sheet;
  } catch {
    return null;
  }
}
