// @ts-check
/**
 * The tape on which a walk packs a document for the core; `tape.rs` reads it.
 *
 * It holds one number a step, in document order: a text, the start of an element, each of its attributes, the end of one or
 * more elements. The strings stand one after another in the text, as UTF-8, in the order in which the tape mentions them.
 */

/** What a step is, in its lowest two bits: a text node, the start of an element, the end of elements. */
export const TEXT = 0;
export const OPEN = 1;
export const CLOSE = 2;

/** What stands above them: the length of the text in UTF-16 units; the element's tag; how many elements end. */
export const STEPS = 1 << 2;
/** Above an element's tag stands the number of its attributes, the name of one without a tag among them. */
export const ATTRIBUTES = 1 << 10;

/** An attribute has its own number, the bits above are the length of its value in UTF-16 units. */
export const UNITS = 1 << 7;
/** The longest value that has a place there: longer ones are data, which no stage reads. */
export const UNITS_MAX = 2 ** 25 - 1;

/** Characters that are encoded at once: few enough to stay in the processor's cache, which is three times faster than all. */
export const BATCH_CHARS = 8192;

/** Bytes that a UTF-16 unit takes at most. */
const BYTES_A_UNIT = 3;

/** What is kept of both for the next walk, in bytes; what a longer page took is given back. */
const KEPT_BYTES = 1 << 20;

const encoder = new TextEncoder();
let keptNumbers = new Uint32Array(1 << 14);
let keptBytes = new Uint8Array(1 << 17);

export class Tape {
  constructor() {
    this.numbers = keptNumbers;
    this.bytes = keptBytes;
    this.written = 0;
  }

  /**
   * Adds strings to the text.
   * @param {string} strings
   * @returns {''} what waits to be added now
   */
  encode(strings) {
    const needed = this.written + strings.length * BYTES_A_UNIT;
    if (needed > this.bytes.length) {
      const longer = new Uint8Array(needed * 2);
      longer.set(this.bytes.subarray(0, this.written));
      this.bytes = longer;
    }
    this.written += encoder.encodeInto(strings, this.bytes.subarray(this.written)).written;
    return '';
  }

  /**
   * @param {number} length Twice this many get room, far more than a node takes.
   * @returns {Uint32Array<ArrayBuffer>} the numbers so far, and the room
   */
  longer(length) {
    const longer = new Uint32Array(length * 2);
    longer.set(this.numbers);
    this.numbers = longer;
    return longer;
  }

  /**
   * @param {number} length The numbers on the tape.
   * @returns {{ tape: Uint32Array, text: Uint8Array }} all of it; valid until the next tape is begun
   */
  take(length) {
    if (this.numbers.byteLength <= KEPT_BYTES) keptNumbers = this.numbers;
    if (this.bytes.byteLength <= KEPT_BYTES) keptBytes = this.bytes;
    return { tape: this.numbers.subarray(0, length), text: this.bytes.subarray(0, this.written) };
  }
}
