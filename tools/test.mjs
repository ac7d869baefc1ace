// In: a machine with Node and npm. Out: every suite run, one closing line, exit code 0 only if nothing failed or was missing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError, ROOT, setUpBrowser, setUpPackages } from './setup.mjs';

const reports = mkdtempSync(join(tmpdir(), 'unpitch-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

try {
  setUpPackages();
  step('types', 'npm', ['run', '--silent', 'types']);
  step('lint', 'npm', ['run', '--silent', 'lint']);
  suite('unit tests', []);
  if (step('build', 'npm', ['run', '--silent', 'build'])) {
    for (const browser of ['chromium', 'firefox']) browserSuite(browser);
  } else {
    // Nothing to load into a browser: as bad as a failing suite, and not to be mistaken for a passing one.
    total.failed += 2;
  }
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  console.error(error.message);
  total.failed++;
} finally {
  rmSync(reports, { recursive: true, force: true });
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** @param {'chromium' | 'firefox'} browser */
function browserSuite(browser) {
  try {
    setUpBrowser(browser);
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(`\n${error.message}`);
    total.failed++;
    return;
  }
  suite(`packaged extension in ${browser}`, ['--config', 'vitest.browser.config.ts'], { UNPITCH_BROWSERS: browser });
}

/** A check that passes or fails as a whole. */
function step(title, command, args) {
  const ok = show(title, command, args);
  total[ok ? 'passed' : 'failed']++;
  return ok;
}

/** A run of Vitest; its tests are counted one by one. */
function suite(title, args, env = {}) {
  const report = join(reports, `${title.replaceAll(' ', '-')}.json`);
  const vitest = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // Without a shell, which would take a path with a space in it for two.
  const ok = show(title, process.execPath, vitest, env);
  const counts = readCounts(report);
  total.passed += counts.passed;
  total.skipped += counts.skipped;
  // A file that could not even be loaded has no tests to fail.
  total.failed += Math.max(counts.failed, ok ? 0 : 1);
}

function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

function show(title, command, args, env = {}) {
  console.log(`\n=== ${title}`);
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    // npm is a script on Windows, which only a shell can start.
    shell: process.platform === 'win32' && command === 'npm',
  });
  return status === 0;
}
