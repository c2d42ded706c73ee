// WebKitGTK by its own driver: the W3C's WebDriver protocol, spoken with fetch. It stands for WebKit's DOM, not for Safari.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { browserPath, miniBrowserPath } from '../../../scripts/setup/browsers.mjs';

/** How long the driver may take to listen, in milliseconds; it took 2,500 on two idle cores. */
const START_MAX_MS = 60_000;

/** WebDriver's code points for keys that are no character. */
const KEYS = /** @type {Record<string, string>} */ ({
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
});

/** @returns {Promise<import('../browser.mjs').Page>} */
export async function openByWebDriver() {
  const port = await freePort();
  const driver = await startDriver(port);
  const stop = () => driver.pid && process.kill(-driver.pid);
  try {
    const session = await startSession(`http://127.0.0.1:${port}`);
    return page(session, stop);
  } catch (error) {
    stop();
    throw error;
  }
}

/** @param {number} port */
async function startDriver(port) {
  const driver = browserPath('webkit');
  if (!driver) throw new Error('WebKitWebDriver is not installed: node scripts/setup.mjs --browsers');
  // Without a display it hangs. A process group of its own, so that the display goes with the driver.
  return spawn('xvfb-run', ['-a', driver, `--port=${port}`], { detached: true, stdio: 'ignore' });
}

/**
 * @param {string} base
 * @returns {Promise<Send>}
 */
async function startSession(base) {
  const binary = await miniBrowserPath();
  const options = { binary, args: ['--automation'] };
  const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
  const deadline_ms = Date.now() + START_MAX_MS;
  for (;;) {
    try {
      const { sessionId } = await send(`${base}/session`, 'POST', { capabilities });
      return (method, path, body) => send(`${base}/session/${sessionId}${path}`, method, body);
    } catch (error) {
      // Refused until the driver listens; an answer from the driver itself is final.
      if (!(error instanceof TypeError) || Date.now() > deadline_ms) throw error;
      await sleep(100);
    }
  }
}

/** @typedef {(method: string, path: string, body?: object) => Promise<any>} Send */

/**
 * @param {string} url
 * @param {string} method
 * @param {object} [body]
 */
async function send(url, method, body) {
  const response = await fetch(url, { method, body: body && JSON.stringify(body) });
  const { value } = /** @type {any} */ (await response.json());
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}

/**
 * A script that calls a function by its source and hands back its value, or what it threw. Written out, not evaluated
 * in the page: its policy may forbid that.
 * @param {string} source
 */
const call = (source) => `const [args, done] = arguments;
  (async () => (${source})(...args))().then(
    (value) => done({ value }),
    (error) => done({ thrown: String(error) }),
  );`;

/**
 * @param {Send} session
 * @param {() => void} stop
 * @returns {import('../browser.mjs').Page}
 */
function page(session, stop) {
  return {
    goto: (url) => session('POST', '/url', { url }),
    async evaluate(work, ...args) {
      const script = { script: call(String(work)), args: [args] };
      const { value, thrown } = await session('POST', '/execute/async', script);
      if (thrown !== undefined) throw new Error(thrown);
      return value ?? undefined;
    },
    async press(key) {
      const value = KEYS[key] ?? key;
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await session('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    screenshot: async () => Buffer.from(await session('GET', '/screenshot'), 'base64'),
    async setViewport(width_px, height_px) {
      const inner = await session('POST', '/execute/sync', {
        script: 'return [outerWidth - innerWidth, outerHeight - innerHeight]',
        args: [],
      });
      await session('POST', '/window/rect', { width: width_px + inner[0], height: height_px + inner[1] });
    },
    async close() {
      await session('DELETE', '').catch(() => {});
      stop();
    },
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
