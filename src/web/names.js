// @ts-check
// What the core calls the names of elements and attributes: a number each, told all at once when the first page is read.

/** Names that are remembered: HTML, SVG and MathML have some 800; the rest are custom elements and data attributes. */
const NAMES_MAX = 4096;

/**
 * @typedef {object} Names
 * @property {Map<string, number>} tags 0 for an element whose name has to be spelled out.
 * @property {Map<string, number>} attributes 0 for an attribute that no stage reads.
 *
 * @param {string} listing The core's: a line of element names, a line of attribute names, each in the order of their numbers.
 * @returns {Names}
 */
export function namesOf(listing) {
  const [tags, attributes] = listing.split('\n').map((line) => {
    return new Map(line.split(' ').map((name, at) => [name, at + 1]));
  });
  return { tags, attributes };
}

/**
 * The number of a name that was not met before.
 * @param {Map<string, number>} numbers
 * @param {string} name
 */
export function newNumber(numbers, name) {
  const number = numbers.get(name.toLowerCase()) ?? 0;
  // A hostile page may hold names without end.
  if (numbers.size < NAMES_MAX) numbers.set(name, number);
  return number;
}
