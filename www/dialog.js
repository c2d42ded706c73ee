// @ts-check
// A native dialog that fills the window, over a page that is not ours.
import { element } from './element.js';
import { LimpidError } from './errors.js';
import { actionButtons, closeButton, createOverlay, fill } from './overlay.js';
import css from './reader.css';

/**
 * @typedef {object} Sheet What a dialog shows.
 * @property {string} label Its name for screen readers.
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {string} dir
 * @property {string} corner The text in the corner across from the close button.
 * @property {import('./overlay.js').Action[]} [actions] Buttons beside the close button.
 * @property {Node} content
 * @property {HTMLElement} focus What the focus goes to.
 */

/**
 * Opens a dialog over the page; Escape and its button close it.
 * @param {Document} document
 * @param {Sheet} sheet
 */
export function openDialog(document, { label, theme, dir, corner, actions = [], content, focus }) {
  const { dialog, root } = createOverlay(document, { label });
  const close = closing(document, dialog);
  const buttons = [...actionButtons(document, actions), closeButton(document, close)];
  const bar = element(document, 'header', { class: 'bar' }, [
    element(document, 'span', { class: 'site' }, corner),
    element(document, 'div', { class: 'buttons' }, buttons),
  ]);
  fill(document, root, element(document, 'div', { class: 'page', 'data-theme': theme, dir }, [bar, content]), css);
  followLinks(root);
  document.documentElement.append(dialog);
  try {
    dialog.showModal();
  } catch (cause) {
    // A document without a window can show nothing; it is left as it was.
    dialog.remove();
    throw new LimpidError('bad-argument', 'Pass a document that is shown in a window.', { cause });
  }
  focus.focus({ preventScroll: true });
  return { dialog, close };
}

/**
 * Takes the dialog away again: the focus and the page's scrolling are as before.
 * @param {Document} document
 * @param {HTMLDialogElement} dialog
 */
function closing(document, dialog) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const view = document.defaultView;
  const [left, top] = [view?.scrollX ?? 0, view?.scrollY ?? 0];
  const close = () => {
    if (!dialog.isConnected) return;
    dialog.close();
    dialog.remove();
    focused?.focus?.({ preventScroll: true });
    view?.scrollTo({ left, top, behavior: 'instant' });
  };
  // Escape closes the dialog without asking us: `cancel` comes before it, at once; `close` after it, when the browser gets to it.
  for (const type of ['cancel', 'close']) dialog.addEventListener(type, close);
  return close;
}

/** The browser does not look into shadow roots for the target of a link within the page. @param {ShadowRoot} root */
function followLinks(root) {
  root.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
    const target = link && root.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView();
  });
}
