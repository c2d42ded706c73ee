// Where a reading's time goes in the browser: its phases one by one, as `withPage` in www/core.js calls them. What the core does
// inside `read` is measured natively, by `npm run bench:rust`.
import { root } from '../steps.mjs';
import { median } from './report.mjs';

const SOURCE = `
  import * as core from '#core';
  import { displays } from './src/web/displays.js';
  import { layoutFacts, windowOf } from './src/web/layout.js';
  import { namesOf } from './src/web/names.js';
  import { walk } from './src/web/walk.js';
  import { coreOptions } from './www/options.js';
  globalThis.parts = { core, displays, layoutFacts, windowOf, namesOf, walk, coreOptions };
`;

/** @returns {Promise<string>} the parts of a reading as one script that a page can run: `globalThis.parts` */
export async function parts() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: SOURCE, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
    // The wasm's address is given by hand.
    define: { 'import.meta.url': '""' },
  });
  return outputFiles[0].text;
}

/**
 * Runs inside the page by its source.
 * @param {string} code
 * @param {string} wasmUrl
 * @returns {Promise<Record<string, number>>} milliseconds a phase, each the best of the runs
 */
export async function measureStages(code, wasmUrl) {
  const RUNS = 15;
  new Function(code)();
  const { core, displays, layoutFacts, windowOf, namesOf, walk, coreOptions } = /** @type {any} */ (globalThis).parts;
  await core.default({ module_or_path: wasmUrl });
  const names = namesOf(core.tape_names());
  /** @type {Record<string, number>} */
  const best = {};
  /** @param {string} phase @param {() => any} work */
  const time = (phase, work) => {
    const begun = performance.now();
    const made = work();
    best[phase] = Math.min(best[phase] ?? Infinity, performance.now() - begun);
    return made;
  };
  for (let run = 0; run < RUNS; run++) {
    const { tape, text, nodes } = time('walk', () => walk(document, names));
    const { width, height } = windowOf(document);
    time('unpack', () => core.page_open(tape, text, document.URL, width, height));
    const asked = time('questions', () => core.page_questions());
    const closely = core.page_asks_closely();
    const facts = time('layout', () => layoutFacts(document, { width, height }, nodes, asked, closely));
    core.page_answer(facts);
    const kinds = time('questions of display', () => core.page_display_questions());
    core.page_answer_displays(time('display', () => displays(nodes, kinds)));
    const options = coreOptions({}, core.kind_bit);
    const reading = time('read', () => core.page_read(options));
    time('result', () => JSON.parse(reading));
    time('close', () => core.page_close());
  }
  return best;
}

/** @param {Record<string, number>[]} rows */
export function stagesReport(rows) {
  const phases = Object.keys(rows[0] ?? {});
  const sums = rows.map((row) => phases.reduce((sum, phase) => sum + row[phase], 0));
  const line = (/** @type {string} */ phase) => {
    const shares = rows.map((row, at) => (100 * row[phase]) / sums[at]);
    return `| ${phase} | ${median(rows.map((row) => row[phase])).toFixed(3)} | ${median(shares).toFixed(0)} % |`;
  };
  return ['| phase | median ms | share |', '|---|---|---|', ...phases.map(line)].join('\n');
}
