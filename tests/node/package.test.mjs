// What npm publishes: the types of every entry compile where a consumer imports it, and nothing outside the package is named.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { TSC } from '../../scripts/build/types.mjs';
import { root } from '../../scripts/steps.mjs';

/** Uses every entry as its types promise. */
const CONSUMER = `
import { declutter, isReadable, LimpidError, openReader, read, readSync, ready } from 'limpid';
import { readHtml, readText } from 'limpid/html';
import { isProbablyReaderable, Readability } from 'limpid/readability';
import { showReader } from 'limpid/reader';

export async function use(document: Document): Promise<string[]> {
  await ready(new URL('https://pages.example/limpid_bg.wasm'));
  const { article, access, sections } = await read(document, { includeGated: true });
  const gate: 'none' | 'registration' | 'metered' | 'subscription' | 'unknown' = access.gate;
  const page = await declutter(document, { kinds: ['paywall'], observe: false });
  page.undo();
  const reader = await openReader({ theme: 'dark' });
  reader.close();
  const parsed = isProbablyReaderable(document) ? new Readability(document).parse() : null;
  const again = (await readHtml(new Uint8Array(), { url: 'https://pages.example/', contentType: 'text/html' })).article;
  const texts = [article?.title, readSync(document.body).article?.text, parsed?.textContent, again?.markdown];
  if (!(await isReadable(document))) throw new LimpidError('no-article', (await readText('')).access.text);
  return [gate, typeof showReader, ...sections.map(({ kind }) => kind), ...texts.map((text) => text ?? '')];
}
// @ts-expect-error The types are there: a wrong use is told.
export const wrong = read(7);
`;

/** @type {string} */
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'limpid-consumer-'));
  const npm = process.env.npm_execpath;
  const [program, ...first] = npm ? [process.execPath, npm] : ['npm'];
  const packed = execFileSync(program, [...first, 'pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const { path } of JSON.parse(packed)[0].files) {
    const copy = join(folder, 'node_modules', 'limpid', path);
    await mkdir(dirname(copy), { recursive: true });
    await cp(join(root, path), copy);
  }
  await writeFile(join(folder, 'consumer.ts'), CONSUMER);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
});

after(() => rm(folder, { recursive: true }));

for (const [module, moduleResolution] of [
  ['esnext', 'bundler'],
  ['nodenext', 'nodenext'],
]) {
  test(`the types compile with moduleResolution ${moduleResolution}`, () => {
    const options = { module, moduleResolution, target: 'es2022', lib: 'es2023,dom,dom.iterable', types: '' };
    const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    // Without skipLibCheck: the package's own files are checked too.
    const { stdout } = spawnSync(process.execPath, [TSC, '--noEmit', '--strict', ...flags, 'consumer.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(stdout, '');
  });
}

test('the modules load by their names', () => {
  const script = "for (const name of ['limpid', 'limpid/html', 'limpid/readability', 'limpid/reader']) await import(name);";
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: folder });
});
