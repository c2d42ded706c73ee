// The peers as one script that a page can run: `globalThis.peers = { Readability, Defuddle }`.
import { root } from '../steps.mjs';

const SOURCE = `
  import { Readability, isProbablyReaderable } from '@mozilla/readability';
  import Defuddle from 'defuddle';
  globalThis.peers = { Readability, isProbablyReaderable, Defuddle };
`;

/** @returns {Promise<string>} the script */
export async function peers() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: SOURCE, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
