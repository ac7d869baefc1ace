// In: a machine with Node and npm. Out: the packages installed and browsers found, or one line that says what is missing.
// Runs before node_modules exist, so it uses nothing but Node's own modules.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, findFirefox } from './browsers.mjs';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const BROWSERS = {
  chromium: {
    find: findChromium,
    debian: 'chromium',
    variable: 'UNPITCH_CHROMIUM',
    missing:
      'No Chromium found. Install Chromium (Debian and Ubuntu: "sudo apt-get install chromium") or Chrome for Testing ("npx --no-install browsers install chrome@stable --path .cache" prints its path), or name its program in UNPITCH_CHROMIUM. Google Chrome itself no longer loads unpacked extensions this way.',
  },
  firefox: {
    find: findFirefox,
    debian: 'firefox-esr',
    variable: 'UNPITCH_FIREFOX',
    missing:
      'No Firefox found. Install Firefox 140 or newer (Debian: "sudo apt-get install firefox-esr") or name its program in UNPITCH_FIREFOX.',
  },
};

/** An error whose message is all that the user needs to see. */
export class PlainError extends Error {
  name = 'PlainError';
}

/** Checks Node and installs the packages of package-lock.json where they are missing or others. */
export function setUpPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (!(major > 20 || (major === 20 && minor >= 20))) {
    throw new PlainError(`Unpitch needs Node 20.20 or newer; this is Node ${process.versions.node}.`);
  }
  if (packagesAreCurrent()) return;
  console.log('Installing packages …');
  run('npm', ['ci', '--no-audit', '--no-fund'], 'The packages could not be installed.');
}

/** Whether node_modules holds what package-lock.json says. By versions, not by dates: a checkout renews those. */
function packagesAreCurrent() {
  const installedLock = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = readPackages(join(ROOT, 'package-lock.json'));
  const installed = readPackages(installedLock);
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    // Optional packages are for other systems where they are missing; the entry without a path is the project itself.
    path === '' || (installed[path] ? installed[path].version === version : optional),
  );
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

/**
 * Path of a browser; installs it from Debian's packages where this process may.
 * @param {'chromium' | 'firefox'} name
 * @returns {string}
 */
export function setUpBrowser(name) {
  const { find, debian, variable, missing } = BROWSERS[name];
  const named = process.env[variable];
  if (named && !find()) throw new PlainError(`${variable} names no program: ${named}`);
  const found = find() ?? (installFromDebian(debian) ? find() : undefined);
  if (!found) throw new PlainError(missing);
  return found;
}

/** Writes .output/chrome-mv3 and .output/firefox-mv3. */
export function build() {
  console.log('Building the extension …');
  run('npm', ['run', '--silent', 'build'], 'The extension could not be built.', 'pipe');
}

/** @param {string} name */
function installFromDebian(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  // Package lists may be missing or old; a failure to renew them need not mean that the package cannot be had.
  apt('update');
  return apt('install', '-y', '--no-install-recommends', name);
}

/**
 * Runs a command in the project; on failure shows what it said and throws.
 * @param {string} command
 * @param {string[]} args
 * @param {string} failure
 * @param {'inherit' | 'pipe'} [output]
 */
function run(command, args, failure, output = 'inherit') {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', output, output],
    // npm is a script on Windows, which only a shell can start.
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
  throw new PlainError(failure);
}
