// Modules named *.baked.ts in, what they export as plain values out: what can be worked out at build time neither ships nor runs in every page.

import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const BAKED = /\.baked\.ts$/;

/** For Vite. Such a module must export JSON values only, and read nothing but what it imports. */
export function bake(): Plugin {
  return {
    name: 'unpitch:bake',
    enforce: 'pre',
    async load(id) {
      if (!BAKED.test(id)) return null;
      const { outputFiles, metafile } = await build({ entryPoints: [id], bundle: true, write: false, format: 'esm', charset: 'utf8', logLevel: 'error', metafile: true });
      for (const input of Object.keys(metafile.inputs)) this.addWatchFile(resolve(input));
      const values = (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`)) as Record<string, unknown>;
      return Object.entries(values).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n');
    },
  };
}
