// @ts-check
// The sections of a page over time: each has one number for good, late arrivals are added at the end.
import { elementsOf, toReading } from './reading.js';

/**
 * @typedef {object} Ledger
 * @property {import('./reading.js').Section[]} sections
 * @property {(id: number) => Element[]} elements The elements that show a section; none where it is bare text.
 * @property {(element: Element) => number | undefined} idOf
 * @property {() => void} forget What is found from now on is another page's: all of it is new.
 * @property {(core: import('./reading.js').CoreReading, nodes: Node[]) => number[]} enter Takes in what one reading found and
 *   gives the ids of the sections to hide.
 */

/** @returns {Ledger} */
export function createLedger() {
  /** @type {import('./reading.js').Section[]} */
  const sections = [];
  /** @type {Element[][]} */
  const elements = [];
  /** @type {Map<Element, number>} */
  const ids = new Map();
  let isFirst = true;

  return {
    sections,
    elements: (id) => elements[id] ?? [],
    idOf: (element) => ids.get(element),
    forget() {
      ids.clear();
      isFirst = true;
    },
    enter(core, nodes) {
      const wanted = new Set(core.hide);
      const toHide = [];
      const found = toReading(core, nodes).sections;
      for (let at = 0; at < found.length; at++) {
        const own = elementsOf(core.sections[at].nodes, nodes);
        const isWanted = wanted.has(found[at].id);
        let id = own.map((element) => ids.get(element)).find((known) => known !== undefined);
        // The first reading is taken as it is, so that the ids are its own; of later ones, what is new and can be hidden.
        if (id === undefined && (isFirst || own.length > 0)) {
          id = elements.push(own) - 1;
          sections.push(Object.assign(found[at], { id }));
        }
        if (id === undefined) continue;
        for (const element of own) ids.set(element, id);
        if (isWanted) toHide.push(id);
      }
      isFirst = false;
      return toHide;
    },
  };
}
