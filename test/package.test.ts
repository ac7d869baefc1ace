// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly engines?: { readonly node?: string };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

describe('package-lock.json', () => {
  it('names no host but the public registry', () => {
    expect(packages.length).toBeGreaterThan(100);
    const elsewhere = packages.filter(([, { resolved }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'));
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  it('holds the checksum of every package', () => {
    expect(packages.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  });

  it('holds no package that leaves out Node 20', () => {
    const tooNew = packages.filter(([, { engines }]) => /^\s*(>=|\^|~)?\s*2[1-9]/.test(engines?.node ?? ''));
    expect(tooNew.map(([path, { engines }]) => `${path} ${engines!.node!}`)).toEqual([]);
  });
});
