// @ts-check
// Forms that a person is using stay where they are.

/** Fields that hold what a person types or chooses. */
const FIELDS = ['text', 'search', 'email', 'tel', 'url', 'number', 'password', 'date']
  .map((type) => `input[type=${type}]`)
  .concat('input:not([type])', 'textarea', 'select')
  .join();

/**
 * Whether a person has written something in there or is about to.
 * @param {Element} element
 * @param {{ emptyCounts: boolean }} options Whether an empty field with the focus is in use. Walls take the focus by themselves.
 * @returns {boolean}
 */
export function isInUse(element, { emptyCounts }) {
  const focus = focusChain(element.ownerDocument);
  const innermost = focus[focus.length - 1];
  const isHere = focus.some((at) => element.contains(at));
  if (emptyCounts && isHere && (innermost.matches(FIELDS) || /** @type {HTMLElement} */ (innermost).isContentEditable))
    return true;
  return [element, ...element.querySelectorAll(FIELDS)].some(isFilled);
}

/** The element with the focus, after the hosts of the open shadow roots that it is in. @param {Document} document */
function focusChain(document) {
  const chain = [];
  for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null) chain.push(at);
  return chain;
}

/** Whether the field holds something else than the page put there. @param {Element} field */
function isFilled(field) {
  const { value, defaultValue } = /** @type {HTMLInputElement} */ (field);
  return defaultValue !== undefined && value !== defaultValue;
}
