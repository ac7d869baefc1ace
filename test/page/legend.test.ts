import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createLegend, LEGEND_TAG } from '../../lib/page/legend';

const TEXTS = {
  title: 'Found',
  close: 'Close',
  unsure: 'Dashed: not sure',
  kinds: { fundraising: 'Fundraising', newsletter: 'Newsletters', promo: 'Promos' },
  language: 'en',
  direction: 'ltr' as const,
};
const host = () => document.querySelector(LEGEND_TAG);

/** A closed shadow root cannot be reached from outside, which is the point; so it is caught as it is made. */
function legendWithRoot() {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const legend = createLegend(document, TEXTS);
  return { legend, root: () => attach.mock.results.at(-1)!.value as ShadowRoot, attach };
}

beforeEach(() => {
  host()?.remove();
});

describe('legend', () => {
  it('lists the kinds on the page with their numbers, in a closed shadow root', () => {
    const { legend, root, attach } = legendWithRoot();
    legend.show({ counts: { fundraising: 1, newsletter: 0, promo: 12 }, unsure: false, palette: 'calm' as const });
    expect(attach).toHaveBeenCalledWith({ mode: 'closed' });
    expect(host()!.parentElement).toBe(document.documentElement);
    expect(Array.from(root().querySelectorAll('li'), (row) => row.textContent)).toEqual(['Fundraising1', 'Promos12']);
    expect(root().textContent).not.toContain('Dashed');
    // In its own language, whatever the page's is.
    expect(root().querySelector('section')).toMatchObject({ lang: 'en', dir: 'ltr' });
  });

  it('explains dashed outlines when there are some', () => {
    const { legend, root } = legendWithRoot();
    legend.show({ counts: { fundraising: 1, newsletter: 0, promo: 0 }, unsure: true, palette: 'calm' as const });
    expect(root().textContent).toContain('Dashed: not sure');
  });

  it('is not there when there is nothing to explain', () => {
    const { legend } = legendWithRoot();
    legend.show({ counts: { fundraising: 1, newsletter: 0, promo: 0 }, unsure: false, palette: 'calm' as const });
    legend.show({ counts: { fundraising: 0, newsletter: 0, promo: 0 }, unsure: false, palette: 'calm' as const });
    expect(host()).toBeNull();
  });

  it('is the same under the reader, whatever it counts', () => {
    const { legend, root } = legendWithRoot();
    const entries = { counts: { fundraising: 1, newsletter: 0, promo: 0 }, unsure: false, palette: 'calm' as const };
    legend.show(entries);
    const close = root().querySelector('button')!;
    close.focus();
    legend.show({ ...entries, counts: { fundraising: 2, newsletter: 1, promo: 0 }, unsure: true });
    expect(root().querySelector('button')).toBe(close);
    expect(root().activeElement).toBe(close);
    expect(Array.from(root().querySelectorAll('li'), (row) => row.textContent)).toEqual(['Fundraising2', 'Newsletters1']);
    legend.show(entries);
    expect(root().textContent).not.toContain('Dashed');
  });

  it('stays closed once the reader has closed it', () => {
    const { legend, root } = legendWithRoot();
    const entries = { counts: { fundraising: 1, newsletter: 0, promo: 0 }, unsure: false, palette: 'calm' as const };
    legend.show(entries);
    const press = (isTrusted: boolean) => root().querySelector('button')!.dispatchEvent(Object.assign(new Event('click'), { isTrusted }));
    press(false);
    expect(host()).not.toBeNull();
    press(true);
    expect(host()).toBeNull();
    legend.show(entries);
    expect(host()).toBeNull();
  });
});
