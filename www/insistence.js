// @ts-check
// A page that fights back wins: nobody gains from two scripts that undo each other frame by frame.

/** Times that an element is put right within the span below before it is left to the page. A wall that is shown again every
 * second stays far below. */
const ROUNDS_MAX = 30;
const SPAN_MS = 5000;

/** @returns {(element: Element) => boolean} counts one more round; tells whether the page insists */
export function createInsistence() {
  /** @type {WeakMap<Element, { rounds: number, since_ms: number }>} */
  const fights = new WeakMap();
  return (element) => {
    const now_ms = performance.now();
    const fight = fights.get(element);
    if (!fight || now_ms - fight.since_ms > SPAN_MS) {
      fights.set(element, { rounds: 1, since_ms: now_ms });
      return false;
    }
    fight.rounds += 1;
    return fight.rounds > ROUNDS_MAX;
  };
}
