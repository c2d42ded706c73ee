// @ts-check
/**
 * The tape on which a walk packs a document for the core; `tape.rs` reads it.
 *
 * It holds, in document order, `TEXT length` | `OPEN tag attributes (attribute length)*` | `CLOSE`. Lengths are UTF-16 units;
 * the strings stand one after another in the text, as UTF-8, in the order in which the tape mentions them.
 *
 * @typedef {object} Names What the core calls the names of elements and attributes.
 * @property {(name: string) => number} tag
 * @property {(name: string) => number} attr 0 for a name that no stage reads.
 */

const TEXT = 0;
const OPEN = 1;
const CLOSE = 2;

/** Characters that are encoded at once: few enough to stay in the processor's cache, which is three times faster than all. */
const BATCH_CHARS = 8192;

/** Bytes that a UTF-16 unit takes at most. */
const BYTES_A_UNIT = 3;

/** What is kept of both for the next walk, in bytes; what a longer page took is given back. */
const KEPT_BYTES = 1 << 20;

const encoder = new TextEncoder();
let keptNumbers = new Uint32Array(1 << 14);
let keptBytes = new Uint8Array(1 << 17);

export class Tape {
  /** @param {Names} names */
  constructor(names) {
    this.names = names;
    /** The tag of elements whose name is spelled out. */
    this.other = names.tag('');
    this.numbers = keptNumbers;
    this.length = 0;
    this.bytes = keptBytes;
    this.written = 0;
    /** Strings that are not encoded yet. */
    this.waiting = '';
    /** Where the number of the open element's attributes stands. */
    this.count = 0;
  }

  /** @param {string} text */
  text(text) {
    this.reserve(2);
    this.numbers[this.length++] = TEXT;
    this.string(text);
  }

  /** @param {string} name @param {number} attributes The most that follow. */
  open(name, attributes) {
    this.reserve(5 + 2 * attributes);
    const tag = this.names.tag(name);
    this.numbers[this.length++] = OPEN;
    this.numbers[this.length++] = tag;
    this.count = this.length++;
    if (tag === this.other) this.attribute(0, name);
  }

  /** @param {number} code @param {string} value */
  attribute(code, value) {
    this.numbers[this.length++] = code;
    this.string(value);
  }

  /** All attributes of the open element are there. */
  opened() {
    this.numbers[this.count] = (this.length - this.count - 1) / 2;
  }

  close() {
    this.reserve(1);
    this.numbers[this.length++] = CLOSE;
  }

  /** @returns {{ tape: Uint32Array, text: Uint8Array }} all of it; valid until the next tape is begun */
  take() {
    this.encode();
    if (this.numbers.byteLength <= KEPT_BYTES) keptNumbers = this.numbers;
    if (this.bytes.byteLength <= KEPT_BYTES) keptBytes = this.bytes;
    return { tape: this.numbers.subarray(0, this.length), text: this.bytes.subarray(0, this.written) };
  }

  /** @param {string} string */
  string(string) {
    this.numbers[this.length++] = string.length;
    this.waiting += string;
    if (this.waiting.length > BATCH_CHARS) this.encode();
  }

  encode() {
    const needed = this.written + this.waiting.length * BYTES_A_UNIT;
    if (needed > this.bytes.length) {
      const longer = new Uint8Array(needed * 2);
      longer.set(this.bytes.subarray(0, this.written));
      this.bytes = longer;
    }
    this.written += encoder.encodeInto(this.waiting, this.bytes.subarray(this.written)).written;
    this.waiting = '';
  }

  /** @param {number} numbers */
  reserve(numbers) {
    if (this.length + numbers <= this.numbers.length) return;
    const longer = new Uint32Array((this.length + numbers) * 2);
    longer.set(this.numbers);
    this.numbers = longer;
  }
}
