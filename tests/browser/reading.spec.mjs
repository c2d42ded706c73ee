// The live page reaches the core as the reader sees it, and is left as it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();

const PARAGRAPHS = [
  'The harbour council met on Tuesday evening to discuss the sea wall, which has been closed to walkers since the winter.',
  'Residents described how the closure had changed their mornings, forcing them to walk along the busy coastal road.',
  'According to the chair, the foundations are sound, but forty metres of facing stone must be replaced this summer.',
  'A decision on the grant is expected before the end of the month, and the work could then begin in the spring.',
];
const TEXT = PARAGRAPHS.join('\n\n');
const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');

/**
 * Reads a page in the browser and says what of it was changed.
 * @param {string} html
 * @param {string} [selector] the element to read; the document by default
 */
async function readPage(html, selector = '') {
  await browser.goto(browser.host(html));
  return browser.evaluate(
    async (library, selector) => {
      const { read } = await import(library);
      const before = document.documentElement.outerHTML;
      const { article } = await read(selector ? document.querySelector(selector) : document);
      return { article, changed: before !== document.documentElement.outerHTML };
    },
    `${browser.origin}/dist/limpid.js`,
    selector,
  );
}

/** @param {string} name @param {string} html @param {string} [expected] @param {string} [selector] */
function check(name, html, expected = TEXT, selector = '') {
  test(name, async () => {
    const { article, changed } = await readPage(html, selector);
    assert.equal(article?.text ?? null, expected);
    assert.equal(changed, false, 'the page was changed');
  });
}

check('an article', `<!doctype html><title>Sea wall</title><main><article><h1>Sea wall</h1>${BODY}</article></main>`);

check(
  'an open shadow root, its slots filled from outside',
  `<!doctype html><title>Sea wall</title><x-story>${BODY}<b slot="name">Sea wall</b></x-story><script>
    const root = document.querySelector('x-story').attachShadow({ mode: 'open' });
    root.innerHTML = '<article><h1><slot name="name"></slot></h1><slot></slot></article>';
  </script>`,
);

check(
  'a frame of the same origin that holds the article',
  `<!doctype html><title>Sea wall</title><nav><a href="/">Home</a></nav><iframe srcdoc="<article>${BODY}</article>"></iframe>`,
);

const LINES = PARAGRAPHS.map((text) => `<span class="line">${text}</span>`).join('');
const STYLED = PARAGRAPHS.map((text) => `<x-line>${text}</x-line>`).join('');

check(
  'lines of spans that a style sheet makes blocks',
  `<!doctype html><title>Sea wall</title><style>.line { display: block }</style><h1>Sea wall</h1><div>${LINES}</div>`,
);

check(
  'lines of elements of its own making',
  `<!doctype html><title>Sea wall</title><style>x-line { display: block }</style><h1>Sea wall</h1><div>${STYLED}</div>`,
);

check(
  'drop caps, and words in elements of their own that stay in the line',
  `<!doctype html><title>Sea wall</title><style>b { float: left } .word { display: inline-block }</style><h1>Sea wall</h1>
   ${BODY.replace('<p>The harbour', '<p><b>T</b>he <span class="word">har</span><span class="word">bour</span>')}`,
);

check(
  'form fields named like properties of nodes',
  `<!doctype html><title>Sea wall</title><form><input name="firstChild"><input name="nextSibling"><input name="attributes">
    <input name="localName"><input name="nodeType"><article>${BODY}</article></form>`,
);

check(
  'one element and nothing around it',
  `<!doctype html><main><div id="other">${BODY}</div><p id="one">${PARAGRAPHS[0]}</p></main>`,
  PARAGRAPHS[0],
  '#one',
);

test('prototypes that the page patches later do not matter', async () => {
  await browser.goto(browser.host(`<!doctype html><title>Sea wall</title><article>${BODY}</article>`));
  const text = await browser.evaluate(async (library) => {
    const { read, ready } = await import(library);
    await ready();
    for (const [owner, name] of /** @type {const} */ ([
      [Node.prototype, 'firstChild'],
      [Node.prototype, 'nextSibling'],
      [Element.prototype, 'localName'],
    ])) {
      Object.defineProperty(owner, name, { get: () => null });
    }
    Element.prototype.getAttribute = () => 'hidden';
    return (await read(document)).article?.text;
  }, `${browser.origin}/dist/limpid.js`);
  assert.equal(text, TEXT);
});

test('a page without an article has none', async () => {
  for (const html of ['', '<!doctype html><frameset><frame></frameset>', '<!doctype html><title>Empty</title>']) {
    const { article, changed } = await readPage(html);
    assert.equal(article, null);
    assert.equal(changed, false);
  }
});

test('a detached element and a detached document can be read', async () => {
  await browser.goto(browser.host('<!doctype html>'));
  const texts = await browser.evaluate(
    async (library, body) => {
      const { read } = await import(library);
      const element = document.createElement('article');
      element.innerHTML = body;
      const other = new DOMParser().parseFromString(`<title>Sea wall</title><article>${body}</article>`, 'text/html');
      return [(await read(element)).article?.text, (await read(other)).article?.text];
    },
    `${browser.origin}/dist/limpid.js`,
    BODY,
  );
  assert.deepEqual(texts, [TEXT, TEXT]);
});

test('what is no document is refused in words', async () => {
  await browser.goto(
    browser.host(`<!doctype html><p id="p">text</p><iframe src="${browser.otherOrigin}/dist/site/index.html"></iframe>`),
  );
  const { codes, changed } = await browser.evaluate(async (library) => {
    const { read, readSync, declutter, isReadable, openReader } = await import(library);
    const before = document.documentElement.outerHTML;
    const throwing = new Proxy(
      {},
      {
        get: () => {
          throw new Error('do not ask');
        },
      },
    );
    const { firstChild } = /** @type {Element} */ (document.getElementById('p'));
    const wrong = [
      null,
      {},
      'text',
      7,
      { nodeType: 1 },
      { nodeType: 9 },
      throwing,
      firstChild,
      document.createDocumentFragment(),
      window,
      window[0],
    ];
    /** @type {((root: any) => Promise<unknown>)[]} */
    const calls = [read, declutter, isReadable, async (root) => readSync(root), (root) => openReader({ document: root })];
    const codes = [];
    for (const root of wrong) {
      for (const call of calls)
        codes.push(
          await call(root).then(
            () => 'none',
            (error) => error.code,
          ),
        );
    }
    return { codes, changed: before !== document.documentElement.outerHTML };
  }, `${browser.origin}/dist/limpid.js`);
  assert.deepEqual(new Set(codes), new Set(['bad-argument']));
  assert.equal(changed, false);
});

test('wrong options are refused in words', async () => {
  await browser.goto(browser.host(`<!doctype html><article>${BODY}</article>`));
  const codes = await browser.evaluate(async (library) => {
    const { read, declutter } = await import(library);
    const wrong = [7, 'all', { kinds: 'paywall' }, { kinds: ['no such kind'] }, { includeGated: 1 }, { charsMin: 'many' }];
    const codes = [];
    for (const options of wrong) {
      for (const call of [read, declutter])
        codes.push(
          await call(document, /** @type {any} */ (options)).then(
            () => 'none',
            (/** @type {any} */ error) => error.code,
          ),
        );
    }
    return codes;
  }, `${browser.origin}/dist/limpid.js`);
  assert.deepEqual(new Set(codes), new Set(['bad-argument']));
});

test('documents of any kind can be read, and what is decluttered comes back as it was', async () => {
  await browser.goto(browser.host('<!doctype html><iframe></iframe>'));
  const found = await browser.evaluate(
    async (library, body) => {
      const { read, declutter, isReadable } = await import(library);
      const story = `<title>Sea wall</title><article>${body}</article><div class="related"><h2>Related articles</h2></div>`;
      const framed = /** @type {Document} */ (document.querySelector('iframe')?.contentDocument);
      framed.body.innerHTML = story;
      const xhtml = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Sea wall</title></head><body>${story}</body></html>`;
      const removed = document.implementation.createHTMLDocument('Sea wall');
      removed.body.innerHTML = story;
      const documents = {
        framed,
        removed,
        parsed: new DOMParser().parseFromString(story, 'text/html'),
        xhtml: new DOMParser().parseFromString(xhtml, 'application/xhtml+xml'),
        svg: new DOMParser().parseFromString(
          '<svg xmlns="http://www.w3.org/2000/svg"><text>Sea wall</text></svg>',
          'image/svg+xml',
        ),
        empty: document.implementation.createDocument(null, null),
        rootless: new Document(),
      };
      /** @type {Record<string, unknown>} */
      const found = {};
      for (const [name, document] of Object.entries(documents)) {
        const source = () => new XMLSerializer().serializeToString(document);
        const before = source();
        const { article } = await read(document);
        const page = await declutter(document);
        page.undo();
        found[name] = [article?.text ?? null, typeof (await isReadable(document)), source() === before];
      }
      return found;
    },
    `${browser.origin}/dist/limpid.js`,
    BODY,
  );
  const [whole, none] = [
    [TEXT, 'boolean', true],
    [null, 'boolean', true],
  ];
  const wanted = { framed: whole, removed: whole, parsed: whole, xhtml: whole, svg: none, empty: none, rootless: none };
  assert.deepEqual(found, wanted);
});
