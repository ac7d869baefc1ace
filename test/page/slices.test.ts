import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSlices } from '../../lib/page/slices';

let now = 0;
beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** So many steps of so many ms each. */
function* work(steps: number, ms: number): Generator<undefined, string> {
  for (let i = 0; i < steps; i++) {
    now += ms;
    yield;
  }
  return 'done';
}
const events = () => ({ done: vi.fn(), failed: vi.fn(), worked: vi.fn((ms: number) => ms >= 0) });

describe('inSlices', () => {
  it('finishes short work at once', () => {
    const on = events();
    inSlices(work(3, 2), on);
    expect(on.done).toHaveBeenCalledExactlyOnceWith('done');
    expect(on.worked.mock.calls).toEqual([[6]]);
  });

  it('cuts long work, and no slice is longer than one step over its budget', async () => {
    const on = events();
    inSlices(work(40, 5), on);
    expect(on.done).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(on.done).toHaveBeenCalledOnce());
    const slices = on.worked.mock.calls.map(([ms]) => ms);
    expect(Math.max(...slices)).toBeLessThan(50);
    expect(slices.reduce((sum, ms) => sum + ms, 0)).toBe(200);
  });

  it('makes something of the result of long work in a task of its own', async () => {
    const on = events();
    let slice = 0;
    on.worked.mockImplementation(() => {
      slice++;
      void Promise.resolve().then(() => { slice = 0; });
      return true;
    });
    on.done.mockImplementation(() => { expect(slice).toBe(0); });
    inSlices(work(40, 5), on);
    await vi.waitFor(() => expect(on.done).toHaveReturned());
  });

  it('makes nothing of a result when it is told to stop just then', async () => {
    const on = events();
    const end = inSlices(work(40, 5), on);
    on.worked.mockImplementation(() => {
      if (now === 200) end();
      return true;
    });
    await vi.waitFor(() => expect(now).toBe(200));
    await new Promise((done) => setTimeout(done, 20));
    expect(on.done).not.toHaveBeenCalled();
  });

  it('stops when told to, from inside and outside', async () => {
    const on = events();
    on.worked.mockReturnValue(false);
    inSlices(work(40, 5), on);
    const other = events();
    inSlices(work(40, 5), other)();
    const last = events();
    inSlices(work(40, 5), last);
    await vi.waitFor(() => expect(last.done).toHaveBeenCalledOnce());
    expect(on.worked).toHaveBeenCalledOnce();
    expect(other.worked).toHaveBeenCalledOnce();
    expect([...on.done.mock.calls, ...other.done.mock.calls]).toEqual([]);
  });

  it('reports a failure once', () => {
    const on = events();
    inSlices({ next: () => { throw new Error('odd page'); } }, on);
    expect(on.failed).toHaveBeenCalledOnce();
    expect(on.done).not.toHaveBeenCalled();
  });
});
