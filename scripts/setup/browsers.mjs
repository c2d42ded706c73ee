// The browsers that the tests drive: Debian's packages where apt-get is there, whatever is installed elsewhere.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { step } from '../steps.mjs';
import { aptIsUsable, installPackages, missingPackages } from './apt.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit'} EngineName */

/** @type {Record<EngineName, { label: string, debian: string[], elsewhere: string, places: string[] }>} */
const BROWSERS = {
  chromium: {
    label: 'Chromium',
    debian: ['chromium'],
    elsewhere: 'install Chromium or Google Chrome',
    places: ['chromium', 'chromium-browser', 'google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  },
  firefox: {
    label: 'Firefox',
    debian: ['firefox-esr'],
    elsewhere: 'install Firefox',
    places: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
  },
  webkit: {
    label: 'WebKit',
    debian: ['webkit2gtk-driver', 'xvfb', 'xauth'],
    elsewhere: 'install WebKitGTK with its WebKitWebDriver, and xvfb-run (Linux only)',
    places: ['WebKitWebDriver'],
  },
};

/** @type {EngineName[]} */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** Installs the missing ones by apt-get, or says in one line what to install. */
export async function browserPackages() {
  const apt = await aptIsUsable();
  for (const name of ENGINES) {
    const { label, debian, elsewhere } = BROWSERS[name];
    if (apt && (await missingPackages(debian)).length > 0) {
      await step(`${label} for the tests`, () => installPackages(debian));
    }
    if (!browserPath(name)) console.log(`  ${label} is not here, so its tests are left out: ${elsewhere}.`);
  }
}

/**
 * Where a browser is (for WebKit: its driver), or null.
 * @param {EngineName} name
 */
export function browserPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = BROWSERS[name].places.flatMap((place) =>
    folders.map((folder) => (place.startsWith('/') ? place : join(folder, place))),
  );
  return paths.find((path) => existsSync(path)) ?? null;
}

/** WebKitGTK's own small browser, which its driver starts: in a folder that carries the machine's name and the version. */
export async function miniBrowserPath() {
  for (const machine of await readdir('/usr/lib')) {
    const folder = join('/usr/lib', machine);
    const versions = await readdir(folder).catch(() => /** @type {string[]} */ ([]));
    const paths = versions.filter((name) => name.startsWith('webkit2gtk-')).map((name) => join(folder, name, 'MiniBrowser'));
    const found = paths.find((path) => existsSync(path));
    if (found) return found;
  }
  return null;
}
