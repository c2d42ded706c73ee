// What became of each segment of a page.

/** Characters below which a segment counts only as whole words: "Home" is part of many others. */
const SHORT_CHARS = 20;

/**
 * @typedef {object} Fate What became of one segment that was to be seen before.
 * @property {string} segment
 * @property {boolean} isSeen whether it still is
 * @property {string} by the kind and rule of the section that holds it; empty where none does
 *
 * @typedef {{ file: string, isUndone: boolean, isArticle: boolean, wanted: Fate[], unwanted: Fate[],
 *   sections: import('./in-page.mjs').Seen['sections'] }} Row
 */

/**
 * @param {import('./truths.mjs').Truth} truth
 * @param {import('./in-page.mjs').Seen} seen
 * @returns {Row}
 */
export function judge(truth, { before, after, sections, isUndone, isArticle }) {
  const [was, is, article] = [before, after, truth.text ?? ''].map(fold);
  const folded = sections.map((section) => ({ ...section, text: fold(section.text) }));
  const fates = (/** @type {string[]} */ segments) =>
    segments
      .filter((segment) => holds(was, segment))
      .map((segment) => {
        const isSeen = holds(is, segment);
        const by = folded.find(({ text, hidden }) => hidden !== isSeen && holds(text, segment));
        return { segment, isSeen, by: by ? `${by.kind} (${by.rule})` : '' };
      });
  // What the article says too cannot go.
  const unwanted = (truth.without ?? []).filter((segment) => !holds(article, segment));
  return { file: truth.file, isUndone, isArticle, wanted: fates(truth.with ?? []), unwanted: fates(unwanted), sections };
}

/** Case and white space are the style sheet's. @param {string} text */
function fold(text) {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** @param {string} text folded @param {string} segment */
function holds(text, segment) {
  const wanted = fold(segment);
  if (wanted === '') return false;
  if (wanted.length >= SHORT_CHARS) return text.includes(wanted);
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (!joins(text[at - 1], wanted[0]) && !joins(wanted[wanted.length - 1], text[end])) return true;
  }
  return false;
}

/** Whether two characters are of one word, in scripts that part words by spaces. @param {string} [one] @param {string} [other] */
function joins(one, other) {
  return isOfWord(one) && isOfWord(other);
}

/** @param {string} [character] */
function isOfWord(character) {
  return (
    character !== undefined &&
    /[\p{L}\p{N}]/u.test(character) &&
    !/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u.test(character)
  );
}
