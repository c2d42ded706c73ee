// Debian's packages, where apt-get is there and we are root.
import { setTimeout as sleep } from 'node:timers/promises';
import { attempt, Trouble } from '../steps.mjs';

/** How long another apt-get may keep its lock before we give up, in seconds: a full system upgrade takes minutes. */
const LOCK_WAIT_MAX_S = 600;
const LOCK_RETRY_S = 3;

/** A mirror that fails is asked once more. */
const TRIES = 2;

/** Packages come without their recommendations, and no other package is removed for their sake. */
const INSTALL = ['install', '-y', '--no-install-recommends', '--no-remove'];

export async function aptIsUsable() {
  return process.getuid?.() === 0 && (await attempt('apt-get', ['--version'])).code === 0;
}

/**
 * Installs what is missing of `names`.
 * @param {string[]} names
 * @param {string} [advice] what to do where that fails
 */
export async function installPackages(names, advice = 'Read the output above; apt-get must work by itself first.') {
  const missing = await missingPackages(names);
  let output = '';
  for (let tries = 0; missing.length > 0 && tries < TRIES; tries++) {
    // The lists are fetched again for the second try: a mirror that moves on drops the packages that old lists name.
    if (tries > 0) listsAreFresh = false;
    await updateLists();
    const result = await apt([...INSTALL, ...missing]);
    if (result.code === 0) return;
    output = result.output;
  }
  if (missing.length > 0) throw new Trouble(`apt-get could not install ${missing.join(' ')}`, advice, output);
}

/**
 * @param {string[]} names
 * @returns {Promise<string[]>} those not installed
 */
export async function missingPackages(names) {
  const { stdout } = await attempt('dpkg-query', ['--show', `--showformat=\${Package} \${db:Status-Status}\n`, ...names]);
  const lines = stdout.split('\n');
  return names.filter((name) => !lines.includes(`${name} installed`));
}

/**
 * The version apt would install, or null, and whether the lists it is named in are fresh: old ones may know an older one.
 * @param {string} name
 */
export async function candidateVersion(name) {
  const isFresh = await updateLists();
  const { stdout } = await attempt('apt-cache', ['policy', name]);
  return { version: /Candidate: (\d\S*)/.exec(stdout)?.[1] ?? null, isFresh };
}

let listsAreFresh = false;

/** Fetches the lists of packages, once a run; gives whether all could be had. */
async function updateLists() {
  for (let tries = 0; !listsAreFresh && tries < TRIES; tries++) {
    // Without the option, lists that could not be fetched are a warning.
    listsAreFresh = (await apt(['update', '-o', 'APT::Update::Error-Mode=any'])).code === 0;
  }
  return listsAreFresh;
}

/** @param {string[]} args */
async function apt(args) {
  const patient = ['-q', '-o', `DPkg::Lock::Timeout=${LOCK_WAIT_MAX_S}`, ...args];
  const env = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  // The lock of the package lists has no time-out of its own.
  for (let waited_s = 0; ; waited_s += LOCK_RETRY_S) {
    const result = await attempt('apt-get', patient, { env });
    const locked = /Could not get lock|Unable to lock/.test(result.output);
    if (result.code === 0 || !locked || waited_s >= LOCK_WAIT_MAX_S) return result;
    await sleep(LOCK_RETRY_S * 1000);
  }
}
