// The command line, as a shell calls it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { dist, EMPTY_PAGE, PARAGRAPHS, page, TITLE } from './page.mjs';

const folder = await mkdtemp(join(tmpdir(), 'limpid-cli-'));
after(() => rm(folder, { recursive: true }));
const file = join(folder, 'page.html');
await writeFile(file, page());
const empty = join(folder, 'empty.html');
await writeFile(empty, EMPTY_PAGE);

/** @param {string[]} args */
const start = (args) => spawn(process.execPath, [dist('cli.js'), ...args]);

/**
 * @param {string[]} args
 * @param {string | Buffer} [input]
 * @returns {Promise<{ code: number | null, out: string, err: string }>}
 */
async function limpid(args, input = '') {
  const child = start(args);
  const result = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (result.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (result.err += text));
  child.stdin.on('error', () => {}).end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...result })));
}

/** @param {unknown[]} tasks */
async function batch(tasks) {
  const input = tasks.map((task) => `${typeof task === 'string' ? task : JSON.stringify(task)}\n`).join('');
  const { code, out, err } = await limpid(['--batch'], input);
  assert.deepEqual({ code, err }, { code: 0, err: '' });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('a file is printed in each format', async () => {
  const json = await limpid([file]);
  assert.equal(JSON.parse(json.out).article.title, TITLE);
  assert.deepEqual(json, await limpid([file, '--format', 'json']));
  for (const [format, expected] of Object.entries({
    text: PARAGRAPHS[0],
    html: `<p>${PARAGRAPHS[0]}</p>`,
    markdown: PARAGRAPHS[0],
  })) {
    const { code, out, err } = await limpid(['--format', format, file]);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    assert.ok(out.includes(`${expected}\n`), out);
    assert.ok(out.endsWith('\n') && !out.endsWith('\n\n'));
  }
});

test('a page is read from standard input, its charset found', async () => {
  const latin = Buffer.from(page('iso-8859-1').replaceAll(/[“”]/g, '"').replaceAll('keeper', 'k\xe9\xe9per'), 'latin1');
  for (const args of [[], ['-']]) {
    const { out } = await limpid([...args, '--url', 'https://gazette.example/news/'], latin);
    assert.equal(JSON.parse(out).article.title, TITLE.replace('keeper', 'kééper'));
    assert.match(out, /https:\/\/gazette\.example\/news\/map\.html/);
  }
});

test('a page without an article is told', async () => {
  assert.deepEqual(await limpid([empty, '-f', 'text']), { code: 1, out: '', err: 'limpid: the page carries no article\n' });
  const json = await limpid([empty]);
  assert.equal(json.code, 0);
  assert.equal(JSON.parse(json.out).article, null);
});

test('help and version are printed', async () => {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  assert.deepEqual(await limpid(['--version']), { code: 0, out: `${version}\n`, err: '' });
  const { code, out, err } = await limpid(['--help']);
  assert.deepEqual({ code, err }, { code: 0, err: '' });
  assert.match(out, /^Usage: limpid/);
});

test('wrong usage and unreadable files are told in a line', async () => {
  const missing = join(folder, 'missing.html');
  /** @type {[string[], string][]} */
  const cases = [
    [['--formt', 'text'], "unknown option '--formt'"],
    [['--format', 'pdf', file], "unknown format 'pdf': take json, markdown, html, text"],
    [['--format'], 'argument missing'],
    [[file, empty], 'one FILE at a time'],
    [['--batch', file], '--batch goes alone'],
    [['https://a.example/'], 'nothing is ever fetched'],
    [[missing], `${missing}: no such file or directory`],
    [[folder], 'illegal operation on a directory'],
  ];
  for (const [args, expected] of cases) {
    const { code, out, err } = await limpid(args);
    assert.deepEqual({ code, out }, { code: 2, out: '' }, args.join(' '));
    assert.ok(err.startsWith('limpid: ') && err.toLowerCase().includes(expected.toLowerCase()), err);
    assert.ok(!err.includes('    at '), err);
  }
});

test('a batch answers each line in order, and goes on after a bad one', async () => {
  const answers = await batch([
    { id: 'file', path: file, url: 'https://gazette.example/' },
    { id: 2, html: page() },
    '{"id": "broken", ',
    '',
    '[1, 2]',
    { id: 'missing', path: join(folder, 'missing.html') },
    { id: { of: 'any kind' } },
    { id: 'typed', html: 7 },
    { id: 'empty', path: empty, url: null },
    { html: page() },
  ]);
  assert.deepEqual(
    answers.map(({ id }) => id),
    ['file', 2, null, null, 'missing', { of: 'any kind' }, 'typed', 'empty', null],
  );
  for (const at of [0, 1, 8]) {
    const { title, authors, published, text, html, ms, error } = answers[at];
    assert.deepEqual(
      { title, authors, published, error },
      { title: TITLE, authors: ['Ada Finch'], published: '2024-03-05T08:30:00Z', error: undefined },
    );
    assert.ok(text.startsWith(PARAGRAPHS[0]) && html.includes(`<p>${PARAGRAPHS[0]}</p>`) && ms > 0);
    assert.deepEqual(Object.keys(answers[at]), ['id', 'title', 'byline', 'authors', 'published', 'text', 'html', 'ms']);
  }
  assert.match(answers[0].html, /href="https:\/\/gazette\.example\/map\.html"/);
  for (const at of [2, 3, 4, 5, 6]) assert.deepEqual(Object.keys(answers[at]), ['id', 'error']);
  assert.match(answers[4].error, /missing\.html: no such file or directory$/);
  const { ms, ...nothing } = answers[7];
  assert.ok(ms >= 0);
  assert.deepEqual(nothing, { id: 'empty', title: null, byline: null, authors: [], published: null, text: '', html: '' });
});

test('a batch takes lines however they come: with CRLF, with a byte order mark, without a last line end', async () => {
  const child = start(['--batch']);
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  const input = Buffer.from(`\ufeff{"id": "é", "html": ${JSON.stringify(page())}}\r\n{"id": "last", "html": ""}`);
  for (let at = 0; at < input.length; at += 97) child.stdin.write(input.subarray(at, at + 97));
  child.stdin.end();
  await new Promise((resolve) => child.on('close', resolve));
  assert.deepEqual(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id),
    ['é', 'last'],
  );
});

test('a batch answers before the next line comes', async () => {
  const child = start(['--batch']);
  const answers = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
  for (const id of [1, 2]) {
    child.stdin.write(`${JSON.stringify({ id, html: EMPTY_PAGE })}\n`);
    assert.equal(JSON.parse((await answers.next()).value).id, id);
  }
  child.stdin.end();
});

test('output that nobody reads any more ends quietly', async () => {
  const child = start(['--batch']);
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  child.stdin.on('error', () => {});
  const closed = new Promise((resolve) => child.on('close', resolve));
  child.stdout.once('data', () => child.stdout.destroy());
  for (let id = 0; id < 20000; id++) child.stdin.write(`{"id": ${id}, "html": ""}\n`);
  child.stdin.end();
  assert.equal(await closed, 0);
  assert.equal(err, '');
});
