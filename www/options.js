// @ts-check
// The options of a reading: checked here, so that the core gets numbers.
import { LimpidError } from './errors.js';

/** Throws where options are given that are no object. @param {unknown} options */
export function assertOptions(options) {
  if (options != null && typeof options !== 'object') throw bad('Pass the options as an object, or leave them out.');
}

/**
 * The options as the core takes them: the bits of the kinds, include gated, repair, JSON-LD, fewest characters.
 * @param {unknown} options
 * @param {(name: string) => number} kindBit What the core calls a kind, 0 where it knows none of the name.
 */
export function coreOptions(options, kindBit) {
  assertOptions(options);
  const given = /** @type {Record<string, unknown>} */ (options ?? {});
  const is = (/** @type {string} */ name, /** @type {boolean} */ byDefault) => Number(typed(given, name, byDefault));
  const kinds = given.kinds == null ? 2 ** 32 - 1 : bitsOf(given.kinds, kindBit);
  const chars_min = typed(given, 'charsMin', 0);
  return new Float64Array([kinds, is('includeGated', false), is('repair', true), is('jsonLd', true), chars_min]);
}

/**
 * @template T
 * @param {Record<string, unknown>} options
 * @param {string} name
 * @param {T} byDefault
 */
function typed(options, name, byDefault) {
  const value = options[name] ?? byDefault;
  if (typeof value !== typeof byDefault) throw bad(`options.${name} must be a ${typeof byDefault}.`);
  return /** @type {T} */ (value);
}

/** @param {unknown} kinds @param {(name: string) => number} kindBit */
function bitsOf(kinds, kindBit) {
  if (!Array.isArray(kinds)) throw bad('options.kinds must be a list of kinds of clutter.');
  let bits = 0;
  for (const name of kinds) {
    const bit = kindBit(String(name));
    if (bit === 0) throw bad(`options.kinds: no kind of clutter is called “${name}”.`);
    bits += bits & bit ? 0 : bit;
  }
  return bits;
}

/** @param {string} message */
export function bad(message) {
  return new LimpidError('bad-argument', message);
}
