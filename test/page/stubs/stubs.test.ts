import { afterEach, expect, it, vi } from 'vitest';
import { createStubs, type Stub } from '../../../lib/page/stubs';
import { fakeSay } from '../fake-desk';

afterEach(() => {
  vi.restoreAllMocks();
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
