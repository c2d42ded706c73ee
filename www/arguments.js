// @ts-check
import { LimpidError } from './errors.js';

const ELEMENT_NODE = 1;
const DOCUMENT_NODE = 9;

/**
 * Throws where `root` is not something to read.
 * @param {unknown} root
 * @param {{ element?: boolean }} [options] Whether an element will do.
 */
export function assertRoot(root, { element = true } = {}) {
  const type = root && typeof root === 'object' ? /** @type {Node} */ (root).nodeType : undefined;
  if (type === DOCUMENT_NODE || (element && type === ELEMENT_NODE)) return;
  const wanted = element ? 'a document or an element' : 'a document';
  const hint = root === undefined ? ' There is none here: limpid/html reads a page from its HTML.' : '';
  throw new LimpidError('bad-argument', `Pass ${wanted}.${hint}`);
}
