// Reading in a row takes no more memory than reading one page, also after a page that took much.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { grownPage } from '../../scripts/bench/growth.mjs';
import { dist, page } from './page.mjs';

/** Every instance of a wasm that is started here. @type {WebAssembly.Memory[]} */
const memories = [];

const { instantiate, Instance } = WebAssembly;
const noted = (/** @type {WebAssembly.Instance} */ instance) => {
  memories.push(/** @type {WebAssembly.Memory} */ (instance.exports.memory));
  return instance;
};
/** @param {WebAssembly.Module} module @param {WebAssembly.Imports} imports */
function NotedInstance(module, imports) {
  return noted(new Instance(module, imports));
}
NotedInstance.prototype = Instance.prototype;
Object.assign(WebAssembly, {
  instantiate: async (/** @type {WebAssembly.Module} */ module, /** @type {WebAssembly.Imports} */ imports) =>
    noted(await instantiate(module, imports)),
  Instance: NotedInstance,
});

const { readHtml } = await import(dist('html.js'));
const { ready, readSync } = await import(dist('limpid.js'));

/**
 * Bytes a node over the text of the page: up to 326 were measured from a string and 345 in Chromium, the empty core of 1.6 MB
 * counted, and 378 there with an allocator that does not join what the engine gave at different times. More lets that pass.
 */
const NODE_BYTES_MAX = 350;

/** Megabytes of the instance that reads now. */
const taken = () => (memories.at(-1)?.buffer.byteLength ?? 0) / 2 ** 20;

/** Pages of different lengths, each with names and text of its own. @param {number} at */
const another = (at) =>
  page().replace('<footer>', `${`<div class="part-${at}"><p>Another line, ${at}.</p></div>`.repeat(1 + (at % 300))}<footer>`);

test('five hundred pages take no more memory than a hundred', async () => {
  for (let at = 0; at < 100; at += 1) await readHtml(another(at));
  const before = taken();
  for (let at = 100; at < 500; at += 1) await readHtml(another(at));
  assert.ok(before > 0 && taken() <= before * 1.25, `${before} MB after a hundred pages, ${taken()} MB after five hundred`);
});

test('a page that took much memory leaves none of it to the next', async () => {
  const long = page().replace('<footer>', `${'<p>A line of <b>many</b> words.</p>'.repeat(90_000)}<footer>`);
  const { article } = await readHtml(long);
  assert.ok(article.text.length > 1_000_000);
  const after = taken();
  await readHtml(page());
  assert.ok(after < 64 && taken() < 64, `${after} MB after the long page, ${taken()} MB after the next`);
});

test('a long page takes a bounded number of bytes a node over its text', async () => {
  const nodes = 128_000;
  const html = grownPage(nodes);
  await readHtml(html);
  const bytes = (memories.at(-1)?.buffer.byteLength ?? 0) - html.length;
  assert.ok(bytes > 0 && bytes <= NODE_BYTES_MAX * nodes, `${bytes / nodes} bytes a node`);
});

test('a long document takes a bounded number of bytes a node over its text, and no more when it is read again', async () => {
  await ready();
  const nodes = 32_000;
  const html = grownPage(nodes);
  const { document } = parseHTML(html);
  readSync(document);
  const once = taken();
  const bytes = once * 2 ** 20 - html.length;
  assert.ok(bytes <= NODE_BYTES_MAX * nodes, `${bytes / nodes} bytes a node`);
  readSync(document);
  assert.ok(once > 8 && taken() <= once * 1.3, `${once} MB, ${taken()} MB when it is read again`);
});
