// In: the machine. Out: where its Chromium and Firefox are. Only Node built-ins, so that set-up can use it.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Google Chrome is not among them: from version 137 on it ignores --load-extension.
const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome-for-testing', 'chrome-for-testing'];
const FIREFOX = ['firefox-esr', 'firefox'];

const CHROMIUM_APPS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];
const FIREFOX_APPS = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

/** Path of a Chromium that takes unpacked extensions, or undefined. UNPITCH_CHROMIUM names one. */
export function findChromium() {
  return find(process.env.UNPITCH_CHROMIUM, CHROMIUM, CHROMIUM_APPS);
}

/** Path of a Firefox, or undefined. UNPITCH_FIREFOX names one. */
export function findFirefox() {
  return find(process.env.UNPITCH_FIREFOX, FIREFOX, FIREFOX_APPS);
}

/**
 * @param {string | undefined} named
 * @param {string[]} commands
 * @param {string[]} places
 * @returns {string | undefined}
 */
function find(named, commands, places) {
  if (named) return isExecutable(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command + suffix)));
  return [...onPath, ...places].find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    // A folder can be entered, which is the same permission.
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
