// @ts-check
/**
 * Notices what a page adds, shows again or locks after it was decluttered. What is known is put right before the next frame is
 * drawn; what is new is looked for in the whole page, the more rarely the longer nothing is found.
 */
import { isOurs } from '../src/web/ours.js';
import { own } from '../src/web/platform.js';

/** Time between two looks, as a multiple of how long one took: once a burst is over, looking costs 5 % of the time where a
 * look takes up to 100 ms, more where the longest wait below cuts the rest short. */
const REST_RATIO = 20;
/** While the page changes and looks find nothing, each wait is this many times the one before. */
const BACK_OFF = 2;
const WAIT_MS_MIN = 50;
/** The longest that what arrives among many changes stays. More is kinder to the processor, less to the reader. */
const WAIT_MS_MAX = 2000;
/** Time that looks may have taken beyond their share before what lies over the page has to wait too: a wall that comes back comes
 * a few times in a row. It is some ten looks at a common page. */
const BURST_MS = 200;
/** Looks that are free of that, where each takes long. */
const BURST_LOOKS = 3;
/** After so long without a look the waits begin anew. */
const QUIET_MS = 5000;
/** What arrives so soon after a click was asked for: a menu, a search box, the form to sign in. */
const ANSWER_MS = 1000;
/** Elements asked a frame whether they lie over the page: each takes the browser some 10 µs. */
const ASKED_MAX = 40;

/** What shows, hides and locks elements; `data-limpid` is our own mark. */
const ATTRIBUTES = ['class', 'style', 'hidden', 'open', 'inert', 'aria-hidden', 'data-limpid'];
const WATCHED = { childList: true, subtree: true, attributes: true, attributeOldValue: true, attributeFilter: ATTRIBUTES };

const Observer = globalThis.MutationObserver;
const shadowOf = own(globalThis.Element, 'shadowRoot');

/**
 * @typedef {object} Watched
 * @property {(isAnswer: boolean) => Looked} look Looks at the whole page. What comes right after a click was asked for.
 * @property {() => Looked} turnPage The same on another page, which a script has put in the place of this one.
 * @property {(elements: Element[]) => void} keep Puts elements right that the page has changed.
 * @property {(element: Node) => boolean} holds Whether an element is one of those.
 * @property {(node: Node) => boolean} covers Whether the node is out of sight anyway.
 *
 * @typedef {{ nodes: Node[], isNew: boolean }} Looked The page's nodes, and whether there was clutter among them that is new.
 *
 * @typedef {object} Watch
 * @property {(nodes: Node[]) => void} attend Watches the open shadow roots of these nodes too.
 * @property {() => void} stop
 */

/**
 * @typedef {object} State The state of one watch.
 * @property {Document} document
 * @property {Window & typeof globalThis} view
 * @property {Watched} watched
 * @property {MutationObserver} observer
 * @property {ReturnType<typeof createPace>} pace
 * @property {WeakSet<ShadowRoot>} roots Those that are watched.
 * @property {string} page The address of the page that was read.
 * @property {Set<Element>} touched Known elements that the page has changed.
 * @property {boolean} hasNews Whether there is something that may be new.
 * @property {boolean} isUrgent Whether it lies over the page.
 * @property {boolean} isAnswer Whether it came right after a click.
 * @property {number} asked Elements that were asked in this frame whether they lie over the page.
 * @property {boolean} isKept Whether known elements were put right in this frame.
 * @property {boolean} isFrameDue
 * @property {boolean} isStopped
 * @property {number} timer
 * @property {number} clicked_ms
 */

/**
 * @param {Document} document
 * @param {Watched} watched
 * @returns {Watch}
 */
export function watch(document, watched) {
  const view = document.defaultView;
  if (!view || !Observer) return { attend() {}, stop() {} };
  const observer = new Observer((changes) => notice(state, changes));
  /** @type {State} */
  const state = {
    ...{ document, view, watched, observer, pace: createPace(), roots: new WeakSet(), page: addressOf(document) },
    ...{ touched: new Set(), hasNews: false, isUrgent: false, isAnswer: false, asked: 0 },
    ...{ isKept: false, isFrameDue: false, isStopped: false, timer: 0, clicked_ms: -ANSWER_MS },
  };
  /** @param {Event} event */
  const click = ({ target }) => {
    if (!isOurs(/** @type {Node} */ (target))) state.clicked_ms = performance.now();
  };
  /** What a frame says is known when it has loaded. @param {Event} event */
  const load = ({ target }) => {
    if (!(target instanceof view.HTMLIFrameElement)) return;
    addNews(state, target, target);
    askForFrame(state);
  };
  observer.observe(document, WATCHED);
  document.addEventListener('click', click, true);
  document.addEventListener('load', load, true);
  return {
    attend: (nodes) => attend(state, nodes),
    stop() {
      state.isStopped = true;
      view.clearTimeout(state.timer);
      observer.disconnect();
      document.removeEventListener('click', click, true);
      document.removeEventListener('load', load, true);
    },
  };
}

/** @param {State} state @param {Node[]} nodes */
function attend({ roots, observer, isStopped }, nodes) {
  // A look may have been the last.
  if (isStopped) return;
  for (const node of nodes) {
    const root = node.nodeType === Node.ELEMENT_NODE && shadowOf(node);
    if (!root || roots.has(root)) continue;
    roots.add(root);
    observer.observe(root, WATCHED);
  }
}

/** @param {State} state @param {MutationRecord[]} changes */
function notice(state, changes) {
  for (const change of changes) {
    const target = /** @type {Element} */ (change.target);
    if (change.type === 'childList') {
      for (const node of change.addedNodes) if (node.nodeType === Node.ELEMENT_NODE) addNews(state, target, node);
    } else if (isTelling(change)) {
      if (state.watched.holds(target)) state.touched.add(target);
      else addNews(state, target, target);
    }
  }
  // Once a frame: a page that changes back at once would never end.
  if (state.touched.size > 0 && !state.isKept) put(state);
  if (state.hasNews || state.touched.size > 0 || state.isKept) askForFrame(state);
}

/** @param {State} state @param {Element} place @param {Node} element */
function addNews(state, place, element) {
  if (isOurs(element) || state.watched.covers(place)) return;
  state.hasNews = true;
  state.isAnswer ||= performance.now() - state.clicked_ms < ANSWER_MS;
  state.isUrgent ||= state.asked++ < ASKED_MAX && isOver(/** @type {Element} */ (element));
}

/** @param {State} state */
function put(state) {
  state.isKept = true;
  state.watched.keep([...state.touched].filter((element) => element.isConnected));
  state.touched.clear();
  // What we change ourselves is no news.
  state.observer.takeRecords();
}

/** @param {State} state */
function askForFrame(state) {
  if (state.isFrameDue || state.isStopped) return;
  state.isFrameDue = true;
  state.view.requestAnimationFrame(() => frame(state));
}

/** @param {State} state */
function frame(state) {
  Object.assign(state, { isFrameDue: false, isKept: false, asked: 0 });
  if (state.isStopped) return;
  if (state.touched.size > 0) put(state);
  if (state.isKept) askForFrame(state);
  if (!state.hasNews) return;
  const wait_ms = state.pace.wait(state.isUrgent);
  state.view.clearTimeout(state.timer);
  if (wait_ms > 0) state.timer = state.view.setTimeout(() => askForFrame(state), wait_ms);
  else state.pace.time(() => visit(state));
}

/** @param {State} state */
function visit(state) {
  const page = addressOf(state.document);
  const { nodes, isNew } = page === state.page ? state.watched.look(state.isAnswer) : state.watched.turnPage();
  Object.assign(state, { page, hasNews: false, isUrgent: false, isAnswer: false });
  attend(state, nodes);
  state.observer.takeRecords();
  return isNew;
}

/** When the next look may be. */
function createPace() {
  const now_ms = () => performance.now();
  let last_ms = now_ms();
  /** Time that looks took beyond their share. */
  let owed_ms = 0;
  /** Looks since nothing was owed. */
  let looks = 0;
  let rest_ms = 0;
  let patience_ms = 0;
  return {
    /** @param {boolean} isUrgent */
    wait(isUrgent) {
      const since_ms = now_ms() - last_ms;
      if (isUrgent && looks < BURST_LOOKS) return 0;
      const wait_ms = isUrgent ? Math.min((owed_ms - BURST_MS) * REST_RATIO, WAIT_MS_MAX) : Math.max(rest_ms, patience_ms);
      return wait_ms - since_ms;
    },
    /** @param {() => boolean} visit */
    time(visit) {
      const begun_ms = now_ms();
      const since_ms = begun_ms - last_ms;
      if (since_ms > QUIET_MS) patience_ms = 0;
      const hasFound = visit();
      last_ms = now_ms();
      const took_ms = last_ms - begun_ms;
      owed_ms = Math.max(0, owed_ms - since_ms / REST_RATIO);
      looks = owed_ms > 0 ? looks + 1 : 1;
      owed_ms += took_ms;
      rest_ms = Math.min(took_ms * REST_RATIO, WAIT_MS_MAX);
      patience_ms = hasFound ? 0 : Math.min(Math.max(patience_ms * BACK_OFF, WAIT_MS_MIN), WAIT_MS_MAX);
    },
  };
}

/** Whether an attribute's change may show or lock something. Style is written all the time by what moves. @param {MutationRecord} change */
function isTelling({ target, attributeName, oldValue }) {
  const value = /** @type {Element} */ (target).getAttribute(attributeName ?? '');
  return attributeName === 'style' ? shownBy(value) !== shownBy(oldValue) : value !== oldValue;
}

/** @param {string | null} style */
function shownBy(style) {
  return style?.match(/(?:display|visibility|overflow|position|filter|clamp|max-height)[^;]*/g)?.join() ?? '';
}

/** Whether an element, or one of the first inside, stays over the page; the page's frame may show one by its class. @param {Element} element */
function isOver(element) {
  if (element.matches('html, body')) return true;
  for (const at of [element, ...element.querySelectorAll(':scope > *, :scope > * > *')].slice(0, ASKED_MAX)) {
    if (at.localName === 'dialog' || /fixed|sticky/.test(getComputedStyle(at).position)) return true;
  }
  return false;
}

/** The address, without the place in the page that it points to. @param {Document} document */
function addressOf(document) {
  return document.URL.split(/#(?![!/])/)[0];
}
