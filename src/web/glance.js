// @ts-check
/**
 * What a glance at a document tells of whether there is an article: a few paragraphs, what its head declares. It is not
 * walked, and nothing of it is decided here.
 */
import { own, platformOf } from './platform.js';

const DOCUMENT_NODE = 9;

/** Paragraphs whose length is taken, evenly spread: more tell no more, and each costs a tenth of a glance. */
const SAMPLES = 8;

/** Types of structured data that are looked at: the page's own stand first. */
const TYPES_MAX = 12;

/** What it names is short; without a bound, a list that never ends would be searched to its end at every turn. */
const TYPE = /"@type"\s*:\s*(?:\[[^\]]{0,300}\]|"[^"]{0,300}")/g;

/** @type {any} */
const view = globalThis;
const byTag = own(view.Document, 'getElementsByTagName');
const countOf = own(view.HTMLCollection, 'length');
const itemOf = own(view.HTMLCollection, 'item');
const headOf = own(view.Document, 'head');
const firstElement = own(view.Element, 'firstElementChild');
const nextElement = own(view.Element, 'nextElementSibling');

/**
 * @typedef {object} Glance
 * @property {number} paragraphs
 * @property {Uint32Array} lengths The characters of some of them.
 * @property {string} kind `og:type`, empty where there is none.
 * @property {boolean} hasDate Whether `article:published_time` is there.
 * @property {string} types The types that its structured data names.
 *
 * @param {Document} document
 * @returns {Glance | null} `null` for what is not one of the browser's own documents
 */
export function glanceAt(document) {
  const dom = platformOf(document);
  if (!dom.isNative || dom.nodeType(document) !== DOCUMENT_NODE) return null;
  const all = byTag(document, 'p');
  const paragraphs = countOf(all);
  const lengths = new Uint32Array(Math.min(paragraphs, SAMPLES));
  for (let at = 0; at < lengths.length; at++) {
    lengths[at] = dom.textLength(itemOf(all, Math.floor((at * paragraphs) / lengths.length)));
  }
  const glance = { paragraphs, lengths, kind: '', hasDate: false, types: '' };
  const head = headOf(document);
  for (let at = head && firstElement(head); at; at = nextElement(at)) addDeclared(glance, dom, at);
  return glance;
}

/** @param {Glance} glance @param {import('./platform.js').Platform} dom @param {Element} element A child of the head. */
function addDeclared(glance, dom, element) {
  const name = dom.localName(element);
  if (name === 'meta') {
    const property = dom.attribute(element, 'property');
    if (property === 'og:type') glance.kind = dom.attribute(element, 'content') ?? '';
    if (property === 'article:published_time') glance.hasDate = true;
  } else if (name === 'script' && dom.attribute(element, 'type')?.includes('ld+json')) {
    const text = dom.firstChild(element);
    const types = (text && dom.data(text).match(TYPE)) ?? [];
    glance.types += types.slice(0, TYPES_MAX).join();
  }
}
