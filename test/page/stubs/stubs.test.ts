import { afterEach, expect, it, vi } from 'vitest';
import { createStubs, type Stub } from '../../../lib/page/stubs';
import { fakeSay } from '../fake-desk';

afterEach(() => {
  vi.restoreAllMocks();
});

it('keep the focus on the prompt it was on, or in its place', () => {
  document.body.innerHTML = '<p>Story</p><p id="a">A</p><p id="b">B</p><p id="c">C</p>';
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  const stubs = createStubs(document, fakeSay, () => undefined);
  const stub = (id: number, element: string, kind: Stub['kind']): Stub => ({ id, kind, element: document.querySelector(element)!, hidden: true, revealed: false });
  const [a, b, c] = [stub(1, '#a', 'fundraising'), stub(2, '#b', 'newsletter'), stub(3, '#c', 'promo')];
  const root = () => attach.mock.results[0]!.value as ShadowRoot;
  const focused = () => root().activeElement?.className;
  stubs.show([b, c]);
  root().querySelector<HTMLElement>('.newsletter')!.focus();
  stubs.show([a, b, c]);
  expect(focused()).toBe('stub newsletter');
  stubs.show([a, c]);
  expect(focused()).toBe('stub promo');
  stubs.show([a]);
  expect(focused()).toBe('stub fundraising');
  stubs.remove();
});

it('say what their prompt is by now, also when the reader has corrected that', () => {
  document.body.innerHTML = '<p>Story</p><p id="box">Sign up</p>';
  const attach = vi.spyOn(HTMLElement.prototype, 'attachShadow');
  const stubs = createStubs(document, fakeSay, () => undefined);
  const stub: Stub = { id: 1, kind: 'newsletter', element: document.querySelector('#box')!, hidden: true, revealed: false };
  const said = () => (attach.mock.results[0]!.value as ShadowRoot).querySelector('.what')!.textContent;
  stubs.show([stub]);
  expect(said()).toContain('stubNewsletter');
  stubs.show([{ ...stub, kind: 'promo' }]);
  expect(said()).toContain('stubPromo');
  stubs.remove();
});
