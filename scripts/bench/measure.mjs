// Runs inside the page by its source: it sees its arguments and the page, nothing of this module.

/**
 * @typedef {{ nodes: number, walk: number, limpid: number, readability: number, defuddle: number, isReadable: number,
 *   isProbablyReaderable: number }} Times milliseconds, the best of the runs
 */

/**
 * @param {string} peerCode
 * @param {string} limpidUrl
 * @param {string[]} [only] the tools that are run; otherwise all
 * @returns {Promise<Times>}
 */
export async function measurePage(peerCode, limpidUrl, only) {
  const RUNS = 7;
  // Slow tools are not given all the runs on large pages. Two would not do: the browser makes objects for all nodes in the first,
  // which takes seconds at 10^6, and collects them in another.
  const PATIENCE_MS = 1500;
  const SLOW_RUNS = 4;
  // A glance takes less than the clock can tell.
  const GLANCES = 20;
  await import(limpidUrl).then((module) => Object.assign(globalThis, { limpid: module }));
  new Function(peerCode)();
  const { limpid, peers } = /** @type {any} */ (globalThis);
  await limpid.ready();
  let nodes = 0;
  /** @type {Record<string, () => unknown>} */
  const tools = {
    walk: () => {
      const walker = document.createTreeWalker(document);
      nodes = 1;
      while (walker.nextNode()) nodes += 1;
    },
    limpid: () => limpid.readSync(document),
    readability: () => new peers.Readability(document.cloneNode(true)).parse(),
    defuddle: () => new peers.Defuddle(document, { url: 'https://example.org/' }).parse(),
  };
  const glances = {
    isReadable: () => limpid.isReadable(document),
    isProbablyReaderable: async () => peers.isProbablyReaderable(document),
  };
  /** @type {Record<string, number>} */
  const best = {};
  /** @type {Record<string, number>} */
  const spent = {};
  /** @type {Set<string>} */
  const failed = new Set();
  for (let run = 0; run < RUNS; run += 1) {
    for (const [name, tool] of Object.entries(tools)) {
      if (only && !only.includes(name)) continue;
      if (run >= SLOW_RUNS && spent[name] > PATIENCE_MS) continue;
      const begun = performance.now();
      try {
        tool();
      } catch {
        failed.add(name);
      }
      const ms = performance.now() - begun;
      spent[name] = (spent[name] ?? 0) + ms;
      best[name] = Math.min(best[name] ?? ms, ms);
    }
    for (const [name, tool] of only ? [] : Object.entries(glances)) {
      const begun = performance.now();
      for (let glance = 0; glance < GLANCES; glance += 1) await tool();
      const ms = (performance.now() - begun) / GLANCES;
      best[name] = Math.min(best[name] ?? ms, ms);
    }
  }
  for (const name of failed) best[name] = Number.NaN;
  return /** @type {Times} */ (/** @type {unknown} */ ({ nodes, ...best }));
}
