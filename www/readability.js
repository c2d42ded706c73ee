// @ts-check
/**
 * A drop-in for `@mozilla/readability`: the same constructor, options, results and errors. The document is not changed, so
 * there is no need to clone it. The wasm is part of this file: everything happens at once.
 *
 * @typedef {object} Parsed
 * @property {string | null} title
 * @property {string | null} byline
 * @property {string | null} dir
 * @property {string | null} lang
 * @property {any} content HTML, safe to assign, or what `serializer` makes of the element.
 * @property {string} textContent
 * @property {number} length Of `textContent`, in UTF-16 units.
 * @property {string | null} excerpt
 * @property {string | null} siteName
 * @property {string | null} publishedTime ISO 8601.
 *
 * @typedef {object} ReadabilityOptions
 * @property {number} [maxElemsToParse] Refuse documents with more elements. Default: 0, no limit.
 * @property {boolean} [disableJSONLD] Leave structured data unread. Default: no.
 * @property {(element: Element) => any} [serializer] Makes `content` from the article's element. Default: its inner HTML.
 * @property {boolean} [debug] Without effect: there is no log.
 * @property {number} [nbTopCandidates] Without effect: all candidates are weighed.
 * @property {number} [charThreshold] Without effect: a short article is found at the first attempt.
 * @property {boolean} [keepClasses] Without effect: an article has no classes.
 * @property {string[]} [classesToPreserve] Without effect, likewise.
 * @property {RegExp} [allowedVideoRegex] Without effect: the core has a list of the players that are kept.
 * @property {number} [linkDensityModifier] Without effect: link density is one of many features of a learned model.
 *
 * @typedef {object} ReaderableOptions
 * @property {number} [minScore] Without effect: the core has a measure of its own.
 * @property {number} [minContentLength] Without effect, likewise.
 * @property {(node: Element) => boolean} [visibilityChecker] Without effect: the core sees what is hidden.
 */
import wasm from '#core.wasm';
import { hasArticle, readySync, withPage } from './core.js';

/** Readability's own wrapping, which style sheets and tests rely on. */
const CONTENT = ['<div id="readability-page-1" class="page">', '</div>'];

export class Readability {
  #document;
  #options;

  /**
   * @param {Document} document
   * @param {ReadabilityOptions} [options]
   */
  constructor(document, options) {
    assertDocument(document);
    this.#document = document;
    this.#options = options ?? {};
  }

  /** @returns {Parsed | null} `null` where the document carries no article */
  parse() {
    const { maxElemsToParse = 0, disableJSONLD = false, serializer } = this.#options;
    assertSize(this.#document, maxElemsToParse);
    readySync(wasm);
    // Without layout: the document is often one that no window shows.
    const { article } = withPage(this.#document, { layout: false }, (page) => page.read({ jsonLd: !disableJSONLD }));
    if (!article) return null;
    const { title, byline, dir, lang, html, text, excerpt, siteName, published } = article;
    const content = CONTENT.join(html);
    return {
      title,
      byline,
      dir,
      lang,
      content: serializer ? serializer(elementAround(this.#document, content)) : content,
      textContent: text,
      length: text.length,
      excerpt,
      siteName,
      publishedTime: published,
    };
  }
}

/**
 * Whether there is an article worth a reader view.
 * @param {Document} document
 * @param {ReaderableOptions | ((node: Element) => boolean)} [_options] Without effect.
 * @returns {boolean}
 */
export function isProbablyReaderable(document, _options) {
  assertDocument(document);
  readySync(wasm);
  return hasArticle(document);
}

/** @param {Document} document */
function assertDocument(document) {
  if (!document?.documentElement) throw new Error('First argument to Readability constructor should be a document object.');
}

/** @param {Document} document @param {number} elements_max */
function assertSize(document, elements_max) {
  if (!(elements_max > 0)) return;
  const count = document.querySelectorAll('*').length;
  if (count > elements_max) throw new Error(`Aborting parsing document; ${count} elements found`);
}

/**
 * The content in an element. What is in a template belongs to no window: its images are not fetched.
 * @param {Document} document
 * @param {string} content
 */
function elementAround(document, content) {
  const template = document.createElement('template');
  template.innerHTML = `<div>${content}</div>`;
  return /** @type {Element} */ (template.content.firstElementChild);
}
