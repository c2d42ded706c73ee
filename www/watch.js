// @ts-check
// Notices what a page adds after it was decluttered, and waits the longer the more often it does.

/** The first wait is one frame; while the page keeps changing, each wait is this many times the one before. */
const BACK_OFF = 2;
const WAIT_MS_MIN = 50;
/** The longest a late banner stays: more is kinder to the processor, less to the reader. */
const WAIT_MS_MAX = 2000;
/** After so long without a change the waits begin anew. */
const QUIET_MS = 5000;

const Observer = globalThis.MutationObserver;

/**
 * Calls `pass` in a frame after elements were added or the page was locked again.
 * @param {Document} document
 * @param {() => void} pass
 * @param {(node: Node) => boolean} matters Whether a change at this node is worth a pass.
 * @returns {() => void} stops it
 */
export function watch(document, pass, matters) {
  const view = document.defaultView;
  if (!view || !Observer) return () => {};
  let wait_ms = 0;
  let last_ms = view.performance.now();
  let isDue = false;

  const observer = new Observer((changes) => {
    if (isDue || !changes.some((change) => isArrival(change) && matters(change.target))) return;
    isDue = true;
    if (view.performance.now() - last_ms > QUIET_MS) wait_ms = 0;
    view.setTimeout(() => view.requestAnimationFrame(run), wait_ms);
    wait_ms = Math.min(Math.max(wait_ms * BACK_OFF, WAIT_MS_MIN), WAIT_MS_MAX);
  });

  function run() {
    if (!isDue) return;
    isDue = false;
    last_ms = view?.performance.now() ?? 0;
    pass();
    // What the pass itself changed is no news.
    observer.takeRecords();
  }

  observer.observe(document, { childList: true, subtree: true });
  for (const frame of [document.documentElement, document.body]) {
    if (frame) observer.observe(frame, { attributes: true, attributeFilter: ['class', 'style'] });
  }
  return () => {
    isDue = false;
    observer.disconnect();
  };
}

/** @param {MutationRecord} change */
function isArrival({ type, addedNodes }) {
  return type === 'attributes' || [...addedNodes].some((node) => node.nodeType === Node.ELEMENT_NODE);
}
