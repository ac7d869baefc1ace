// The words the whole project shares: labels, kinds, and what classify() returns.

/** Every block carries exactly one of these. */
export const LABELS = ['article', 'fundraising', 'newsletter', 'promo', 'other'] as const;
export type Label = (typeof LABELS)[number];

/** The labels a reader may want out of the way. */
export const KINDS = ['fundraising', 'newsletter', 'promo'] as const satisfies readonly Label[];
export type Kind = (typeof KINDS)[number];

export const isKind = (label: Label): label is Kind => (KINDS as readonly Label[]).includes(label);

/** An object with a value for each of `keys`. */
export function recordOf<K extends string, V>(keys: readonly K[], value: (key: K, index: number) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Record<K, V>;
}

/** Named evidence. `weight` is its share of the log-odds of the block's label; positive speaks for the label. */
export interface Reason {
  readonly feature: string;
  /** What the feature measured on the block, in its own scale; 0 mostly says that something is not there. */
  readonly value: number;
  readonly weight: number;
}

/** A classified block. `reasons` is computed on first access, strongest first. */
export interface ClassifiedBlock {
  readonly element: Element;
  readonly label: Label;
  /** Calibrated probability (0..1) that `label` is right. */
  readonly confidence: number;
  readonly reasons: readonly Reason[];
  /** First words of the block's text, at most 120 characters. */
  readonly text: string;
  /** Number of words (for unspaced scripts an estimate from characters). */
  readonly words: number;
}

/** One prompt: consecutive blocks of one kind and the elements that hold them and nothing else. */
export interface PromptGroup {
  readonly kind: Kind;
  /** Indices into `blocks`, ascending. */
  readonly blocks: readonly number[];
  /** Topmost elements that can be hidden without hiding article or other text; disjoint, in document order. */
  readonly elements: readonly Element[];
  /** Lowest to highest trust 0..1: word-weighted mean of its blocks' confidence. */
  readonly confidence: number;
  /** False when the engine is not sure enough to hide it (it is still reported and may be highlighted). */
  readonly hide: boolean;
}

/** The topmost element around prompts of several kinds and nothing else: to be hidden when all its kinds are. */
export interface MixedElement {
  readonly element: Element;
  readonly kinds: readonly Kind[];
}

export interface Classification {
  /** False for home pages, search results, shops, web mail, docs: leave such a page alone. */
  readonly isArticle: boolean;
  /** Probability (0..1) behind `isArticle`. */
  readonly articleConfidence: number;
  /** Primary language subtag found ('fr'), or '' when unknown. */
  readonly language: string;
  readonly blocks: readonly ClassifiedBlock[];
  /** Empty when the page is no article, or when it looks misread as a whole. */
  readonly groups: readonly PromptGroup[];
  /** Containers that would be left as empty boxes if only the elements of their groups were hidden. */
  readonly mixed: readonly MixedElement[];
}

export interface ClassifyOptions {
  /** Address of the page when `document` was not loaded from it (saved pages, tests). */
  readonly url?: string;
  /** Classify even when the gate says it is no article page. */
  readonly force?: boolean;
  /** The page that `document` stands in as a frame: it knows by what name the publication goes. */
  readonly around?: Document;
}
