// What the wasm's download is made of: its sections, each compressed by itself.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from '../steps.mjs';

/** The sections of more than a few bytes, by the number that the wasm format gives them. @type {Record<number, string>} */
const NAMES = { 1: 'types', 3: 'which type a function has', 9: 'table of functions', 10: 'code', 11: 'data' };

/** Bytes before the first section: the magic number and the version. */
const HEADER_BYTES = 8;

/** @returns {Promise<string>} a table in Markdown; the parts together take a little more than the whole, which shares what repeats */
export async function sectionsReport() {
  const wasm = await readFile(join(root, 'dist', 'limpid_bg.wasm'));
  const learned = await readFile(join(root, 'src', 'content', 'weights.bin'));
  const rows = sections(wasm).filter(({ id }) => id in NAMES);
  return [
    '| part of the wasm | bytes | brotli |',
    '|---|---|---|',
    ...rows.map(({ id, bytes }) => row(NAMES[id], bytes)),
    row('of the data: the learned table', learned),
    row('the whole', wasm),
  ].join('\n');
}

/** @param {string} name @param {Uint8Array} bytes */
function row(name, bytes) {
  return `| ${name} | ${bytes.length} | ${brotliCompressSync(bytes).length} |`;
}

/** @param {Uint8Array} wasm */
function sections(wasm) {
  const found = [];
  for (let at = HEADER_BYTES; at < wasm.length; ) {
    const id = wasm[at++];
    // A number of seven bits a byte, the lowest first; the highest bit says that more follow.
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      more = wasm[at] >= 0x80;
      size += (wasm[at++] & 0x7f) * 2 ** shift;
    }
    found.push({ id, bytes: wasm.subarray(at, at + size) });
    at += size;
  }
  return found;
}
