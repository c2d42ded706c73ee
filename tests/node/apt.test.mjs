// Set-up by Debian's packages: what fails is tried once more, and then said, with what to do.
import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { installPackages } from '../../scripts/setup/apt.mjs';

/** @type {string} */
let folder;
const { PATH } = process.env;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'limpid-apt-'));
  process.env.PATH = `${folder}:${PATH}`;
});

afterEach(async () => {
  process.env.PATH = PATH;
  await rm(folder, { recursive: true });
});

/** Puts a program in front of the system's own. @param {string} name @param {string} script */
async function program(name, script) {
  await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, name), 0o755);
}

/** The commands that apt-get was given. */
async function commands() {
  const lines = (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n');
  return lines.map((line) => line.split(' ').find((word) => ['update', 'install'].includes(word)));
}

/** An apt-get that writes down its calls and ends as `script` says. @param {string} script */
async function aptGet(script) {
  await program('apt-get', `echo "$@" >> "${folder}/log"\n${script}`);
  await program('dpkg-query', 'exit 1');
}

const posix = { skip: process.platform === 'win32' };

test('an installation that fails once is tried again with fresh lists', posix, async () => {
  await aptGet(`case "$*" in *install*) [ -e "${folder}/tried" ] || { touch "${folder}/tried"; exit 100; };; esac`);
  await installPackages(['a-package']);
  assert.deepEqual((await commands()).slice(-3), ['install', 'update', 'install']);
});

test('one that fails twice is told, with what to do', posix, async () => {
  await aptGet('case "$*" in *install*) echo "404 Not Found"; exit 100;; esac');
  await assert.rejects(installPackages(['a-package'], 'Take another.'), { advice: 'Take another.', output: '404 Not Found\n' });
});

test('a version that old lists name is said to be of old lists', posix, async () => {
  await aptGet('exit 100');
  await program('apt-cache', 'echo "  Candidate: 1.90.0"');
  // The lists of an earlier test count as fresh for the run.
  const { candidateVersion } = /** @type {typeof import('../../scripts/setup/apt.mjs')} */ (
    await import(`${new URL('../../scripts/setup/apt.mjs', import.meta.url)}?new`)
  );
  assert.deepEqual(await candidateVersion('rustc-web'), { version: '1.90.0', isFresh: false });
  assert.deepEqual(await commands(), ['update', 'update']);
});
