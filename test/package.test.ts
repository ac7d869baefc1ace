// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly engines?: { readonly node?: string };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'dependencies' | 'devDependencies' | 'overrides', Record<string, string>>;
const direct = { ...manifest.dependencies, ...manifest.devDependencies };
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

describe('the dependencies', () => {
  it('are pinned', () => {
    expect(Object.keys(direct).length).toBeGreaterThan(15);
    const loose = Object.entries({ ...direct, ...manifest.overrides }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  it('are each told of in docs/dependencies.md, with their licence and the reason, and no others are', () => {
    const rows = readFileSync('docs/dependencies.md', 'utf8').matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]*) \|$/gm);
    const told = Array.from(rows, ([, name, licence, reason]) => ({ name: name!, licence, reason: reason! }));
    expect(Object.keys(direct).filter((name) => !told.some((one) => one.name === name))).toEqual([]);
    for (const { name, licence, reason } of told) {
      expect(lock.packages[`node_modules/${name}`]?.license, name).toBe(licence);
      expect(reason.length, name).toBeGreaterThan(3);
    }
  });

  it('may all be used, changed and passed on by anybody', () => {
    const free = /\b(MIT|ISC|0BSD|BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Python-2\.0)\b/;
    // Two that say it in an old form, which npm does not carry over: both are MIT.
    const old = ['node_modules/is-relative', 'node_modules/os-shim'];
    expect(packages.filter(([path, { license }]) => !free.test(license ?? '') && !old.includes(path)).map(([path]) => path)).toEqual([]);
  });
});
