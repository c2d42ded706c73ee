// Opens pages of a corpus in Chromium, one after the other, without their scripts and shut off from the network.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openByPuppeteer } from '../../tests/browser/engines/puppeteer.mjs';
import { build } from '../build.mjs';
import { withoutScripts } from '../corpus.mjs';
import { serve } from '../serve.mjs';
import { setup } from '../setup.mjs';
import { root } from '../steps.mjs';

/** A page's pictures and fonts are not asked for: where they come from answers differently every day. */
const SHUT_OFF = { 'Content-Security-Policy': "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' data:" };

/**
 * @template Seen
 * @param {{ file: string, charset?: string, url?: string }[]} pages
 * @param {(limpidUrl: string) => Promise<Seen>} look runs in the page, by its source
 * @returns {Promise<Seen[]>}
 */
export async function visit(pages, look) {
  await build(await setup({ browsers: true }));
  /** @type {Map<string, string>} */
  const served = new Map();
  const { origin, close } = await serve(
    { '/dist/': join(root, 'dist') },
    { answer: (path) => (served.has(path) ? { body: served.get(path) ?? '', headers: SHUT_OFF } : undefined) },
  );
  const browser = await openByPuppeteer('chromium');
  const seen = [];
  for (const [at, { file, charset, url }] of pages.entries()) {
    const address = addressOf(url) ?? `/measured/${at}`;
    served.set(address, withoutScripts(decode(await readFile(file), charset)));
    await browser.goto(origin + address);
    seen.push(await browser.evaluate(look, `${origin}/dist/limpid.js`));
    served.delete(address);
  }
  await browser.close();
  await close();
  return seen;
}

/** Paths that reach the page from our own server as they are. */
const PLAIN_PATH = /^(?:\/[\w.,~%-]+)+\/?$|^\/$/;

/** A page's own path: its address tells what it is, a front page, an item of a list. @param {string} [url] */
function addressOf(url) {
  const path = url && URL.canParse(url) ? new URL(url).pathname : '';
  return PLAIN_PATH.test(path) && !path.startsWith('/dist/') ? path : undefined;
}

/** @param {Uint8Array} bytes @param {string} [charset] as the corpus calls it */
function decode(bytes, charset) {
  try {
    return new TextDecoder(charset?.replace('cp', 'windows-')).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
