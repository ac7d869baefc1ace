import { afterEach, describe, expect, it } from 'vitest';
import { compounds, holdOf } from '../../lib/page/names';

afterEach(() => {
  history.replaceState(null, '', '/');
});

describe('a name', () => {
  it.each([
    ['lasting', 'div.newsletter-box'], ['lasting', 'div#text-5'], ['lasting', 'div.bg-gray-500'], ['lasting', 'div.mt-350'], ['lasting', 'div.col-md-6'], ['lasting', 'aside.promo > p.h4'],
    ['built', 'div.css-1qw2e3r'], ['built', 'div.dcr-k008qs'], ['built', 'div.Box_root__a1B2c'], ['built', 'div._box_1ab2c_7'], ['built', 'div#main > p.sc-bdVaJa'],
    ['passing', 'div.post-918'], ['passing', 'div.block-7f3a9c'], ['passing', 'div#block-7f3a9c'], ['passing', 'div.box__918'], ['passing', 'div.item918'], ['passing', 'div#post-918 > p.note'], ['passing', 'div#mt-350'],
  ])('is %s: %s', (hold, selector) => {
    expect(holdOf(selector)).toBe(hold);
  });

  it('is passing that holds what the address of the page ends in', () => {
    history.replaceState(null, '', '/2025/03/night-bus-x7.html');
    for (const selector of ['div.by-night-bus-x7', 'aside#letter-night-bus-x7']) expect(holdOf(selector)).toBe('passing');
    history.replaceState(null, '', '/story/a91');
    expect(holdOf('div.letter-a91')).toBe('passing');
    expect(holdOf('div.story-letter')).toBe('lasting');
    history.replaceState(null, '', '/newsletter/');
    expect(holdOf('div.newsletter')).toBe('lasting');
  });

  it('is used the later the shorter it holds, however much it says', () => {
    document.body.innerHTML = '<div id="post-918" class="letter-block-7f3a9c css-1qw2e3r-letter box letter"></div>';
    expect(compounds(document.body.firstElementChild!)).toEqual([
      'div.letter', 'div.box', 'div.box.letter', 'div.css-1qw2e3r-letter', 'div#post-918', 'div.letter-block-7f3a9c',
    ]);
  });
});
