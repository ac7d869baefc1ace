import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { buildFolder } from '../../tools/browser';

interface Manifest {
  readonly manifest_version: number;
  readonly name: string;
  readonly description: string;
  readonly default_locale: string;
  readonly permissions: string[];
  readonly host_permissions?: string[];
  readonly optional_permissions?: string[];
  readonly web_accessible_resources?: unknown[];
  readonly externally_connectable?: unknown;
  readonly icons: Record<string, string>;
  readonly content_security_policy: { readonly extension_pages: string };
  readonly content_scripts: { readonly matches: string[]; readonly run_at: string; readonly all_frames?: boolean; readonly css: string[] }[];
  readonly browser_specific_settings?: {
    readonly gecko: { readonly id: string; readonly strict_min_version: string; readonly data_collection_permissions: { required: string[] } };
    readonly gecko_android: { readonly strict_min_version: string };
  };
}

describe.each(inject('browsers'))('the package for %s', (name) => {
  const folder = buildFolder(name);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

  it('asks for storage, a place in the context menu, the tab it is called on and the pages its script runs on, and for nothing else', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual(['storage', 'contextMenus', 'activeTab']);
    expect(manifest.content_scripts.map(({ matches, run_at }) => ({ matches, run_at }))).toEqual([
      { matches: ['http://*/*', 'https://*/*'], run_at: 'document_start' },
    ]);
    for (const more of ['host_permissions', 'optional_permissions', 'web_accessible_resources', 'externally_connectable'] as const) {
      expect(manifest[more], more).toBeUndefined();
    }
  });

  it('lets its own pages load nothing from outside', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/https?:|unsafe|\*/);
  });

  it('has its name and description in the texts, and its icons and style sheets as files', () => {
    const texts = JSON.parse(readFileSync(join(folder, '_locales', manifest.default_locale, 'messages.json'), 'utf8')) as object;
    for (const text of [manifest.name, manifest.description]) {
      expect(texts).toHaveProperty(/^__MSG_(\w+)__$/.exec(text)![1]!);
    }
    const files = [...Object.values(manifest.icons), ...manifest.content_scripts.flatMap(({ css }) => css)];
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) expect(existsSync(join(folder, file)), file).toBe(true);
  });

  it('tells Firefox who it is, and that it collects nothing', () => {
    const settings = manifest.browser_specific_settings;
    if (name === 'chromium') {
      expect(settings).toBeUndefined();
      return;
    }
    expect(settings!.gecko.id).toMatch(/^[\w.-]+@[\w.-]+$/);
    expect(settings!.gecko.data_collection_permissions).toEqual({ required: ['none'] });
    expect(settings!.gecko.strict_min_version).toMatch(/^\d+\.\d+$/);
    expect(settings!.gecko_android.strict_min_version).toMatch(/^\d+\.\d+$/);
  });
});
