// In: what tools/train.ts is made of. Out: proof that it can train for features which the model at hand does not know.
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

it('does not read the model it replaces', async () => {
  const { metafile } = await build({ entryPoints: [join(ROOT, 'tools/train.ts')], absWorkingDir: ROOT, bundle: true, write: false, platform: 'node', format: 'esm', packages: 'external', metafile: true, logLevel: 'error' });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toContain('lib/engine/score.ts');
  expect(inputs).not.toContain('lib/engine/model.baked.ts');
});
