// In: a seed and pages. Out: as many broken documents as asked for, each checked; the same ones for the same seed.
import { generator } from '../random';
import { check, storyLength, type Outcome } from './check';
import { mutate } from './mutate';
import type { FuzzPage } from './pages';

export interface Tried extends Outcome {
  readonly index: number;
  readonly page: string;
  readonly mutations: readonly string[];
  /** The document as it was checked. */
  html(): string;
}

/** Document `index` of a seed; by itself it is the same as in the whole run. */
export function tryOne(pages: readonly FuzzPage[], seed: number, index: number): Tried {
  const page = pages[index % pages.length]!;
  const random = generator(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const document = new DOMParser().parseFromString(page.html(), 'text/html');
  const length = storyLength(document, page.isStory);
  const mutations = mutate(document, random);
  const tried = { index, page: page.name, mutations, html: () => document.documentElement.outerHTML };
  try {
    return { ...tried, ...check(document, length > 0 ? { isStory: page.isStory, length } : undefined) };
  } catch (error) {
    return { ...tried, broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)], isArticle: false, hiddenShare: undefined };
  }
}
