// A small static server for this machine only: the site, and the files that tests ask for.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';

/** @type {Record<string, string>} */
const MIME = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The bookmarklet is imported from here by pages of other hosts. */
const HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'no-cache',
};

/** Ports tried after the first one before the system is asked for any. */
const PORTS_TRIED = 20;

/**
 * A page of the test's own; the headers are added to the usual ones.
 * @typedef {{ body: string | Uint8Array, type?: string, status?: number, headers?: Record<string, string> }} Answer
 */

/**
 * Serves folders under prefixes (`{ '/': 'dist/site' }`); of several prefixes the longest wins.
 * @param {Record<string, string>} folders
 * @param {{ port?: number, answer?: (path: string) => Answer | undefined, caching?: string }} [options] `answer` is asked before the
 *   folders; `caching` is what their files say of it
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function serve(folders, { port = 0, answer, caching = HEADERS['Cache-Control'] } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const own = answer?.(pathname);
    if (own) {
      response.writeHead(own.status ?? 200, { ...HEADERS, 'Content-Type': own.type ?? MIME['.html'], ...own.headers });
      response.end(own.body);
      return;
    }
    const file = await findFile(folders, pathname);
    const type = (file && MIME[extname(file)]) ?? MIME['.txt'];
    response.writeHead(file ? 200 : 404, { ...HEADERS, 'Content-Type': type, 'Cache-Control': caching });
    if (file) createReadStream(file).pipe(response);
    else response.end('not found\n');
  });
  const used = await listen(server, port);
  const close = () =>
    new Promise((done) => {
      server.close(() => done(undefined));
      server.closeAllConnections();
    });
  return { origin: `http://localhost:${used}`, close: async () => void (await close()) };
}

/**
 * @param {Record<string, string>} folders
 * @param {string} pathname
 * @returns {Promise<string | null>}
 */
async function findFile(folders, pathname) {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  for (const prefix of prefixes.filter((start) => pathname.startsWith(start))) {
    const base = resolve(folders[prefix]);
    const path = decoded(pathname.slice(prefix.length));
    const file = normalize(join(base, path === '' || path.endsWith('/') ? `${path}index.html` : path));
    const inside = file.startsWith(base + sep);
    if (inside && (await stat(file).catch(() => null))?.isFile()) return file;
  }
  return null;
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    return path;
  }
}

/**
 * Listens on this machine only; a busy port is no error, the next one is taken.
 * @param {import('node:http').Server} server
 * @param {number} first 0 for any
 * @returns {Promise<number>} the port
 */
async function listen(server, first) {
  for (let port = first; ; port = port === 0 || port >= first + PORTS_TRIED ? 0 : port + 1) {
    const error = await new Promise((done) => {
      server.once('error', done);
      server.listen(port, '127.0.0.1', () => done(null));
    });
    server.removeAllListeners('error');
    const address = server.address();
    if (!error && address && typeof address === 'object') return address.port;
    if (error?.code !== 'EADDRINUSE' && error?.code !== 'EACCES') throw error;
  }
}
