// In: the prompts on a page and how they are marked. Out: a list of them to show and jump to, each with a number that stays its own.
import { hostBit, hostMask } from '../engine/lexicon';
import { readLink } from '../engine/links';
import type { ClassifiedBlock, PromptGroup } from '../engine/types';
import { attribute, findAll, tagOf } from './dom';
import { MAX_LINK, MAX_LISTED, MAX_TITLE, type PromptInfo } from './prompt-info';

export interface PageState {
  readonly groups: readonly PromptGroup[];
  readonly marked: readonly PromptGroup[];
  readonly blocks: readonly ClassifiedBlock[];
  readonly hiding: boolean;
}

export interface Prompts {
  list(state: PageState): PromptInfo[];
  /** The prompt with this number, and where it stands; undefined when the page has taken it away. */
  find(state: Pick<PageState, 'groups' | 'blocks'>, id: number): { readonly group: PromptGroup; readonly place: Element } | undefined;
  /** Shows a prompt whatever the settings say, or leaves it to them again. */
  reveal(group: PromptGroup, on: boolean): void;
  readonly isRevealed: (element: Element) => boolean;
}

/** Where money is given. */
const GIVING = hostBit('donate') | hostBit('payment');

export function createPrompts(): Prompts {
  const ids = new WeakMap<Element, number>();
  const revealed = new WeakSet<Element>();
  let last = 0;

  /** `taken` are the numbers of the prompts before it. */
  function idOf(elements: readonly Element[], taken: Set<number>): number {
    // Any element will do: a prompt may gain or lose some while the page is built, or be one of two that were one.
    const isFree = (id: number | undefined): id is number => id !== undefined && !taken.has(id);
    const id = elements.map((element) => ids.get(element)).find(isFree) ?? ++last;
    for (const element of elements) if (!isFree(ids.get(element))) ids.set(element, id);
    taken.add(id);
    return id;
  }

  const isRevealed = (element: Element) => revealed.has(element);

  return {
    isRevealed,
    list({ groups, marked, blocks, hiding }) {
      const taken = new Set<number>();
      return groups.slice(0, MAX_LISTED).map((group) => ({
        id: idOf(placesOf(group, blocks), taken),
        kind: group.kind,
        title: titleOf(group, blocks),
        words: group.blocks.reduce((sum, index) => sum + (blocks[index]?.words ?? 0), 0),
        state: !marked.includes(group) ? 'shown' : hiding && !group.elements.some(isRevealed) ? 'hidden' : 'outlined',
        sure: group.hide,
        link: group.kind === 'fundraising' ? givingLink(group) : '',
      }));
    },
    find({ groups, blocks }, id) {
      for (const group of groups) {
        const places = placesOf(group, blocks);
        if (places[0] && places.some((element) => ids.get(element) === id)) return { group, place: places[0] };
      }
      return undefined;
    },
    reveal({ elements }, on) {
      for (const element of elements) {
        if (on) revealed.add(element);
        else revealed.delete(element);
      }
    },
  };
}

/** What it can be told by: its elements, or those of its blocks where the reader's rules have left it none that holds nothing else. */
function placesOf({ elements, blocks: own }: PromptGroup, blocks: readonly ClassifiedBlock[]): readonly Element[] {
  return elements.length > 0 ? elements : own.flatMap((index) => blocks[index]?.element ?? []);
}

/** Its heading, where it has one, else its first words. */
function titleOf(group: PromptGroup, blocks: readonly ClassifiedBlock[]): string {
  const own = group.blocks.flatMap((index) => blocks[index] ?? []).filter(({ text }) => text.trim() !== '');
  const first = own.find(({ element }) => /^h[1-6]$/.test(tagOf(element))) ?? own[0];
  const text = first?.text.trim().replace(/\s+/g, ' ') ?? '';
  return text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE - 1).trimEnd()}…` : text;
}

function givingLink({ elements }: PromptGroup): string {
  const links = elements.flatMap((element) => [element, ...findAll(element, 'a[href]')]).flatMap((element) => addressOf(element) ?? []);
  const best = links.find(({ hostname }) => (hostMask(readLink(`//${hostname}/`).host) & GIVING) !== 0) ?? links[0];
  return best && best.href.length <= MAX_LINK ? best.href : '';
}

/** A link that leads to another page. */
function addressOf(element: Element): URL | undefined {
  const href = attribute(element, 'href');
  if (href === null || href.startsWith('#')) return undefined;
  try {
    const url = new URL(href, element.baseURI);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
  } catch {
    return undefined;
  }
}
