import { describe, expect, it } from 'vitest';
import { spread, type Wanted } from '../../../lib/page/stubs/spread';

const stub = (seam: Partial<Wanted> = {}): Wanted => ({ y: 100, left: 0, right: 600, end: 'right', width: 140, height: 20, ...seam });

describe('stubs', () => {
  it('stand at the end of their line, whichever side that is', () => {
    expect(spread([stub(), stub({ y: 300, end: 'left', left: 40 })])).toEqual([{ x: 460, y: 90 }, { x: 40, y: 290 }]);
  });

  it('stand side by side where their prompts were neighbours', () => {
    expect(spread([stub(), stub({ y: 104 }), stub()])).toEqual([{ x: 460, y: 90 }, { x: 317, y: 94 }, { x: 174, y: 90 }]);
    expect(spread([stub({ end: 'left' }), stub({ end: 'left' })])).toEqual([{ x: 0, y: 90 }, { x: 143, y: 90 }]);
  });

  it('stand one below the other where the column is too narrow for two', () => {
    expect(spread([stub({ right: 200 }), stub({ right: 200 }), stub({ right: 200 })])).toEqual([{ x: 60, y: 90 }, { x: 60, y: 113 }, { x: 60, y: 136 }]);
  });

  it('find a place where the column is narrower than one of them', () => {
    expect(spread([stub({ right: 100 }), stub({ right: 100 })])).toEqual([{ x: -40, y: 90 }, { x: -40, y: 113 }]);
  });
});
