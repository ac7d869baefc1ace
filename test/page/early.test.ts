import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEarlyHider } from '../../lib/page/early';
import { createMarker, MARK } from '../../lib/page/mark';
import { createMemory } from '../../lib/page/memory';

const MEMORY = createMemory([{ kind: 'newsletter', selector: 'div.signup' }]);
const on = () => true;
const marked = () => Array.from(document.querySelectorAll(`[${MARK}]`), ({ id }) => id);

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<main><div id="known" class="signup">Letters</div><p id="story">Story</p></main>';
});
afterEach(() => {
  vi.useRealTimers();
});

function start(memory = MEMORY) {
  const marker = createMarker(document);
  const expired = vi.fn(() => {
    marker.apply(new Map());
  });
  const early = createEarlyHider(document, marker, () => memory, (element) => element.matches(".kept"), expired);
  return { marker, early, expired };
}

describe('early hiding', () => {
  it('hides what is known, itself or inside of what came', () => {
    const { early, marker } = start();
    early.see([document.querySelector('main')!], on);
    expect(marked()).toEqual(['known']);
    expect([...early.pending]).toEqual([document.getElementById('known')]);
    marker.clear();
  });

  it('gives everything back when no verdict comes within two seconds, and hides no more until one does', () => {
    const { early, expired } = start();
    early.see([document.body], on);
    vi.advanceTimersByTime(1900);
    expect(expired).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(expired).toHaveBeenCalledOnce();
    expect(marked()).toEqual([]);
    early.see([document.body], on);
    expect(marked()).toEqual([]);
    early.settle();
    early.see([document.body], on);
    expect(marked()).toEqual(['known']);
  });

  it('leaves it to the verdict once that has come', () => {
    const { early, expired } = start();
    early.see([document.body], on);
    early.settle();
    vi.advanceTimersByTime(5000);
    expect(expired).not.toHaveBeenCalled();
    expect(early.pending.size).toBe(0);
  });

  it('leaves to a verdict only what was there to be read, and gives the rest another two seconds', () => {
    const { early, expired } = start();
    early.see([document.body], on);
    early.readingBegins();
    document.querySelector('main')!.insertAdjacentHTML('beforeend', '<div id="later" class="signup">Letters</div>');
    early.see([document.getElementById('later')!], on);
    vi.advanceTimersByTime(1500);
    early.judged();
    expect(Array.from(early.pending, ({ id }) => id)).toEqual(['later']);
    vi.advanceTimersByTime(1900);
    expect(expired).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(expired).toHaveBeenCalledOnce();
    expect(early.pending.size).toBe(0);
  });

  it('touches nothing that the reader keeps, and lets go of what they have kept since', () => {
    const { early } = start();
    const known = document.getElementById('known')!;
    known.classList.add('kept');
    early.see([document.body], on);
    expect(marked()).toEqual([]);
    known.classList.remove('kept');
    early.see([document.body], on);
    expect([...early.pending]).toEqual([known]);
    known.classList.add('kept');
    expect([...early.pending]).toEqual([]);
  });

  it('touches no draft', () => {
    document.querySelector('main')!.setAttribute('contenteditable', 'true');
    const { early } = start();
    early.see([document.body], on);
    expect(marked()).toEqual([]);
  });
});
