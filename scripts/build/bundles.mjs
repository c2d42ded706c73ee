// The modules of www/, each bundled into one file of dist/.
import { chmod, copyFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { root } from '../steps.mjs';

/**
 * `apart`: other entries are imported from beside it, not copied into it.
 * @type {Record<string, { platform: 'browser' | 'neutral' | 'node', format: 'esm' | 'iife', apart: boolean }>}
 */
const ENTRIES = {
  'limpid.js': { platform: 'browser', format: 'esm', apart: true },
  'reader.js': { platform: 'browser', format: 'esm', apart: true },
  'html.js': { platform: 'neutral', format: 'esm', apart: true },
  'readability.js': { platform: 'browser', format: 'esm', apart: false },
  'bookmarklet.js': { platform: 'browser', format: 'iife', apart: false },
  'cli.js': { platform: 'node', format: 'esm', apart: true },
};

/** The wasm files that the modules fetch from beside themselves. */
const WASM = ['.cache/core/limpid_bg.wasm', '.cache/html/html_bg.wasm'];

/** @param {string} dist */
export async function bundles(dist) {
  // Loaded here: at the top it would be asked for before set-up has installed it.
  const esbuild = await import('esbuild');
  for (const [entry, { platform, format, apart }] of Object.entries(ENTRIES)) {
    await esbuild.build({
      ...SETTINGS,
      entryPoints: [join(root, 'www', entry)],
      outfile: join(dist, entry),
      platform,
      format,
      plugins: apart ? [entriesStayApart] : [],
    });
  }
  await chmod(join(dist, 'cli.js'), 0o755);
  for (const wasm of WASM) await copyFile(join(root, wasm), join(dist, basename(wasm)));
}

/** @type {import('esbuild').BuildOptions} */
export const SETTINGS = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  external: ['node:*'],
  loader: { '.wasm': 'binary', '.css': 'text' },
};

/**
 * An import of `../limpid.js` or the like becomes one of the file of that name beside the bundle.
 * @type {import('esbuild').Plugin}
 */
export const entriesStayApart = {
  name: 'entries-stay-apart',
  setup(build) {
    build.onResolve({ filter: /^\..*\.js$/ }, ({ path, resolveDir, kind }) => {
      const file = resolve(resolveDir, path);
      const isEntry = dirname(file) === join(root, 'www') && basename(file) in ENTRIES;
      if (!isEntry || kind === 'entry-point') return null;
      return { path: `./${basename(file)}`, external: true };
    });
  },
};
