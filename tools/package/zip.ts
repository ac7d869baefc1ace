// In: files by path. Out: a zip of them that depends on nothing else: not on the clock, the zone, the system or the order they came in.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Contents by path, with slashes on every system. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** The oldest time a zip can hold. In local parts, since that is how zips keep it. */
const MTIME = new Date(1980, 0, 1);
/** Unix; and a plain file that everybody may read, its owner write. */
const ATTRIBUTES = { os: 3, attrs: (0o100644 << 16) >>> 0 } as const;

export function zip(files: Files): Uint8Array {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: Zippable = Object.fromEntries(sorted.map(([path, bytes]) => [path, [bytes, { mtime: MTIME, level: 9, ...ATTRIBUTES }]]));
  return zipSync(entries);
}

/** All files at or below `path`, by their path from `root`. */
export function readFiles(root: string, path = '.'): Files {
  const found: Record<string, Uint8Array> = {};
  const visit = (at: string) => {
    for (const entry of readdirSync(join(root, at), { withFileTypes: true })) {
      const below = posix.join(at, entry.name);
      if (entry.isDirectory()) visit(below);
      else found[below] = readFileSync(join(root, below));
    }
  };
  visit(path);
  return found;
}
