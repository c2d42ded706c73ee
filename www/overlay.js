// @ts-check
// What Limpid shows over a page that is not its own: a dialog whose content stands in a shadow root, out of reach of the page's
// styles, and which the page hears nothing of.
import { markAsOurs } from '../src/web/ours.js';
import { element } from './element.js';
import palette from './palette.css';

/**
 * A dialog that is not yet in the document, and the shadow root of its only child.
 * @param {Document} document
 * @param {{ label: string, cover?: [string, string][] }} what Its name for screen readers, and how it lies over the window where
 *   that is not the usual way.
 */
export function createOverlay(document, { label, cover = [] }) {
  const dialog = document.createElement('dialog');
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  dialog.append(host);
  dialog.setAttribute('aria-label', label);
  for (const [name, value] of [...COVER, ...cover]) dialog.style.setProperty(name, value, 'important');
  for (const type of PRIVATE) dialog.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  // A click is told of the innermost element that the page can see, which is the host.
  for (const node of [dialog, host]) markAsOurs(node);
  return { dialog, root };
}

/** What happens in a dialog of ours is none of the page's business. */
const PRIVATE = ['keydown', 'keyup', 'keypress', 'click', 'mousedown', 'pointerdown', 'touchstart', 'wheel'];

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
 * Fills the shadow root and gives it its style, as a constructed sheet where there are such: a strict policy allows it.
 * In this order: WebKitGTK 2.50 does not style at once what comes after the sheet.
 * @param {Document} document @param {ShadowRoot} root @param {Element} content @param {string} css
 */
export function fill(document, root, content, css) {
  root.append(content);
  try {
    const sheet = new /** @type {any} */ (document.defaultView).CSSStyleSheet();
    sheet.replaceSync(palette + css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.prepend(element(document, 'style', {}, palette + css));
  }
}

/** @param {Document} document @param {() => void} close */
export function closeButton(document, close) {
  const [svg, path] = ['svg', 'path'].map((name) => document.createElementNS('http://www.w3.org/2000/svg', name));
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M4 4l12 12M16 4L4 16');
  svg.append(path);
  const button = element(document, 'button', { class: 'close', type: 'button', 'aria-label': 'Close', title: 'Close' }, svg);
  button.addEventListener('click', close);
  return button;
}

/**
 * @typedef {object} Action A button beside the close button.
 * @property {string} name What stands on it.
 * @property {() => void} run
 */

/** @param {Document} document @param {Action[]} actions */
export function actionButtons(document, actions) {
  return actions.map(({ name, run }) => {
    const button = element(document, 'button', { class: 'action', type: 'button' }, name);
    button.addEventListener('click', run);
    return button;
  });
}
