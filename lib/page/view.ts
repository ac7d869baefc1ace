// In: a classification and the page's settings. Out: the page shown accordingly: marks, legend, locks undone, focus given back.
import { KINDS, recordOf, type Classification, type ClassifiedBlock, type Kind, type MixedElement, type PromptGroup } from '../engine/types';
import type { PageSettings } from '../sites';
import { judgeFloating, type Judged } from './floating';
import { createFocusKeeper } from './focus';
import { createLegend, type LegendTexts } from './legend';
import type { Marker } from './mark';
import { planMarks, type MarkValue } from './plan';
import { createShadowStyles } from './shadow';
import { createUnlocker, type Locks } from './unlock';

export interface View {
  /** Shows a verdict on the whole page. */
  show(classification: Classification, settings: PageSettings): void;
  /** Shows a verdict on the part of the page that is there. */
  showPart(groups: readonly PromptGroup[], settings: PageSettings): void;
  /** The page locked or opened something: undoes it where it was a hidden prompt's. */
  relock(): void;
  /** All blocks of the last verdict. */
  readonly blocks: readonly ClassifiedBlock[];
  /** Styles marks in this shadow root too. */
  enter(root: ShadowRoot): void;
  /** All prompts as judged with layout, hidden or not. */
  readonly groups: readonly PromptGroup[];
  /** Those that at least one mark belongs to. */
  readonly marked: readonly PromptGroup[];
  /** Takes every mark off the page, as long as `on`; what the view says of them stays. */
  suspend(on: boolean): void;
  /** What is hidden, and what would be if its kind were, by kind. */
  hideable(): ReadonlyMap<Element, Kind>;
  clear(): void;
}

/** What the page shows now, and why. */
interface Shown {
  readonly found: readonly PromptGroup[];
  readonly judged: Judged;
  readonly blocks: readonly ClassifiedBlock[];
  readonly mixed: readonly MixedElement[];
  readonly settings: PageSettings;
}

/** A page that locks itself more often than this between two readings gets its way. */
const MAX_RELOCKS = 20;

/** `early` are elements that no verdict knows of as yet: they stay hidden. */
export function createView(document: Document, marker: Marker, texts: LegendTexts, isRevealed: (element: Element) => boolean, early: () => Iterable<Element>): View {
  const legend = createLegend(document, texts);
  const focus = createFocusKeeper(document);
  const unlocker = createUnlocker(document);
  const styles = createShadowStyles(document);
  let groups: readonly PromptGroup[] = [];
  let marked: readonly PromptGroup[] = [];
  let relocks = 0;
  let relockPlanned = 0;
  let last: Shown | undefined;
  let suspended = false;

  function apply({ judged, blocks, mixed, settings }: Shown): void {
    const plan = planMarks(judged.groups, mixed, settings, isRevealed);
    const marks = new Map(plan.marks);
    if (settings.mode === 'hide') keepEarly(marks);
    const locks = settings.mode === 'hide' ? hideLayers(judged, plan.groups, blocks, marks) : undefined;
    const written = suspended ? new Map([...marks].filter(([, value]) => value === 'unlocked')) : marks;
    const refocus = focus.leave([...written].flatMap(([element, value]) => (value === 'hidden' ? [element] : [])));
    marker.apply(written);
    unlocker.reopen(judged.groups.flatMap(({ kind, elements }) => (suspended || settings.mode !== 'hide' || !settings.kinds[kind] || elements.some(isRevealed) ? elements : [])));
    if (!locks) marker.release();
    refocus();
    if (locks?.scrollTop !== undefined) window.scrollTo({ left: 0, top: locks.scrollTop, behavior: 'instant' });
    ({ groups } = judged);
    marked = plan.groups;
  }

  function keepEarly(marks: Map<Element, MarkValue>): void {
    for (const element of early()) if (!marks.has(element)) marks.set(element, 'hidden');
  }

  /** Adds what goes with hidden layers: their backdrops, and the locks they left behind. */
  function hideLayers(judged: Judged, planned: readonly PromptGroup[], blocks: readonly ClassifiedBlock[], marks: Map<Element, MarkValue>): Locks {
    const layers = judged.layers.filter((layer) => {
      if (!planned.includes(layer.group) || !marks.has(layer.root)) return false;
      // What the reader wants to see is open, over a page that is free.
      if (marks.get(layer.root) !== 'hidden' || suspended || unlocker.close(layer)) return true;
      marks.delete(layer.root);
      return false;
    });
    for (const { backdrops } of layers) for (const backdrop of backdrops) marks.set(backdrop, 'hidden');
    const locks = unlocker.find(layers, blocks);
    for (const element of locks.elements) marks.set(element, 'unlocked');
    if (locks.attributes.length === 0) marker.release();
    for (const [element, name] of locks.attributes) marker.lift(element, name);
    return locks;
  }

  return {
    get groups() {
      return groups;
    },
    get marked() {
      return marked;
    },
    get blocks() {
      return last?.blocks ?? [];
    },
    show({ groups: found, blocks, mixed }, settings) {
      focus.start();
      relocks = 0;
      last = { found, judged: judgeFloating(found, blocks), blocks, mixed, settings };
      apply(last);
      if (settings.mode === 'highlight' && !suspended) legend.show(legendEntries(marked, settings));
      else legend.remove();
    },
    showPart(found, settings) {
      const marks = new Map(planMarks(found, [], settings).marks);
      keepEarly(marks);
      marker.apply(suspended ? new Map() : marks);
    },
    relock() {
      if (!last?.judged.layers.length || relockPlanned !== 0 || relocks >= MAX_RELOCKS) return;
      relockPlanned = requestAnimationFrame(() => {
        relockPlanned = 0;
        relocks++;
        if (last) apply(last);
      });
    },
    enter: styles.reach,
    suspend(on) {
      suspended = on;
      // What was opened meanwhile lies over the page again.
      if (last && !on) last = { ...last, judged: judgeFloating(last.found, last.blocks) };
      if (last) apply(last);
      // Of a page that is still being parsed a part may be hidden already.
      else if (on) marker.apply(new Map());
    },
    hideable() {
      return new Map(groups.filter(({ hide }) => hide).flatMap(({ kind, elements }) => elements.map((element) => [element, kind] as const)));
    },
    clear() {
      cancelAnimationFrame(relockPlanned);
      relockPlanned = 0;
      marker.clear();
      unlocker.release();
      styles.remove();
      legend.remove();
      focus.stop();
      groups = marked = [];
      last = undefined;
    },
  };
}

function legendEntries(groups: readonly PromptGroup[], { palette }: PageSettings) {
  const counts = recordOf(KINDS, () => 0);
  for (const { kind } of groups) counts[kind]++;
  return { counts, unsure: groups.some((group) => !group.hide), palette };
}
