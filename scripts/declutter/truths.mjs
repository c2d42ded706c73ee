// What a corpus knows of its pages: NAME.json beside NAME.html.
import { readFile } from 'node:fs/promises';
import { filesIn } from '../corpus.mjs';

/**
 * @typedef {object} Truth
 * @property {string} file the page's HTML
 * @property {string} [charset]
 * @property {string} [url]
 * @property {string} [page_type]
 * @property {string} [text] the whole article, where it is known
 * @property {string[]} [with] segments of the article
 * @property {string[]} [without] segments of the rest
 */

/** @param {string} folder @returns {Promise<Truth[]>} */
export async function truthsIn(folder) {
  const files = await filesIn(folder, '.json');
  const read = async (/** @type {string} */ file) => ({
    // Python writes NaN for a number that is missing, which is no JSON.
    ...JSON.parse((await readFile(file, 'utf8')).replace(/(?<=": )NaN(?=,?$)/gm, 'null')),
    file: file.replace(/json$/, 'html'),
  });
  return Promise.all(files.map(read));
}
