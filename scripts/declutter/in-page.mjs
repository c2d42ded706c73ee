// Runs inside the page by its source: it sees its argument and the page, nothing of this module.

/**
 * @typedef {object} Seen
 * @property {string} before the visible text
 * @property {string} after the same after declutter()
 * @property {boolean} isUndone whether undo() gave the document back byte for byte
 * @property {boolean} isArticle whether an article was found
 * @property {{ kind: string, rule: string, text: string, hidden: boolean }[]} sections
 */

/**
 * @param {string} limpidUrl
 * @returns {Promise<Seen>}
 */
export async function declutterPage(limpidUrl) {
  const { declutter } = await import(limpidUrl);
  const visible = () => document.body?.innerText ?? '';
  const markup = () => document.documentElement.outerHTML;
  const [before, original] = [visible(), markup()];
  const { reading, sections, undo } = await declutter(document, { observe: false });
  const after = visible();
  const found = sections.map((/** @type {any} */ { kind, rule, text, hidden }) => ({ kind, rule, text, hidden }));
  undo();
  return { before, after, isUndone: markup() === original, isArticle: reading.article !== null, sections: found };
}
