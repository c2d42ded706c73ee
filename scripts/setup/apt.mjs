// Debian's packages, where apt-get is there and we are root.
import { setTimeout as sleep } from 'node:timers/promises';
import { attempt, Trouble } from '../steps.mjs';

/** How long another apt-get may keep its lock before we give up, in seconds: a full system upgrade takes minutes. */
const LOCK_WAIT_MAX_S = 600;
const LOCK_RETRY_S = 3;

/** Packages come without their recommendations, and no other package is removed for their sake. */
const INSTALL = ['install', '-y', '--no-install-recommends', '--no-remove'];

export async function aptIsUsable() {
  return process.getuid?.() === 0 && (await attempt('apt-get', ['--version'])).code === 0;
}

/**
 * Installs what is missing of `names`.
 * @param {string[]} names
 */
export async function installPackages(names) {
  const missing = await missingPackages(names);
  if (missing.length === 0) return;
  await updateLists();
  const { code, output } = await apt([...INSTALL, ...missing]);
  if (code === 0) return;
  throw new Trouble(
    `apt-get could not install ${missing.join(' ')}`,
    'Read the output above; apt-get must work by itself first.',
    output,
  );
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
 * The version apt would install, or null. Old lists may know an older one, so they are fetched first.
 * @param {string} name
 */
export async function candidateVersion(name) {
  await updateLists();
  return /Candidate: (\d\S*)/.exec((await attempt('apt-cache', ['policy', name])).stdout)?.[1] ?? null;
}

let listsAreFresh = false;

/** Fetches the lists of packages, once a run. */
async function updateLists() {
  if (!listsAreFresh) await apt(['update']);
  listsAreFresh = true;
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
