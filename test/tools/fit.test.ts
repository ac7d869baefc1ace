// In: made-up rows. Out: proof that trees grown in threads are those grown in one, and stand in the order asked for.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('grows the same trees in threads as in one, each from its own rows', () => {
  const printed = execFileSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'fit-both-ways.ts')], { encoding: 'utf8' });
  const [here, there] = JSON.parse(printed) as unknown[][];
  expect(new Set(here!.map((forest) => JSON.stringify(forest))).size).toBe(3);
  expect(there).toEqual(here);
});
