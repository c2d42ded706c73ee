// @ts-check
/**
 * An element with its attributes and content; text stays text.
 * @param {Document} document
 * @param {string} name
 * @param {Record<string, string | null>} attributes Those that are `null` are left out.
 * @param {string | Node | (string | Node)[]} content
 */
export function element(document, name, attributes, content) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(attribute, value);
  }
  made.append(...(Array.isArray(content) ? content : [content]));
  return made;
}
