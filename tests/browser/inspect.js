// Runs as the page's own script, so that the page's policy holds for it: declutters and opens the inspector.
const [library, inspector] = ['limpid', 'inspector'].map((name) => `/dist/${name}.js`);

async function inspect() {
  const [{ declutter }, { openInspector }] = await Promise.all([import(library), import(inspector)]);
  const before = document.documentElement.outerHTML;
  document.getElementById('start')?.focus();
  const limpid = await declutter();
  const panel = openInspector(limpid);
  const root = panel.element.firstElementChild.shadowRoot;
  const button = (/** @type {string} */ name, /** @type {Element} */ within = root) =>
    [...within.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  const entry = (/** @type {string} */ rule) =>
    [...root.querySelectorAll('li')].find((item) => item.querySelector('code').textContent === rule);
  const until = async (/** @type {() => unknown} */ holds) => {
    const deadline_ms = performance.now() + 5000;
    while (!holds() && performance.now() < deadline_ms) await new Promise((done) => setTimeout(done, 20));
    return Boolean(holds());
  };
  return { before, limpid, panel, root, button, entry, until };
}

Object.assign(window, { inspected: inspect() });
