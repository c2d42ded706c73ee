// The modules of www/, each bundled into one file of dist/.
import { chmod, copyFile, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { root } from '../steps.mjs';

/**
 * `apart`: other entries are imported from beside it, not copied into it.
 * @type {Record<string, { platform: 'browser' | 'neutral' | 'node', apart: boolean }>}
 */
const ENTRIES = {
  'limpid.js': { platform: 'browser', apart: true },
  'reader.js': { platform: 'browser', apart: true },
  'inspector.js': { platform: 'browser', apart: true },
  'html.js': { platform: 'neutral', apart: true },
  'readability.js': { platform: 'browser', apart: false },
  'bookmarklet.js': { platform: 'browser', apart: false },
  'cli.js': { platform: 'node', apart: true },
};

/** The wasm files that the modules fetch from beside themselves. */
const WASM = ['.cache/core/limpid_bg.wasm', '.cache/html/html_bg.wasm'];

/** @param {string} dist */
export async function bundles(dist) {
  // Loaded here: at the top it would be asked for before set-up has installed it.
  const esbuild = await import('esbuild');
  for (const [entry, { platform, apart }] of Object.entries(ENTRIES)) {
    await esbuild.build({
      ...SETTINGS,
      entryPoints: [join(root, 'www', entry)],
      outfile: join(dist, entry),
      platform,
      plugins: apart ? [smallCss, entriesStayApart] : [smallCss],
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
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  external: ['node:*'],
  loader: { '.wasm': 'binary' },
};

/**
 * A style sheet is imported as its text, without what only people read.
 * @type {import('esbuild').Plugin}
 */
export const smallCss = {
  name: 'small-css',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await build.esbuild.transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    });
  },
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
