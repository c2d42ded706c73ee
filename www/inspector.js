// @ts-check
/** The inspector: what was hidden on a page, by kind, each piece with its reason, to be shown and hidden again one by one. */
import { element } from './element.js';
import { createEntries } from './entries.js';
import { LimpidError } from './errors.js';
import css from './inspector.css';
import { boxesOf, createOutlines } from './outlines.js';
import { actionButtons } from './overlay.js';
import { openPanel } from './panel.js';

/** How often it is asked whether sections came or changed: a look at an array, not at the page. */
const ASK_MS = 400;

/** What is brought into view begins so far down the window: under headers that stick to its top, over the sheet at its bottom. */
const FROM_TOP_SHARE = 0.15;

/**
 * @typedef {object} InspectorOptions
 * @property {Document} [document] The document that was decluttered. Default: that of the sections.
 * @property {'auto' | 'light' | 'dark'} [theme] Default: as the system is set.
 * @property {import('./overlay.js').Action[]} [actions] Buttons of yours beside "Show all" and "Hide all".
 *
 * @typedef {object} InspectorHandle
 * @property {() => void} close Takes the inspector away; what it shows stays shown.
 * @property {HTMLDialogElement} element The dialog; the panel stands in the shadow root of its only child.
 *
 * @typedef {import('./reading.js').Section} Section
 * @typedef {Pick<import('./declutter.js').Decluttered, 'sections' | 'yielded' | 'show' | 'hide'>} Inspected
 */

/** @type {WeakMap<Document, InspectorHandle>} */
const inspectors = new WeakMap();

/**
 * Opens a panel that lists what `declutter` has hidden. One at a time a document: an open one is closed first.
 * @param {Inspected} decluttered
 * @param {InspectorOptions} [options]
 * @returns {InspectorHandle}
 */
export function openInspector(decluttered, options = {}) {
  const { document = documentOf(decluttered), theme = 'auto', actions = [] } = options;
  const view = document?.defaultView;
  if (!view) throw new LimpidError('bad-argument', 'Pass what declutter() gave, of a document that is shown in a window.');
  inspectors.get(document)?.close();

  const pieces = piecesOf(decluttered);
  const outlines = createOutlines(document, view);
  const status = element(document, 'p', { class: 'status', role: 'status' }, '');
  const entries = createEntries(document, { toggle, find, point: outlines.point });
  const all = [
    { name: 'Show all', run: () => refresh(pieces.showAll()) },
    { name: 'Hide all', run: () => refresh(pieces.hideAll()) },
  ];
  const buttons = element(document, 'div', { class: 'buttons' }, actionButtons(document, [...all, ...actions]));
  const panel = openPanel(document, {
    ...{ label: 'What was hidden', css, theme, layer: outlines.layer, body: [status, buttons, entries.list] },
    onClose: () => {
      view.clearInterval(timer);
      outlines.stop();
    },
  });
  let known = '';
  const timer = view.setInterval(() => refresh(), ASK_MS);
  refresh();

  function refresh(listed = pieces.listed()) {
    panel.raise();
    const state = listed.map(({ id, hidden }) => `${id}${hidden ? '-' : '+'}`).join();
    if (state === known) return;
    known = state;
    entries.update(listed, decluttered.yielded);
    const shown = listed.filter(({ hidden }) => !hidden);
    outlines.draw(shown);
    status.textContent = summary(listed.length, shown.length);
  }

  /** @param {Section} section */
  function toggle(section) {
    refresh(section.hidden ? pieces.show(section) : pieces.hide(section));
    if (!section.hidden) find(section);
  }

  /** @param {Section} section */
  function find(section) {
    const box = bringIntoView(section, /** @type {Document} */ (document));
    if (box) panel.avoid(box);
    else status.textContent = 'This piece is empty: there is nothing of it to see.';
    outlines.point(section);
  }

  const handle = { close: panel.close, element: panel.dialog };
  inspectors.set(document, handle);
  return handle;
}

/** @param {Inspected} decluttered */
function documentOf({ sections }) {
  return sections?.find(({ element }) => element)?.element?.ownerDocument ?? globalThis.document;
}

/** The sections that are hidden or were, as long as they stand in the page; every change gives them anew. @param {Inspected} decluttered */
function piecesOf({ sections, yielded, show, hide }) {
  /** @type {Set<Section>} */
  const met = new Set();
  const listed = () => {
    for (const section of sections) if (section.hidden || yielded.includes(section.id)) met.add(section);
    return [...met].filter(({ element }) => element?.isConnected);
  };
  /** @param {(id: number) => void} change @param {(section: Section) => boolean} isMeant */
  const each = (change, isMeant) => {
    for (const section of listed()) if (isMeant(section)) change(section.id);
    return listed();
  };
  return {
    listed,
    showAll: () => each(show, ({ hidden }) => hidden),
    hideAll: () => each(hide, ({ hidden }) => !hidden),
    /** With all that it stands in: it would not be seen. @param {Section} section */
    show: (section) => each(show, (other) => other.hidden && isAround(other, section)),
    /** @param {Section} section */
    hide: (section) => each(hide, (other) => other === section),
  };
}

/** Whether a section is another or stands around it, also across shadow roots. @param {Section} section @param {Section} other */
function isAround(section, other) {
  /** @type {Node | null | undefined} */
  let at = other.element;
  while (at && at !== section.element) at = at.parentNode ?? /** @type {ShadowRoot} */ (at).host;
  return Boolean(at);
}

/** @param {Section} section @param {Document} document @returns {DOMRect | undefined} where it is seen then */
function bringIntoView(section, document) {
  const view = document.defaultView;
  const room_px = (view?.innerHeight ?? 0) * FROM_TOP_SHARE;
  section.element?.scrollIntoView({ block: 'start', inline: 'nearest', behavior: 'instant' });
  if ((boxesOf(section, document)[0]?.top ?? room_px) < room_px) view?.scrollBy({ top: -room_px, behavior: 'instant' });
  return boxesOf(section, document)[0];
}

/** @param {number} count @param {number} shown */
function summary(count, shown) {
  if (count === 0) return 'Nothing was hidden on this page.';
  const pieces = count === 1 ? 'One piece' : `${count} pieces`;
  return shown === 0 ? `${pieces}, all hidden.` : `${pieces}, ${shown === count ? 'all' : `${shown} of them`} shown.`;
}
