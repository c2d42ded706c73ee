// Where the wasm cannot be had, the error says what to do, and a second try may succeed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();

/**
 * The code of the error that `ready(source)` ends with, and whether a proper `ready()` works after it.
 * @param {string} source an address, or `bytes` for wrong bytes, `empty` for a module that is not ours
 */
async function load(source) {
  await browser.goto(browser.host('<!doctype html>'));
  return browser.evaluate(
    async (library, source) => {
      const { ready, readSync } = await import(library);
      const early = await Promise.resolve()
        .then(() => readSync())
        .catch((error) => error.code);
      const own = { bytes: new Uint8Array([1, 2, 3]), empty: Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0) };
      const code = await ready(source in own ? own[/** @type {'bytes'} */ (source)] : source).then(
        () => 'none',
        (/** @type {any} */ error) => error.code,
      );
      await ready();
      return { early, code, works: readSync().article === null };
    },
    `${browser.origin}/dist/limpid.js?${source}`,
    source,
  );
}

for (const [source, code] of /** @type {const} */ ([
  ['/dist/no-such.wasm', 'wasm-unavailable'],
  ['http://localhost:1/limpid_bg.wasm', 'wasm-unavailable'],
  ['/dist/limpid.js', 'wasm-invalid'],
  ['bytes', 'wasm-invalid'],
  ['empty', 'wasm-invalid'],
])) {
  test(`${source} ends with ${code}`, async () => {
    assert.deepEqual(await load(source), { early: 'not-ready', code, works: true });
  });
}

test('the wasm is compiled once, while it arrives where the server names its type, and later calls wait for that', async () => {
  await browser.goto(browser.host('<!doctype html>'));
  const calls = await browser.evaluate(async (library) => {
    const { compile, compileStreaming } = WebAssembly;
    const calls = { whole: 0, streaming: 0 };
    WebAssembly.compile = (bytes) => {
      calls.whole += 1;
      return compile.call(WebAssembly, bytes);
    };
    WebAssembly.compileStreaming = (response) => {
      calls.streaming += 1;
      return compileStreaming.call(WebAssembly, response);
    };
    const { isReadable, read, ready } = await import(library);
    await Promise.all([ready(), read(), isReadable()]);
    await read();
    return calls;
  }, `${browser.origin}/dist/limpid.js?once`);
  assert.deepEqual(calls, { whole: 0, streaming: 1 });
});

test('a policy that forbids WebAssembly is named', async () => {
  const library = `${browser.origin}/dist/limpid.js`;
  const page = `<!doctype html><script type="module" src="${browser.origin}/tests/browser/policy.js"></script>`;
  await browser.goto(browser.host(page, { 'Content-Security-Policy': "script-src 'self'" }));
  const code = await browser.evaluate(
    (library) =>
      new Promise((resolve) => {
        addEventListener('limpid-code', (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true });
        dispatchEvent(new CustomEvent('limpid-try', { detail: library }));
      }),
    library,
  );
  assert.equal(code, 'wasm-blocked');
});
