// @ts-check
// The list of what was hidden: an entry for each section, in groups by kind.
import { element } from './element.js';
import { KINDS } from './kinds.js';

/** Characters shown of a section's words; the style sheet cuts them at two lines. */
const WORDS_CHARS = 200;

/**
 * @typedef {import('./reading.js').Section} Section
 * @typedef {import('./reading.js').SectionKind} SectionKind
 *
 * @typedef {object} Choices What a person can do with a section.
 * @property {(section: Section) => void} toggle Shows it, or hides it again.
 * @property {(section: Section) => void} find Brings one that is shown into view.
 * @property {(section: Section | null) => void} point Sets one off from the others.
 *
 * @typedef {object} Entry
 * @property {HTMLElement} item
 * @property {(isInsisting: boolean) => void} refresh Says whether the section is hidden now.
 *
 * @typedef {object} Group
 * @property {HTMLElement} part
 * @property {HTMLElement} items
 * @property {HTMLElement} count
 */

/**
 * @param {Document} document
 * @param {Choices} choices
 */
export function createEntries(document, choices) {
  const list = element(document, 'div', { class: 'list' }, []);
  /** @type {Map<Section, Entry>} */
  const entries = new Map();
  /** @type {Map<SectionKind, Group>} */
  const groups = new Map();

  /** @param {SectionKind} kind */
  function groupOf(kind) {
    const known = groups.get(kind);
    if (known) return known;
    const group = createGroup(document, kind);
    groups.set(kind, group);
    const order = /** @type {SectionKind[]} */ (Object.keys(KINDS));
    const next = order.slice(order.indexOf(kind) + 1).find((later) => groups.has(later));
    list.insertBefore(group.part, (next && groups.get(next)?.part) ?? null);
    return group;
  }

  /** @param {Section} section */
  function add(section) {
    const entry = createEntry(document, section, choices);
    groupOf(section.kind).items.append(entry.item);
    entries.set(section, entry);
    return entry;
  }

  return {
    list,
    /** Makes the list one of these sections; what stays keeps its element, and the focus. @param {Section[]} sections @param {number[]} yielded */
    update(sections, yielded) {
      const listed = new Set(sections);
      for (const [section, { item }] of entries) {
        if (listed.has(section)) continue;
        item.remove();
        entries.delete(section);
      }
      for (const section of sections) (entries.get(section) ?? add(section)).refresh(yielded.includes(section.id));
      for (const [kind, { part, items, count }] of groups) {
        count.textContent = String(items.childElementCount);
        if (items.childElementCount > 0) continue;
        part.remove();
        groups.delete(kind);
      }
    },
  };
}

/** @param {Document} document @param {SectionKind} kind @returns {Group} */
function createGroup(document, kind) {
  const { name, family } = KINDS[kind];
  const id = `kind-${kind}`;
  const count = element(document, 'span', { class: 'count' }, '');
  const items = element(document, 'ul', { role: 'list' }, []);
  const heading = element(document, 'h2', { id }, [name, ' ', count]);
  const part = element(document, 'section', { 'aria-labelledby': id, 'data-family': family }, [heading, items]);
  return { part, items, count };
}

/** @param {Document} document @param {Section} section @param {Choices} choices @returns {Entry} */
function createEntry(document, section, { toggle, find, point }) {
  const described = { 'aria-describedby': `reason-${section.id}` };
  const shows = element(document, 'button', { type: 'button', class: 'action', ...described }, '');
  const finds = element(document, 'button', { type: 'button', class: 'action', ...described }, 'Find it');
  const insists = element(document, 'p', { class: 'insists' }, 'The page insists on showing this, so it was left to it.');
  const item = element(document, 'li', {}, [
    element(document, 'p', { class: 'reason', id: `reason-${section.id}` }, section.reason),
    ...words(document, section.text),
    insists,
    element(document, 'div', { class: 'row' }, [
      element(document, 'code', { title: 'The rule that found it' }, section.rule),
      element(document, 'span', { class: 'buttons' }, [finds, shows]),
    ]),
  ]);
  shows.addEventListener('click', () => toggle(section));
  finds.addEventListener('click', () => find(section));
  for (const type of ['pointerenter', 'focusin']) item.addEventListener(type, () => point(section));
  for (const type of ['pointerleave', 'focusout']) item.addEventListener(type, () => point(null));
  return {
    item,
    refresh(isInsisting) {
      item.toggleAttribute('data-hidden', section.hidden);
      shows.textContent = section.hidden ? 'Show this' : 'Hide again';
      finds.hidden = section.hidden;
      insists.hidden = !isInsisting || section.hidden;
    },
  };
}

/** The first words of a section, in whatever direction they run. @param {Document} document @param {string} text */
function words(document, text) {
  const cut = text.trim().slice(0, WORDS_CHARS);
  return cut ? [element(document, 'p', { class: 'words', dir: 'auto' }, cut)] : [];
}
