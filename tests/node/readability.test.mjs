// limpid/readability in the place of @mozilla/readability, on documents that are not a browser's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import { dist, EMPTY_PAGE, PARAGRAPHS, page, TITLE } from './page.mjs';

/** @type {typeof import('../../www/readability.js')} */
const { isProbablyReaderable, Readability } = await import(pathToFileURL(dist('readability.js')).href);

/** @param {string} html @returns {Document} */
const documentOf = (html) => parseHTML(html).document;

test('an article is parsed into the ten fields', () => {
  const parsed = new Readability(documentOf(page())).parse();
  assert.ok(parsed);
  const { content, textContent, length, excerpt, ...facts } = parsed;
  assert.deepEqual(facts, {
    title: TITLE,
    byline: 'Ada Finch',
    dir: 'ltr',
    lang: 'en',
    siteName: 'Skerry Gazette',
    publishedTime: '2024-03-05T08:30:00Z',
  });
  assert.ok(content.startsWith('<div id="readability-page-1" class="page"><p>') && content.endsWith('</div>'), content);
  for (const paragraph of PARAGRAPHS) {
    assert.ok(content.includes(`<p>${paragraph}</p>`), paragraph);
    assert.ok(textContent.includes(paragraph), paragraph);
  }
  assert.equal(length, textContent.length);
  assert.ok(excerpt && PARAGRAPHS[0].startsWith(excerpt.replace(/…$/, '')), `${excerpt}`);
});

test('the document is as it was, and can be parsed again', () => {
  const document = documentOf(page());
  const before = document.documentElement.outerHTML;
  const reader = new Readability(document);
  assert.deepEqual(reader.parse(), reader.parse());
  assert.equal(isProbablyReaderable(document), true);
  assert.equal(document.documentElement.outerHTML, before);
});

test('a document without an article gives null', () => {
  const document = documentOf(EMPTY_PAGE);
  assert.equal(new Readability(document).parse(), null);
  assert.equal(isProbablyReaderable(document), false);
});

test('every option is taken', () => {
  const options = {
    debug: true,
    maxElemsToParse: 1000,
    nbTopCandidates: 3,
    charThreshold: 5000,
    classesToPreserve: ['caption'],
    keepClasses: true,
    disableJSONLD: true,
    allowedVideoRegex: /video/,
    linkDensityModifier: 0.1,
  };
  assert.deepEqual(new Readability(documentOf(page()), options).parse(), new Readability(documentOf(page())).parse());
  assert.equal(
    isProbablyReaderable(documentOf(page()), { minScore: 1, minContentLength: 10, visibilityChecker: () => true }),
    true,
  );
});

test('structured data is left out where that is asked', () => {
  const data = { '@context': 'https://schema.org', '@type': 'NewsArticle', datePublished: '2024-03-04' };
  const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  const html = page().replace(/<meta property="article:published_time".*/, script);
  const dates = [false, true].map(
    (disableJSONLD) => new Readability(documentOf(html), { disableJSONLD }).parse()?.publishedTime,
  );
  assert.deepEqual(dates, ['2024-03-04', null]);
});

test('the serializer gets the element around the content', () => {
  const content = new Readability(documentOf(page()), { serializer: (element) => element }).parse()?.content;
  assert.equal(content.firstElementChild.id, 'readability-page-1');
  assert.equal(content.querySelector('p').textContent, PARAGRAPHS[0]);
});

test('errors are those of Readability', () => {
  const wrong = 'First argument to Readability constructor should be a document object.';
  for (const nothing of [undefined, null, {}, '<p>']) {
    assert.throws(() => new Readability(/** @type {any} */ (nothing)), { name: 'Error', message: wrong });
  }
  const document = documentOf(page());
  const count = document.querySelectorAll('*').length;
  const reader = new Readability(document, { maxElemsToParse: count - 1 });
  assert.throws(() => reader.parse(), { name: 'Error', message: `Aborting parsing document; ${count} elements found` });
  assert.ok(new Readability(document, { maxElemsToParse: count }).parse());
});

test('a trap fails one parse and not the next', () => {
  const document = documentOf(page());
  const { encodeInto } = TextEncoder.prototype;
  TextEncoder.prototype.encodeInto = () => {
    throw new WebAssembly.RuntimeError('unreachable');
  };
  try {
    assert.throws(() => new Readability(document).parse(), { name: 'LimpidError', code: 'failed' });
  } finally {
    TextEncoder.prototype.encodeInto = encodeInto;
  }
  assert.equal(new Readability(document).parse()?.title, TITLE);
});

test('a page is read once more where an engine stops the core by mistake', () => {
  const { encodeInto } = TextEncoder.prototype;
  TextEncoder.prototype.encodeInto = () => {
    TextEncoder.prototype.encodeInto = encodeInto;
    throw new WebAssembly.RuntimeError('Out of bounds memory access');
  };
  try {
    assert.equal(new Readability(documentOf(page())).parse()?.title, TITLE);
    assert.equal(TextEncoder.prototype.encodeInto, encodeInto, 'the core was not stopped');
  } finally {
    TextEncoder.prototype.encodeInto = encodeInto;
  }
});
