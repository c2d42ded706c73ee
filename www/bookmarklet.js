// @ts-check
// The bookmarklet, with the wasm inside: a click opens the reader, the next one closes it.
import wasm from '#core.wasm';
import { LimpidError, openReader, ready } from './limpid.js';
import { showNotice } from './reader.js';

/** The reader or the notice that is open. @type {{ close: () => void, isOpen: () => boolean } | null} */
let open = null;

/** Opens the reader over the page, or closes it. */
export async function toggle() {
  if (open?.isOpen()) {
    open.close();
    return;
  }
  const { close, dialog } = await openOrExplain();
  open = { close, isOpen: () => dialog.isConnected };
}

async function openOrExplain() {
  try {
    await ready(wasm);
    const { close, element } = await openReader();
    return { close, dialog: element };
  } catch (error) {
    const code = error instanceof LimpidError ? error.code : 'failed';
    const [title, text] = EXPLANATIONS[code] ?? EXPLANATIONS.failed;
    return showNotice(document, title, text);
  }
}

/** @type {Record<string, [string, string]>} */
const EXPLANATIONS = {
  'no-article': [
    'No article here',
    'This page carries no article that Limpid could set apart. Front pages, searches and web applications have none.',
  ],
  'wasm-blocked': [
    'This page does not let Limpid run',
    "The page's security policy forbids WebAssembly, which Limpid is made of. Nothing on the page was changed.",
  ],
  failed: ['Limpid could not read this page', 'Something went wrong while reading. Nothing on the page was changed.'],
};
