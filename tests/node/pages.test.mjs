// The pages of tests/pages, read from their HTML in Node.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { differences } from '../expected.mjs';
import { dist } from './page.mjs';

/** @type {typeof import('../../www/html.js')} */
const { readHtml, readText } = await import(pathToFileURL(dist('html.js')).href);

const FOLDER = new URL('../pages/', import.meta.url);

for (const file of await readdir(FOLDER)) {
  const { name, ext } = parse(file);
  if (ext === '.md') continue;
  test(`${name} reads as expected`, async () => {
    const bytes = await readFile(new URL(file, FOLDER));
    const expected = await readFile(new URL(`${name}.md`, FOLDER), 'utf8');
    const isText = ext === '.txt';
    const reading = isText ? await readText(`${bytes}`) : await readHtml(bytes, { url: `https://pages.example/${name}.html` });
    // A dump does not know where it was.
    assert.equal(differences(isText ? expected.replace(/^url: .*\n/m, '') : expected, reading).join('\n'), '');
  });
}
