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
