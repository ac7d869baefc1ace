import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMarker, MARK } from '../../lib/page/mark';
import type { MarkValue } from '../../lib/page/plan';

const PAGE = '<p id="a" style="color:  red">A</p><p id="b" data-unpitch="mine">B</p><form id="c"><input name="setAttribute"><input name="style"></form>';
const html = () => document.documentElement.outerHTML;
const at = (id: string) => document.querySelector(`[id="${id}"]`)!;

beforeEach(() => {
  // Stands for the style sheet of the manifest.
  document.head.innerHTML = '<style>[data-unpitch="hidden"] { display: none !important }</style>';
  document.body.innerHTML = PAGE;
});

describe('marker', () => {
  it('writes marks and takes them off, leaving the page as it was', () => {
    const before = html();
    const marker = createMarker(document);
    marker.apply(new Map([[at('a'), 'hidden'], [at('b'), 'promo'], [at('c'), 'newsletter unsure']]));
    expect([...document.querySelectorAll(`[${MARK}]`)].map((element) => element.getAttribute(MARK))).toEqual([
      'hidden',
      'promo',
      'newsletter unsure',
    ]);
    marker.clear();
    expect(html()).toBe(before);
  });

  it('changes only what differs from the marks before', () => {
    const before = html();
    const marker = createMarker(document);
    marker.apply(new Map([[at('a'), 'hidden'], [at('b'), 'hidden']]));
    marker.apply(new Map([[at('a'), 'promo']]));
    expect(at('a').getAttribute(MARK)).toBe('promo');
    expect(at('b').getAttribute(MARK)).toBe('mine');
    marker.apply(new Map());
    expect(html()).toBe(before);
  });

  it('puts the page back after any sequence of marks', () => {
    const values = fc.constantFrom<MarkValue>('hidden', 'fundraising', 'newsletter unsure', 'promo');
    const marks = fc.dictionary(fc.constantFrom('a', 'b', 'c'), values);
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 6 }), (sequence) => {
        const before = html();
        const marker = createMarker(document);
        for (const step of sequence) {
          marker.apply(new Map(Object.entries(step).map(([id, value]) => [at(id), value])));
        }
        marker.clear();
        expect(html()).toBe(before);
      }),
    );
  });

  it('writes a mark again that the page removed', () => {
    const marker = createMarker(document);
    marker.apply(new Map([[at('a'), 'hidden']]));
    at('a').removeAttribute(MARK);
    marker.repair(at('a'));
    expect(at('a').getAttribute(MARK)).toBe('hidden');
  });

  it('gives in to a page that keeps removing it, and never marks that element again', () => {
    const marker = createMarker(document);
    const marks = new Map<Element, MarkValue>([[at('a'), 'hidden']]);
    marker.apply(marks);
    let fights = 0;
    while (at('a').hasAttribute(MARK) && fights < 100) {
      at('a').removeAttribute(MARK);
      marker.repair(at('a'));
      fights++;
    }
    expect(fights).toBeLessThan(20);
    marker.apply(marks);
    expect(at('a').hasAttribute(MARK)).toBe(false);
  });

  it('leaves a value that the page wrote over a mark', () => {
    const marker = createMarker(document);
    marker.apply(new Map([[at('a'), 'hidden']]));
    at('a').setAttribute(MARK, 'theirs');
    marker.clear();
    expect(at('a').getAttribute(MARK)).toBe('theirs');
  });

  it('restores an element that has been taken off the page', () => {
    const marker = createMarker(document);
    const a = at('a');
    marker.apply(new Map([[a, 'hidden']]));
    a.remove();
    marker.clear();
    expect(a.hasAttribute(MARK)).toBe(false);
  });
});

describe('an element whose own styles outrank the style sheet', () => {
  beforeEach(() => {
    document.body.innerHTML = '<p id="a" style="display:  block  !important;color:red">A</p><p id="b">B</p>';
  });

  it('is hidden all the same, and put back to the letter', () => {
    const before = html();
    const marker = createMarker(document);
    marker.apply(new Map([[at('a'), 'hidden'], [at('b'), 'hidden']]));
    expect(getComputedStyle(at('a')).display).toBe('none');
    expect(at('b').hasAttribute('style')).toBe(false);
    marker.clear();
    expect(html()).toBe(before);
  });

  it('keeps what the page writes to its styles meanwhile', () => {
    const marker = createMarker(document);
    marker.apply(new Map([[at('a'), 'hidden']]));
    (at('a') as HTMLElement).style.setProperty('color', 'blue');
    marker.clear();
    const { style } = at('a') as HTMLElement;
    expect([style.display, style.getPropertyPriority('display'), style.color]).toEqual(['block', 'important', 'blue']);
  });
});
