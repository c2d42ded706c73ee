// limpid/html: a reading from a string or from bytes, and typed errors.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { dist, EMPTY_PAGE, PARAGRAPHS, page, TITLE } from './page.mjs';

let copies = 0;

/** A module of its own, in which no wasm is loaded yet. @returns {Promise<typeof import('../../www/html.js')>} */
const fresh = () => import(`${pathToFileURL(dist('html.js'))}?copy=${copies++}`);

const html = await fresh();

/** @param {import('../../www/html.js').Reading} reading */
function checkArticle({ article }) {
  assert.ok(article);
  assert.equal(article.title, TITLE);
  assert.deepEqual(article.authors, ['Ada Finch']);
  assert.equal(article.siteName, 'Skerry Gazette');
  assert.equal(article.published, '2024-03-05T08:30:00Z');
  assert.deepEqual(article.text.split('\n\n').slice(0, PARAGRAPHS.length), PARAGRAPHS);
}

/** @param {Promise<unknown>} call @param {string} code */
const rejects = (call, code) => assert.rejects(call, { name: 'LimpidError', code });

test('a string is read', async () => checkArticle(await html.readHtml(page())));

test('bytes are read, whatever view they come in', async () => {
  const bytes = new TextEncoder().encode(`      ${page()}`);
  checkArticle(await html.readHtml(bytes));
  checkArticle(await html.readHtml(bytes.subarray(6)));
  checkArticle(await html.readHtml(Buffer.from(page())));
});

test('the charset of bytes is found in the page, and in the header before it', async () => {
  const plain = page('windows-1252').replaceAll(/[“”]/g, '"').replaceAll('keeper', 'k\xe9\xe9per');
  const { article } = await html.readHtml(Buffer.from(plain, 'latin1'));
  assert.equal(article?.title, TITLE.replace('keeper', 'kééper'));
  const misdeclared = Buffer.from(page('utf-8').replaceAll('keeper', 'k\xe9\xe9per'), 'latin1');
  const byHeader = await html.readHtml(misdeclared, { contentType: 'text/html; charset=iso-8859-1' });
  assert.equal(byHeader.article?.title, TITLE.replace('keeper', 'kééper'));
});

test('addresses are resolved against the url', async () => {
  for (const url of ['https://gazette.example/news/light.html', new URL('https://gazette.example/news/light.html')]) {
    const { article } = await html.readHtml(page(), { url });
    assert.match(article?.html ?? '', /href="https:\/\/gazette\.example\/news\/map\.html"/);
  }
});

test('a reading is plain data', async () => {
  const reading = await html.readHtml(page());
  assert.deepEqual(Object.keys(reading), ['article', 'access', 'sections', 'repairs']);
  assert.deepEqual(structuredClone(reading), JSON.parse(JSON.stringify(reading)));
});

test('a page without an article is no error', async () => {
  for (const nothing of ['', EMPTY_PAGE, new Uint8Array(0)]) assert.equal((await html.readHtml(nothing)).article, null);
});

test('lone surrogates and zero bytes are read', async () => {
  checkArticle(await html.readHtml(`${page()}<!-- \ud800 \0 -->`));
});

test('plain text is read', async () => {
  const { article } = await html.readText(`${TITLE}\n\nMarch 5, 2024\n\n${PARAGRAPHS.join('\n\n')}\n`);
  assert.equal(article?.title, TITLE);
  for (const paragraph of PARAGRAPHS) assert.ok(article?.text.includes(paragraph), paragraph);
});

test('a bad argument is told', async () => {
  const { readHtml, readText, ready } = /** @type {any} */ (await fresh());
  for (const nothing of [undefined, null, 42, {}, ['<p>']]) {
    await rejects(readHtml(nothing), 'bad-argument');
    await rejects(readText(nothing), 'bad-argument');
  }
  for (const options of ['https://a.example/', { url: 7 }, { contentType: 7 }, { jsonLd: 'no' }, { kinds: ['teapot'] }]) {
    await rejects(readHtml(page(), options), 'bad-argument');
  }
  for (const source of [null, 42, {}, 'https://['])
    await rejects((await fresh()).ready(/** @type {any} */ (source)), 'bad-argument');
  await ready();
  checkArticle(await readHtml(page(), null));
});

test('wasm that cannot be loaded is told, and may be loaded after all', async () => {
  const server = createServer((_, response) => response.writeHead(404).end('gone')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const { ready, readHtml } = await fresh();
  await rejects(ready(`http://127.0.0.1:${port}/html_bg.wasm`), 'wasm-unavailable');
  server.close();
  await rejects(ready(new URL('file:///nowhere/html_bg.wasm')), 'wasm-unavailable');
  await rejects(ready(new TextEncoder().encode('<!DOCTYPE html>')), 'wasm-invalid');
  await rejects(ready(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)), 'wasm-invalid');
  await rejects(ready(await readFile(dist('limpid_bg.wasm'))), 'wasm-invalid');
  checkArticle(await readHtml(page()));
});

test('the wasm is taken from any source', async () => {
  const bytes = await readFile(dist('html_bg.wasm'));
  const module = await WebAssembly.compile(bytes);
  for (const source of [bytes, module, new Response(bytes), pathToFileURL(dist('html_bg.wasm')), './html_bg.wasm']) {
    const { ready, readHtml } = await fresh();
    await Promise.all([ready(source), ready(source)]);
    checkArticle(await readHtml(page()));
  }
});

test('bytes are enough where the runtime has no fetch', async () => {
  const { Response } = globalThis;
  const { ready, readHtml } = await fresh();
  try {
    Reflect.deleteProperty(globalThis, 'Response');
    await ready(await readFile(dist('html_bg.wasm')));
  } finally {
    globalThis.Response = Response;
  }
  checkArticle(await readHtml(page()));
});

test('a trap fails one reading and not the next', async () => {
  const { readHtml } = await fresh();
  checkArticle(await readHtml(page()));
  // The core has no trap to offer; one on the way into it leaves the instance as any other does.
  const { encodeInto } = TextEncoder.prototype;
  TextEncoder.prototype.encodeInto = () => {
    throw new WebAssembly.RuntimeError('unreachable');
  };
  try {
    await rejects(readHtml(page()), 'failed');
  } finally {
    TextEncoder.prototype.encodeInto = encodeInto;
  }
  checkArticle(await readHtml(page()));
});
