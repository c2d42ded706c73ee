// @ts-check
/**
 * The platform's own functions, taken once when this module loads. Pages patch prototypes, and a form control named
 * `firstChild` hides the property of that name from everyone who asks the form itself; these are beyond the reach of both.
 *
 * @typedef {object} Platform
 * @property {boolean} isNative Whether these are the browser's own nodes.
 * @property {(node: Node) => number} nodeType
 * @property {(node: Node) => Node | null} firstChild
 * @property {(node: Node) => Node | null} nextSibling
 * @property {(node: Node) => string} data A text node's text.
 * @property {(element: Element) => string} localName
 * @property {(element: Element) => ShadowRoot | null} shadowRoot The open shadow root, if there is one.
 * @property {(element: Element) => string[]} attributeNames
 * @property {(element: Element, name: string) => string | null} attribute
 * @property {(slot: Element) => Node[]} assigned The nodes in a slot, none where it shows its own children.
 * @property {(frame: Element) => Element | null} frameBody The body of the document in a frame of the same origin.
 * @property {(node: Node) => number} textLength The number of characters in a subtree.
 */

const bind = Function.prototype.call.bind(Function.prototype.bind, Function.prototype.call);

/** @param {any} owner @param {string} name @returns {any} the getter or method `name`, as a function of the object */
export function own(owner, name) {
  const property = owner && Object.getOwnPropertyDescriptor(owner.prototype, name);
  const taken = property && (property.get ?? property.value);
  return taken ? bind(taken) : undefined;
}

/** @type {any} */
const view = globalThis;
const documentOfIframe = own(view.HTMLIFrameElement, 'contentDocument');
const documentOfFrame = own(view.HTMLFrameElement, 'contentDocument');
const localName = own(view.Element, 'localName');
const body = own(view.Document, 'body');
const textContent = own(view.Node, 'textContent');

/** @type {Platform | null} */
const native = view.Node
  ? {
      isNative: true,
      nodeType: own(view.Node, 'nodeType'),
      firstChild: own(view.Node, 'firstChild'),
      nextSibling: own(view.Node, 'nextSibling'),
      data: own(view.CharacterData, 'data'),
      localName,
      shadowRoot: own(view.Element, 'shadowRoot'),
      attributeNames: own(view.Element, 'getAttributeNames'),
      attribute: own(view.Element, 'getAttribute'),
      assigned: own(view.HTMLSlotElement, 'assignedNodes'),
      frameBody: nativeFrameBody,
      textLength: (node) => textContent(node).length,
    }
  : null;

/** For documents that are not the browser's own, such as those of linkedom and jsdom. @type {Platform} */
const plain = {
  isNative: false,
  nodeType: (node) => node.nodeType,
  // linkedom has a doctype without a next sibling.
  firstChild: (node) => /** @type {Document} */ (node).documentElement ?? node.firstChild,
  nextSibling: (node) => node.nextSibling,
  data: (node) => /** @type {Text} */ (node).data,
  localName: (element) => element.localName,
  shadowRoot: (element) => element.shadowRoot,
  attributeNames: (element) => element.getAttributeNames(),
  attribute: (element, name) => element.getAttribute(name),
  assigned: (slot) => /** @type {HTMLSlotElement} */ (slot).assignedNodes?.() ?? [],
  frameBody: () => null,
  textLength: (node) => node.textContent?.length ?? 0,
};

/** @param {Element} frame */
function nativeFrameBody(frame) {
  try {
    const inside = localName(frame) === 'iframe' ? documentOfIframe(frame) : documentOfFrame(frame);
    return inside && body(inside);
  } catch {
    // An element of this name in another namespace.
    return null;
  }
}

/**
 * How to ask this node and those around it.
 * @param {Node} node
 * @returns {Platform}
 */
export function platformOf(node) {
  try {
    if (native?.nodeType(node)) return native;
  } catch {
    // Not one of the browser's own nodes.
  }
  return plain;
}
