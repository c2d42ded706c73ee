// Runs inside the page by its source: it sees its argument and the page, nothing of this module.

/**
 * @typedef {object} Hidden What was hidden as one section.
 * @property {string} kind
 * @property {string} rule
 * @property {string} text
 * @property {number} share of the window, as the box was before
 * @property {Record<string, number>} controls in it that could be seen, by their kind
 *
 * @typedef {object} Usable
 * @property {string} article what kind of article was found; empty where none was
 * @property {boolean} isUndone whether undo() gave the document back byte for byte
 * @property {Record<string, number>} controls all that could be seen before, by their kind
 * @property {Hidden[]} hidden
 */

/**
 * @param {string} limpidUrl
 * @returns {Promise<Usable>}
 */
export async function controlsOfPage(limpidUrl) {
  const { declutter } = await import(limpidUrl);
  const KINDS = {
    search: 'input[type=search], [role=search] input, form[action*=search i] input:not([type=hidden])',
    field: 'input:not([type=hidden]), textarea, select, [contenteditable]',
    player: 'video, audio, canvas, object, iframe',
    button: 'button, [role=button], summary',
    link: 'a[href]',
  };
  const all = [...document.querySelectorAll(Object.values(KINDS).join())].filter((element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  );
  const count = (/** @type {Element[]} */ elements) => {
    /** @type {Record<string, number>} */
    const counts = {};
    for (const element of elements) {
      const kind = Object.entries(KINDS).find(([, selector]) => element.matches(selector))?.[0] ?? '';
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return counts;
  };
  const boxes = new Map([...document.querySelectorAll('body *')].map((element) => [element, element.getBoundingClientRect()]));
  const original = document.documentElement.outerHTML;
  const { reading, sections, undo } = await declutter(document, { observe: false });
  const lost = all.filter((element) => !element.checkVisibility());
  const hidden = sections
    .filter((/** @type {any} */ section) => section.hidden)
    .map((/** @type {any} */ { kind, rule, text, element }) => {
      const { width = 0, height = 0 } = boxes.get(element) ?? {};
      const controls = count(lost.filter((control) => element.contains(control)));
      return { kind, rule, text: text.slice(0, 80), share: (width * height) / (innerWidth * innerHeight), controls };
    });
  undo();
  const isUndone = document.documentElement.outerHTML === original;
  return { article: reading.article?.type ?? '', isUndone, controls: count(all), hidden };
}
