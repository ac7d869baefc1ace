import { describe, expect, it } from 'vitest';
import { isDark } from '../../../lib/page/stubs/ground';

describe('the ground of a stub', () => {
  it.each([
    ['rgb(255, 255, 255)', false],
    ['rgb(0, 0, 0)', true],
    ['rgb(34, 38, 42)', true],
    ['rgb(255, 0, 0)', false],
    ['rgb(0, 0, 255)', true],
    ['rgba(0, 0, 0, 0.9)', true],
    ['rgba(0, 0, 0, 0)', undefined],
    ['rgba(255, 255, 255, 0.2)', undefined],
    ['transparent', undefined],
    ['oklch(0.2 0 0)', undefined],
    ['', undefined],
  ])('%s', (colour, dark) => {
    expect(isDark(colour)).toBe(dark);
  });
});
