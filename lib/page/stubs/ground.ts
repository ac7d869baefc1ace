// In: an element. Out: whether what it lies on is dark, whichever scheme the reader's system has. Reads only.
import { parentOf, rootOf } from '../dom';

/** Below this relative luminance (WCAG 2) white contrasts more than black does: sqrt(1.05 × 0.05) − 0.05. */
const MIDDLE = 0.179;

export function liesOnDark(element: Element): boolean {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    const dark = isDark(getComputedStyle(at).backgroundColor);
    if (dark !== undefined) return dark;
  }
  // Where a page paints nothing, the browser does, in a scheme that the page says it can have.
  const root = rootOf(element.ownerDocument);
  const schemes = root ? getComputedStyle(root).colorScheme : '';
  return /\bdark\b/.test(schemes) && (!/\blight\b/.test(schemes) || matchMedia('(prefers-color-scheme: dark)').matches);
}

/** Undefined where one sees through to what is behind, and of colours that are not written as red, green and blue. */
export function isDark(colour: string): boolean | undefined {
  const [, inner] = /^rgba?\((.+)\)$/.exec(colour) ?? [];
  const [red, green, blue, alpha = 1] = (inner?.match(/[\d.]+/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return undefined;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) < MIDDLE;
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
