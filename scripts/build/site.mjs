// The hosted page: www/site/ with its scripts bundled, and the modules that it loads beside it.
import { copyFile, cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../steps.mjs';
import { entriesStayApart, SETTINGS, smallCss } from './bundles.mjs';

/** What the site offers and loads: it can be copied to any static host by itself. */
const LOADED = ['limpid.js', 'limpid_bg.wasm', 'reader.js', 'inspector.js', 'bookmarklet.js'];

/** @param {string} dist */
export async function site(dist) {
  const esbuild = await import('esbuild');
  const source = join(root, 'www', 'site');
  const out = join(dist, 'site');
  await cp(source, out, { recursive: true, filter: (path) => !path.endsWith('.js') });
  const scripts = (await readdir(source)).filter((file) => file.endsWith('.js'));
  await esbuild.build({
    ...SETTINGS,
    entryPoints: scripts.map((file) => join(source, file)),
    outdir: out,
    platform: 'browser',
    plugins: [smallCss, entriesStayApart],
  });
  for (const file of LOADED) await copyFile(join(dist, file), join(out, file));
}
