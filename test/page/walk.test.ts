import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as dom from '../../lib/page/dom';
import { createWalk, type Place } from '../../lib/page/walk';

vi.mock('../../lib/page/dom', { spy: true });

/** Middles of prompts in the window, of which the test says where it has been scrolled to. */
const TOPS = [900, 1000, 2000, 2100];
let scrolled: number;
let now: number;
let end: AbortController;

beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  scrolled = 0;
  end = new AbortController();
  vi.stubGlobal('innerHeight', 600);
  document.body.innerHTML = TOPS.map(() => '<aside></aside>').join('');
  vi.mocked(dom.rectOf).mockImplementation((element) => new DOMRect(0, TOPS[Array.from(document.querySelectorAll('aside')).indexOf(element as HTMLElement)]! - scrolled, 10, 0));
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const places = (): Place[] => Array.from(document.querySelectorAll('aside'), (element, id) => ({ id, element, y: TOPS[id]! - scrolled }));
/** Steps, and scrolls as far as the page goes, at once or after a glide. */
function step(walk: ReturnType<typeof createWalk>, by: 1 | -1): number {
  const next = walk.step(places(), by)!;
  walk.begun();
  return next.id;
}
const rest = (at: number) => {
  scrolled = at;
  window.dispatchEvent(new Event('scrollend'));
};

describe('steps from prompt to prompt', () => {
  it('go on while the page still glides to the last one', () => {
    const walk = createWalk(end.signal);
    expect([1, 1, 1].map(() => step(walk, 1))).toEqual([0, 1, 2]);
    expect([step(walk, -1), step(walk, -1)]).toEqual([1, 0]);
  });

  it('reach prompts near the end of the page, which cannot come to the middle, and begin again after the last', () => {
    const walk = createWalk(end.signal);
    scrolled = 1000;
    expect(step(walk, 1)).toBe(2);
    rest(1200);
    for (const id of [3, 0]) {
      now += 5000;
      expect(step(walk, 1)).toBe(id);
    }
  });

  it('begin where the reader is once they have scrolled by themselves', () => {
    const walk = createWalk(end.signal);
    expect(step(walk, 1)).toBe(0);
    rest(600);
    now += 5000;
    rest(1700);
    expect(step(walk, -1)).toBe(1);
  });
});
