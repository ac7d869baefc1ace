// In: a zipped extension. Out: what the linter of addons.mozilla.org, which is that of `web-ext lint`, has to say of it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../setup.mjs';

interface Message {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
}

type Outcome = Readonly<Record<'errors' | 'warnings' | 'notices', readonly Message[]>>;

/** One line for each error, warning and notice. Throws when the linter itself fails. */
export function lint(path: string): string[] {
  const program = join(ROOT, 'node_modules/addons-linter/bin/addons-linter');
  const { stdout, stderr } = spawnSync(process.execPath, [program, '--output', 'json', path], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (!stdout.trimStart().startsWith('{')) throw new Error(`The linter failed: ${stderr || stdout}`);
  const outcome = JSON.parse(stdout) as Outcome;
  return (['errors', 'warnings', 'notices'] as const).flatMap((kind) => outcome[kind].map(({ code, message, file }) => `${kind.slice(0, -1)} ${code}: ${message} (${file ?? 'manifest.json'})`));
}
