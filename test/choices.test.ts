import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createChoices } from '../lib/choices';
import { createStore, type Store } from '../lib/store';

interface Light {
  readonly on: boolean;
  readonly warm: boolean;
}

const OFF: Light = { on: false, warm: false };
const parse = (stored: unknown): Light => ({ ...OFF, ...(stored as Light | null) });

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a choice', () => {
  it('is shown before it is stored, and stored', async () => {
    const { choices, seen, store } = page();
    const done = choices.choose((now) => ({ ...now, on: true }));
    expect(seen).toEqual([{ on: true, warm: false }]);
    await done;
    expect(await store.load()).toEqual({ on: true, warm: false });
  });

  it('is on its way to storage before it is drawn: the page may be gone in between', () => {
    const done: string[] = [];
    const store = createStore('light', parse);
    const updateAtOnce: typeof store.updateAtOnce = (...change) => {
      done.push('stored');
      return store.updateAtOnce(...change);
    };
    void createChoices({ ...store, updateAtOnce }, OFF, () => void done.push('shown')).choose((now) => ({ ...now, on: true }));
    expect(done).toEqual(['stored', 'shown']);
  });

  it('is not taken back by a loading that was begun before it, so that the next one means what it says', async () => {
    let finish: (value: Light) => void = () => undefined;
    const slow = new Promise<Light>((resolve) => { finish = resolve; });
    let loads = 0;
    const { choices, seen, store } = page((real) => ({ ...real, load: () => (loads++ === 0 ? slow : real.load()) }));
    const loading = choices.load();
    const stored = choices.choose((now) => ({ ...now, on: true }));
    finish(OFF);
    await loading;
    const wanted = !seen.at(-1)!.on;
    await Promise.all([stored, choices.choose((now) => ({ ...now, on: wanted }))]);
    expect(await store.load()).toEqual(OFF);
  });

  it('is never taken back by what is stored of the one before', async () => {
    const { choices, seen } = page();
    await Promise.all([choices.choose((now) => ({ ...now, on: true })), choices.choose((now) => ({ ...now, warm: true }))]);
    expect(seen[0]).toEqual({ on: true, warm: false });
    expect(new Set(seen.slice(1).map((shown) => JSON.stringify(shown)))).toEqual(new Set([JSON.stringify({ on: true, warm: true })]));
  });

  it('that cannot be stored rejects, and what is stored is shown by then', async () => {
    const { choices, seen } = page((real) => ({ ...real, updateAtOnce: () => Promise.reject(new Error('full')) }));
    await expect(choices.choose((now) => ({ ...now, on: true }))).rejects.toThrow('full');
    expect(seen).toEqual([{ on: true, warm: false }, OFF]);
  });
});

it('what another page stores is shown', async () => {
  const { seen, store } = page();
  await store.update((now) => ({ ...now, warm: true }));
  expect(seen).toEqual([{ on: false, warm: true }]);
});

/** A page that shows a light; `change` makes another store of its own. `store` is the unchanged one. */
function page(change: (real: Store<Light>) => Store<Light> = (real) => real) {
  const store = createStore('light', parse);
  const seen: Light[] = [];
  return { store, seen, choices: createChoices(change(store), OFF, (value) => void seen.push(value)) };
}
