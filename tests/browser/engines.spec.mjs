// Each engine does what the other specs lean on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser } from './browser.mjs';

const browser = await openBrowser();

test('a page of the spec is shown, and its values come back', async () => {
  await browser.goto(browser.host('<!doctype html><title>one</title><p>Text in «UTF-8»'));
  assert.equal(await browser.evaluate(() => document.title), 'one');
  const sum = await browser.evaluate(async (a, b) => ({ sum: a + (await b), text: document.body.textContent }), 1, 2);
  assert.deepEqual(sum, { sum: 3, text: 'Text in «UTF-8»' });
});

test('what the page throws is thrown here', async () => {
  await browser.goto(browser.host('<!doctype html>'));
  await assert.rejects(
    browser.evaluate(() => {
      throw new RangeError('too far');
    }),
    /too far/,
  );
});

test('keys, window size and pictures', async () => {
  await browser.goto(
    browser.host('<!doctype html><script>addEventListener("keydown", (e) => (document.title = e.key))</script>'),
  );
  await browser.press('Escape');
  // A driver may answer before the page has got the key.
  const title = await browser.evaluate(async () => {
    for (let turn = 0; turn < 100 && !document.title; turn++) await new Promise((done) => setTimeout(done, 50));
    return document.title;
  });
  assert.equal(title, 'Escape');
  await browser.setViewport(600, 500);
  assert.equal(await browser.evaluate(() => innerWidth), 600);
  const png = await browser.screenshot();
  assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')]);
});

test("a page's own policy comes with it", async () => {
  const page = '<!doctype html><script>window.ran = true</script>';
  await browser.goto(browser.host(page, { 'Content-Security-Policy': "script-src 'none'" }));
  assert.equal(await browser.evaluate(() => 'ran' in window), false);
});
