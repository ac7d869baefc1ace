// In: a classification and the page's settings. Out: which element gets which mark. Pure; touches nothing.
import { KINDS, type Kind, type MixedElement, type PromptGroup } from '../engine/types';
import { PALETTES, type Palette } from '../settings';
import type { PageSettings } from '../sites';
import { holds, isEditable } from './dom';

/** What the mark attribute says of an element; `page.css` gives each value its look. `unlocked` is for root and body alone. */
export type MarkValue = 'hidden' | 'unlocked' | `${Kind}${'' | ` ${Exclude<Palette, 'calm'>}`}${'' | ' unsure'}`;

/** All of them: what else stands in the attribute is the page's. */
export const MARK_VALUES: ReadonlySet<string> = new Set<MarkValue>([
  'hidden',
  'unlocked',
  ...KINDS.flatMap((kind) => PALETTES.flatMap((palette) => [outline(kind, palette, true), outline(kind, palette, false)])),
]);

export interface Plan {
  readonly marks: ReadonlyMap<Element, MarkValue>;
  /** The prompts that at least one of the marks belongs to. */
  readonly groups: readonly PromptGroup[];
}

/** Hide takes the sure prompts; Highlight shows the unsure ones too, told apart. What the reader asked to see is outlined in both. */
export function planMarks(
  groups: readonly PromptGroup[],
  mixed: readonly MixedElement[],
  { mode, kinds, palette }: Pick<PageSettings, 'mode' | 'kinds' | 'palette'>,
  isRevealed: (element: Element) => boolean = () => false,
): Plan {
  const marks = new Map<Element, MarkValue>();
  const marked = groups.filter((group) => {
    if (mode === 'off' || !kinds[group.kind] || (mode === 'hide' && !group.hide)) return false;
    // Nobody's draft may vanish, whatever it says.
    const elements = group.elements.filter((element) => !isEditable(element));
    const shownAs = elements.some(isRevealed) ? 'highlight' : mode;
    for (const element of elements) marks.set(element, valueFor(group, shownAs, palette));
    return elements.length > 0;
  });
  if (mode === 'hide') {
    for (const { element, kinds: inside } of mixed) {
      const holdsRevealed = groups.some(({ elements }) => elements.some((one) => isRevealed(one) && holds(element, one)));
      if (inside.every((kind) => kinds[kind]) && !isEditable(element) && !holdsRevealed) marks.set(element, 'hidden');
    }
  }
  return { marks, groups: marked };
}

function valueFor(group: PromptGroup, mode: 'highlight' | 'hide', palette: Palette): MarkValue {
  return mode === 'hide' ? 'hidden' : outline(group.kind, palette, group.hide);
}

function outline(kind: Kind, palette: Palette, isSure: boolean): MarkValue {
  const colours = palette === 'calm' ? '' : (` ${palette}` as const);
  return `${kind}${colours}${isSure ? '' : ' unsure'}`;
}
