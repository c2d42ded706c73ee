// @ts-check
// The bookmarklet, with the wasm inside: a click opens the reader, the next one closes it. From the reader's bar the page itself
// is made quiet, with the inspector over it, and back.
import wasm from '#core.wasm';
import { declutter, LimpidError, openReader, ready } from './limpid.js';
import { showNotice } from './reader.js';

/** What lies over the page now, or did last. @type {{ close: () => void, dialog: HTMLElement } | null} */
let open = null;

/** What was hidden on the page. @type {import('./declutter.js').Decluttered | null} */
let decluttered = null;

/** Opens the reader over the page, or closes what is open. */
export async function toggle() {
  if (open?.dialog.isConnected) open.close();
  else await attempt(showArticle);
}

async function showArticle() {
  const { close, element } = await openReader({ actions: [toInspector()] });
  open = { close, dialog: element };
}

/** Hides the clutter of the page, where that is not done yet, and shows what was hidden. */
async function inspect() {
  decluttered ??= await declutter();
  const { openInspector } = await import('./inspector.js');
  const { close, element } = openInspector(decluttered, { document, actions: [{ name: 'Undo', run: undo }, TO_READER] });
  open = { close, dialog: element };
}

/** Gives the page back as it was. */
function undo() {
  open?.close();
  decluttered?.undo();
  decluttered = null;
}

/** @returns {import('./overlay.js').Action} */
function toInspector() {
  return { name: decluttered ? 'What was hidden' : 'Declutter the page', run: () => go(inspect) };
}

/** @type {import('./overlay.js').Action} */
const TO_READER = { name: 'Reader', run: () => go(showArticle) };

/** @param {() => Promise<void>} work */
async function go(work) {
  open?.close();
  await attempt(work);
}

/** Does `work`, and says over the page where it fails. @param {() => Promise<void>} work */
async function attempt(work) {
  try {
    await ready(wasm);
    await work();
  } catch (error) {
    const code = error instanceof LimpidError ? error.code : 'failed';
    const [title, text] = EXPLANATIONS[code] ?? EXPLANATIONS.failed;
    open = showNotice(document, title, text, code === 'no-article' ? [toInspector()] : []);
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
