// npm start [-- FILE.html]: sets up, builds, and serves the site on this machine.
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from './build.mjs';
import { serve } from './serve.mjs';
import { setup } from './setup.mjs';
import { root, runAsScript, Trouble } from './steps.mjs';

/** The first port tried. */
const PORT = 4747;

/** @param {string | undefined} page an HTML file to open in the demo */
async function start(page) {
  if (page && !(await stat(page).catch(() => null))?.isFile()) {
    throw new Trouble(`there is no file ${page}`, 'Give the path of an HTML file: npm start -- page.html');
  }
  await build(await setup());
  const file = page && resolve(page);
  /** @type {Record<string, string>} */
  const folders = { '/': join(root, 'dist', 'site'), '/dist/': join(root, 'dist') };
  // With its folder, so that its pictures and styles are found.
  if (file) folders['/page/'] = dirname(file);
  const { origin, close } = await serve(folders, { port: PORT });
  const query = file ? `?page=${encodeURIComponent(`/page/${encodeURIComponent(basename(file))}`)}` : '';
  console.log(`\n  ${origin}/${query}\n`);
  console.log(
    file
      ? `Open this address: it shows ${basename(file)} and the article that Limpid finds in it. Ctrl-C ends.`
      : 'Open this address: try Limpid on the sample pages, or drag the bookmarklet to your bookmarks bar. Ctrl-C ends.',
  );
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, async () => {
      await close();
      process.exit(0);
    });
  }
}

await runAsScript(import.meta, () => start(process.argv[2]));
