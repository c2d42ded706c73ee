// @ts-check
import { platformOf } from '../src/web/platform.js';
import { LimpidError } from './errors.js';

const ELEMENT_NODE = 1;
const DOCUMENT_NODE = 9;

/**
 * Throws where `root` is not something to read.
 * @param {unknown} root
 * @param {{ element?: boolean }} [options] Whether an element will do.
 */
export function assertRoot(root, { element = true } = {}) {
  const type = nodeType(root);
  if (type === DOCUMENT_NODE || (element && type === ELEMENT_NODE)) return;
  const wanted = element ? 'a document or an element' : 'a document';
  const hint = root === undefined ? ' There is none here: limpid/html reads a page from its HTML.' : '';
  throw new LimpidError('bad-argument', `Pass ${wanted}.${hint}`);
}

/** The type of a node, `undefined` of what is none or only looks like one. @param {any} root */
function nodeType(root) {
  if (!root || typeof root !== 'object') return undefined;
  try {
    const dom = platformOf(root);
    const type = dom.nodeType(root);
    if (dom.isNative) return type;
    // A document of a library, such as linkedom's: it must have what the walk asks for.
    const isNode = type === DOCUMENT_NODE ? 'documentElement' in root : typeof root.getAttributeNames === 'function';
    return isNode ? type : undefined;
  } catch {
    // A window of another origin, or an object that does not want to be asked.
    return undefined;
  }
}
