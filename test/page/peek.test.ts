// In: a key held and let go. Out: proof of when everything is shown, and no longer.
import { expect, it, vi } from 'vitest';
import { createPeek } from '../../lib/page/peek';

it('ends when the key is let go, though the page keeps that to itself', () => {
  const end = new AbortController();
  const show = vi.fn();
  const peek = createPeek(document, show, end.signal);
  window.addEventListener('keyup', (event) => { event.stopImmediatePropagation(); }, { capture: true, signal: end.signal });
  window.dispatchEvent(new Event('keyup'));
  expect(show).not.toHaveBeenCalled();
  peek.start();
  peek.start();
  window.dispatchEvent(new Event('keyup'));
  expect(show.mock.calls).toEqual([[true], [false]]);
  end.abort();
});

it('ends when the window is left, but not when an element loses the focus to what is shown', () => {
  const end = new AbortController();
  const show = vi.fn();
  const peek = createPeek(document, show, end.signal);
  peek.start();
  document.body.dispatchEvent(new Event('blur'));
  expect(show.mock.calls).toEqual([[true]]);
  window.dispatchEvent(new Event('blur'));
  expect(show.mock.calls).toEqual([[true], [false]]);
  end.abort();
});
