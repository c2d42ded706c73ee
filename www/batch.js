// @ts-check
// `limpid --batch`: a line of JSON in, a line of JSON out, in the same order; one page in memory at a time.
import { readFile } from 'node:fs/promises';
import { readHtml } from './html.js';
import { lines } from './lines.js';
import { reasonOf } from './trouble.js';

/**
 * @typedef {object} Task One line of the input.
 * @property {unknown} [id] Given back as it is.
 * @property {string} [html] The page, or
 * @property {string} [path] the file that it is in.
 * @property {string | null} [url] Where it was.
 */

/**
 * @param {AsyncIterable<Uint8Array>} input
 * @returns {AsyncGenerator<string, void, void>} lines, without their ends
 */
export async function* batch(input) {
  for await (const line of lines(input)) {
    if (line.trim() !== '') yield JSON.stringify(await answer(line));
  }
}

/** @param {string} line */
async function answer(line) {
  /** @type {unknown} */
  let id = null;
  try {
    const task = parse(line);
    id = task.id ?? null;
    return { id, ...(await read(task)) };
  } catch (error) {
    return { id, error: reasonOf(error) };
  }
}

/** @param {string} line @returns {Task} */
function parse(line) {
  const task = JSON.parse(line);
  if (task === null || typeof task !== 'object' || Array.isArray(task)) throw new Error('the line is not a JSON object');
  return task;
}

/** @param {Task} task */
async function read({ html, path, url }) {
  const page = await pageOf(html, path);
  if (url != null && typeof url !== 'string') throw new Error('"url" must be a string');
  const begun = performance.now();
  const { article } = await readHtml(page, { url: url ?? undefined });
  const ms = Math.round((performance.now() - begun) * 1000) / 1000;
  const { title = null, byline = null, authors = [], published = null, text = '', html: clean = '' } = article ?? {};
  return { title, byline, authors, published, text, html: clean, ms };
}

/** @param {unknown} html @param {unknown} path */
async function pageOf(html, path) {
  if (typeof html === 'string') return html;
  if (html != null) throw new Error('"html" must be a string');
  if (typeof path === 'string') return readFile(path);
  throw new Error(path == null ? 'the line has neither "path" nor "html"' : '"path" must be a string');
}
