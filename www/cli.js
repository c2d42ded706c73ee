#!/usr/bin/env node
// @ts-check
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { version } from '../package.json';
import { batch } from './batch.js';
import { readHtml, ready } from './html.js';
import { reasonOf, UsageError } from './trouble.js';

const HELP = `Usage: limpid [FILE] [--url URL] [--format FORMAT]
       limpid --batch

Reads an HTML page from FILE, or from standard input, and prints the article it carries.

  --url URL        where the page was: relative links are resolved against it
  --format FORMAT  json (default: all that is known), markdown, html or text
  --batch          JSON lines {"id", "path" or "html", "url"?} on standard input,
                   {"id", "title", "byline", "authors", "published", "text", "html", "ms"} on standard output,
                   a line each, in order; a line that cannot be read gives {"id", "error"}
  --help           this text
  --version        the version

Exit status: 0 done, 1 the page carries no article to print, 2 wrong usage or a file that cannot be read.
Nothing is ever fetched: curl -sL URL | limpid --url URL
`;

const DONE = 0;
const NO_ARTICLE = 1;
const FAILED = 2;

/** @type {Record<string, (reading: import('./html.js').Reading) => string | undefined>} */
const FORMATS = {
  json: (reading) => JSON.stringify(reading, null, 2),
  markdown: ({ article }) => article?.markdown,
  html: ({ article }) => article?.html,
  text: ({ article }) => article?.text,
};

/** @param {string[]} args @returns {Promise<number>} the exit status */
async function main(args) {
  const { values, positionals } = parsed(args);
  if (values.help) return print(HELP);
  if (values.version) return print(`${version}\n`);
  if (values.batch) return runBatch(values, positionals);
  const format = FORMATS[values.format ?? 'json'];
  if (!format) throw new UsageError(`unknown format '${values.format}': take ${Object.keys(FORMATS).join(', ')}`);
  if (positionals.length > 1) throw new UsageError(`one FILE at a time, not ${positionals.length}; see --batch`);
  const reading = await readHtml(await page(positionals[0]), { url: values.url });
  const text = format(reading);
  if (text !== undefined) return print(`${text.trimEnd()}\n`);
  complain('the page carries no article');
  return NO_ARTICLE;
}

/** @param {string[]} args */
function parsed(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        format: { type: 'string', short: 'f' },
        batch: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    throw new UsageError(/** @type {Error} */ (error).message.split('. ')[0]);
  }
}

/** @param {ReturnType<typeof parsed>['values']} values @param {string[]} files */
async function runBatch({ url, format }, files) {
  if (url !== undefined || format !== undefined || files.length > 0) {
    throw new UsageError('--batch goes alone: each line names its page and its url');
  }
  await ready();
  for await (const line of batch(process.stdin)) await print(`${line}\n`);
  return DONE;
}

/** @param {string | undefined} file */
async function page(file) {
  if (file === undefined && process.stdin.isTTY) throw new UsageError('no page: name a FILE, or pipe HTML in');
  if (file === undefined || file === '-') return everything(process.stdin);
  if (/^https?:/i.test(file)) throw new UsageError(`nothing is ever fetched: curl -sL ${file} | limpid --url ${file}`);
  return readFile(file);
}

/** @param {AsyncIterable<Uint8Array>} stream */
async function everything(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Waits where the reader is slower. @param {string} text */
async function print(text) {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  return DONE;
}

/** @param {string} what */
function complain(what) {
  process.stderr.write(`limpid: ${what}\n`);
}

process.stdout.on('error', (error) => {
  // Whoever read our output has seen enough, as `head` does.
  if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EPIPE') process.exit(DONE);
  complain(reasonOf(error));
  process.exit(FAILED);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  complain(reasonOf(error));
  if (error instanceof UsageError) process.stderr.write("Try 'limpid --help'.\n");
  process.exitCode = FAILED;
}
