import { afterEach, expect, it, vi } from 'vitest';
import { createToast } from '../../lib/page/ui/toast';
import { fakeSay } from './fake-desk';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('a message comes into its region when that is known, stays while it is read, and goes by itself', () => {
  vi.useFakeTimers();
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  const toast = createToast(document, fakeSay);
  toast.show('Hidden');
  const region = (attach.mock.results[0]!.value as ShadowRoot).querySelector('[role=status]')!;
  expect(region.textContent).toBe('');
  vi.advanceTimersByTime(100);
  expect(region.textContent).toBe('Hidden');
  vi.advanceTimersByTime(9000);
  expect(document.querySelector('unpitch-toast')).not.toBeNull();
  vi.advanceTimersByTime(2000);
  expect(document.querySelector('unpitch-toast')).toBeNull();
});

it('gives the focus back when it is closed, and keeps it when another message takes its place', () => {
  document.body.innerHTML = '<button id="page">Page</button>';
  const page = document.querySelector<HTMLElement>('#page')!;
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  const root = () => attach.mock.results.at(-1)!.value as ShadowRoot;
  const toast = createToast(document, fakeSay);
  page.focus();
  toast.show('Hidden');
  expect(document.activeElement).toBe(page);
  root().querySelector('button')!.focus();
  root().querySelector('button')!.dispatchEvent(new FocusEvent('focusin', { relatedTarget: page, bubbles: true }));
  toast.show('Not saved', { name: 'Undo', act: () => undefined });
  expect(root().activeElement?.textContent).toBe('Undo');
  toast.remove();
  expect(document.activeElement).toBe(page);
});

it('one that is closed at once comes back no more', () => {
  vi.useFakeTimers();
  const toast = createToast(document, fakeSay);
  toast.show('Hidden');
  toast.remove();
  vi.advanceTimersByTime(20_000);
  expect(document.querySelector('unpitch-toast')).toBeNull();
});
