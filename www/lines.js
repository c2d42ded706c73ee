// @ts-check

const NEWLINE = 0x0a;

/**
 * The lines of a stream of bytes, one at a time: no more is taken from the stream than the next line needs.
 * @param {AsyncIterable<Uint8Array>} stream
 * @returns {AsyncGenerator<string, void, void>}
 */
export async function* lines(stream) {
  /** The pieces of a line that has not ended. @type {Uint8Array[]} */
  let begun = [];
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      yield decode([...begun, chunk.subarray(from, end)]);
      begun = [];
      from = end + 1;
    }
    begun.push(chunk.subarray(from));
  }
  if (begun.some((piece) => piece.length > 0)) yield decode(begun);
}

/** Without a byte order mark. @param {Uint8Array[]} pieces */
function decode(pieces) {
  return new TextDecoder().decode(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces));
}
