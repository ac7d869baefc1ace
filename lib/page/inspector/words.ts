// In: a block's reasons, and where it stands. Out: what speaks for its label, in plain words. Pure.
import type { Label, Reason } from '../../engine/types';
import type { Say, TextKey } from '../ui/say';
import { CONCEPTS, CUES, FIELDS, FIXED, LABEL_NAMES, LEVELS, LINKS, NARROW, NEIGHBOURS, SEEN } from './vocabulary';

/** Where a block stands to the story: all its blocks of running text, first to last, in page order. */
export type Place = 'before' | 'inside' | 'after';

export interface Sentence {
  readonly text: string;
  /** Share of the greatest weight, above 0, at most 1. */
  readonly strength: number;
}

const MAX_SENTENCES = 6;
const PLACES = { before: 'whyBeforeStory', inside: 'whyInsideStory', after: 'whyAfterStory' } as const;

/** The strongest reasons, those that say the same counted once. */
export function explain(reasons: readonly Reason[], place: Place, say: Say): Sentence[] {
  const weights = new Map<string, { weight: number; isOwn: boolean }>();
  for (const reason of reasons) {
    const text = sentence(reason, place, say);
    if (text === undefined) continue;
    const known = weights.get(text);
    weights.set(text, { weight: (known?.weight ?? 0) + reason.weight, isOwn: known?.isOwn ?? isOwn(reason) });
  }
  const strongest = [...weights].sort(([, a], [, b]) => b.weight - a.weight).slice(0, MAX_SENTENCES);
  const most = strongest[0]?.[1].weight ?? 1;
  // What the block itself says comes first: it can be checked by looking, what others were taken for cannot.
  return strongest.sort(([, a], [, b]) => Number(b.isOwn) - Number(a.isOwn)).map(([text, { weight }]) => ({ text, strength: weight / most }));
}

/** Evidence of the block itself: not what is missing, and not what other blocks were taken for. */
const isOwn = ({ feature, value }: Reason) => value > 0 && !feature.startsWith('seen.');

function sentence({ feature, value }: Reason, place: Place, say: Say): string | undefined {
  const [family = '', second = '', third = ''] = feature.split('.');
  if (family === 'place') return say(FIXED[feature] ?? PLACES[place]);
  if (family === 'name') return say(value > 0 ? 'whyNamed' : 'whyNotNamed', third) + at(second, say);
  if (family === 'seen') return seen(second, third as Label, value, say);
  if (family === 'link') return links(second, third, value, say);
  if (family === 'field') return isTold(family, third, value) ? found(say(FIELDS[third] ?? 'whyForm'), value, second, say) : undefined;
  const concept = CONCEPTS[second] ?? CUES[second];
  if (concept && family in LEVELS) return found(say(concept), value, family, say);
  if (/^(before|after)\d$/.test(family)) return say('whyNeighbours');
  if (family === 'voice') return found(say(FIXED[feature] ?? FIXED.voice!), value, 'own', say);
  const fixed = FIXED[feature] ?? FIXED[family];
  return fixed && say(fixed);
}

/** What was looked for and where, or that it is missing there: both can speak for a label. */
function found(what: string, value: number, level: string, say: Say): string {
  if (value > 0) return what + at(level, say);
  // What a block lacks may stand in the next one, before the reader's eyes.
  return say('whyNothing', what) + (at(level, say) || ` · ${say('whereItself')}`);
}

const isTold = (family: 'field' | 'link', sort: string, value: number): boolean => value > 0 || !NARROW[family].has(sort);

function at(level: string, say: Say): string {
  const where: TextKey | undefined = LEVELS[level];
  return where ? ` · ${say(where)}` : '';
}

function links(level: string, kind: string, value: number, say: Say): string | undefined {
  // Counts come as log2(1 + n).
  const count = Math.round(2 ** value - 1);
  if (kind === 'article' && count > 0) return say.count('whyStories', count) + at(level, say);
  const what = LINKS[kind];
  if (!what) return say('whyLinkShare') + at(level, say);
  return isTold('link', kind, value) ? found(say(what), value, level, say) : undefined;
}

function seen(where: string, label: Label, value: number, say: Say): string | undefined {
  if (!(label in LABEL_NAMES) || value < 0) return undefined;
  const place = NEIGHBOURS.test(where) ? 'whySeenAround' : (SEEN[where] ?? 'whySeenAround');
  return say(value >= 0.5 ? place : 'whySeenNot', say(LABEL_NAMES[label]));
}
