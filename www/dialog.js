// @ts-check
// A native dialog over a page that is not ours: what it shows stands in a shadow root, out of reach of the page's styles.

import { leaveOut } from '../src/web/walk.js';
import { element } from './element.js';
import { LimpidError } from './errors.js';
import css from './reader.css';

/**
 * @typedef {object} Sheet What a dialog shows.
 * @property {string} label Its name for screen readers.
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {string} dir
 * @property {string} corner The text in the corner across from the close button.
 * @property {Node} content
 * @property {HTMLElement} focus What the focus goes to.
 */

/**
 * Opens a dialog over the page; Escape and its button close it.
 * @param {Document} document
 * @param {Sheet} sheet
 */
export function openDialog(document, { label, theme, dir, corner, content, focus }) {
  const dialog = document.createElement('dialog');
  const close = closing(document, dialog);
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.append(element(document, 'div', { class: 'page', 'data-theme': theme, dir }, [bar(document, corner, close), content]));
  dress(document, root);
  dialog.append(host);
  dialog.setAttribute('aria-label', label);
  for (const [name, value] of COVER) dialog.style.setProperty(name, value, 'important');
  keepToItself(dialog, root);
  leaveOut(dialog);
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

/** The dialog covers the window, whatever the page's stylesheets say of dialogs. @type {[string, string][]} */
const COVER = [
  ['all', 'initial'],
  ['display', 'block'],
  ['position', 'fixed'],
  ['inset', '0'],
  ['width', '100%'],
  ['height', '100%'],
  ['overflow', 'hidden'],
];

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

/** What happens in the dialog is none of the page's business. @param {HTMLElement} dialog @param {ShadowRoot} root */
function keepToItself(dialog, root) {
  for (const type of ['keydown', 'keyup', 'keypress', 'click', 'mousedown', 'pointerdown', 'touchstart', 'wheel']) {
    dialog.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
  // The browser does not look into shadow roots for the target of a link within the page.
  root.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
    const target = link && root.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView();
  });
}

/** @param {Document} document @param {string} corner @param {() => void} close */
function bar(document, corner, close) {
  const name = 'Close';
  const button = element(
    document,
    'button',
    { class: 'close', type: 'button', 'aria-label': name, title: name },
    cross(document),
  );
  button.addEventListener('click', close);
  return element(document, 'header', { class: 'bar' }, [element(document, 'span', { class: 'site' }, corner), button]);
}

/** @param {Document} document */
function cross(document) {
  const [svg, path] = ['svg', 'path'].map((name) => document.createElementNS('http://www.w3.org/2000/svg', name));
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M4 4l12 12M16 4L4 16');
  svg.append(path);
  return svg;
}

/** Gives a shadow root its style, as a constructed sheet where there are such: a strict policy allows it. @param {Document} document @param {ShadowRoot} root */
function dress(document, root) {
  try {
    const sheet = new /** @type {any} */ (document.defaultView).CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.prepend(element(document, 'style', {}, css));
  }
}
