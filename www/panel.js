// @ts-check
// A panel at the edge of the window. It stands over the page, which stays in use; Escape closes it.
import { element } from './element.js';
import { closeButton, createOverlay, fill } from './overlay.js';

/** The panel's dialog covers the window and lets through what is not the panel. @type {[string, string][]} */
const THROUGH = [
  ['pointer-events', 'none'],
  // For browsers that have no popovers.
  ['z-index', '2147483647'],
];

/** A page may give all dialogs a backdrop. */
const NO_BACKDROP = 'dialog.limpid-panel::backdrop{display:none!important}';

/**
 * @typedef {object} Panel
 * @property {HTMLDialogElement} dialog
 * @property {() => void} raise Lifts it over dialogs of the page.
 * @property {(box: DOMRect) => void} avoid Moves to the other side of the window where it would cover a box.
 * @property {() => void} close
 */

/**
 * @param {Document} document
 * @param {{ label: string, css: string, theme: string, layer: HTMLElement, body: HTMLElement[], onClose: () => void }} parts
 *   `layer` lies under the panel, over the page; of `body` the last element scrolls.
 * @returns {Panel}
 */
export function openPanel(document, { label, css, theme, layer, body, onClose }) {
  const { dialog, root } = createOverlay(document, { label, cover: THROUGH });
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const uncover = hideBackdrop(document);
  const heading = element(document, 'h1', { tabindex: '-1' }, label);
  const bar = element(document, 'header', { class: 'bar' }, [heading, closeButton(document, close)]);
  const panel = element(document, 'div', { class: 'panel' }, [bar, ...body]);
  const isRtl = document.defaultView?.getComputedStyle(document.documentElement).direction === 'rtl';
  const side = { 'data-side': isRtl ? 'left' : 'right' };
  const page = element(document, 'div', { class: 'inspector', dir: 'ltr', lang: 'en', 'data-theme': theme, ...side }, [
    layer,
    panel,
  ]);

  let isOpen = true;
  // Also where the page has taken the dialog away: the rest is still there.
  function close() {
    if (!isOpen) return;
    isOpen = false;
    const hadFocus = root.activeElement !== null;
    dialog.remove();
    uncover();
    if (hadFocus) focused?.focus?.({ preventScroll: true });
    onClose();
  }
  fill(document, root, page, css);
  dialog.className = 'limpid-panel';
  dialog.addEventListener('cancel', close);
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  document.documentElement.append(dialog);
  const raise = () => lift(document, dialog, root);
  raise();
  heading.focus({ preventScroll: true });
  return {
    ...{ dialog, raise, close },
    avoid(box) {
      const covered = panel.getBoundingClientRect();
      if (!isUnder(box, covered)) return;
      page.setAttribute('data-side', covered.left > covered.width / 2 ? 'left' : 'right');
      page.setAttribute('data-end', covered.top > covered.height / 2 ? 'top' : 'bottom');
    },
  };
}

/**
 * Over the page without holding it fast, if that may be: an open modal dialog of the page makes all else inert, even what lies
 * over it, but for a modal dialog that was opened later.
 * @param {Document} document
 * @param {HTMLDialogElement} dialog
 * @param {ShadowRoot} root
 */
function lift(document, dialog, root) {
  const isModal = dialog.open;
  const mustBeModal = [...document.querySelectorAll('dialog:modal')].some((other) => other !== dialog);
  if (isModal === mustBeModal && dialog.hasAttribute('data-lifted')) return;
  const focused = /** @type {HTMLElement | null} */ (root.activeElement);
  dialog.toggleAttribute('data-lifted', true);
  dialog.removeAttribute('popover');
  if (isModal) dialog.close();
  if (mustBeModal) dialog.showModal();
  else if (typeof dialog.showPopover === 'function') {
    dialog.setAttribute('popover', 'manual');
    dialog.showPopover();
  }
  focused?.focus({ preventScroll: true });
}

/** Whether the middle of a box's upper edge, which is what a person looks for, is in another. @param {DOMRect} box @param {DOMRect} other */
function isUnder(box, { left, right, top, bottom }) {
  const [x, y] = [box.x + box.width / 2, Math.max(box.y, 0)];
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** @param {Document} document @returns {() => void} takes the rule off the page again */
function hideBackdrop(document) {
  try {
    const sheet = new /** @type {any} */ (document.defaultView).CSSStyleSheet();
    sheet.replaceSync(NO_BACKDROP);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  } catch {
    return () => {};
  }
}
