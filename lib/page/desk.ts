// In: the session's verdicts and what the reader asks for. Out: inspector and corrections at work on the page.
import type { Classification, Label } from '../engine/types';
import { inOrder } from '../in-order';
import type { Command } from './command-names';
import { rectOf, scrollTo } from './dom';
import { isLayer } from './floating';
import { openInspector, type Inspector } from './inspector';
import type { Scope } from './inspector/card';
import type { ExportKind } from './inspector/panel';
import { createPeek } from './peek';
import { createCorrections, type RuleStore } from './rules/corrections';
import type { Proposal } from './rules/propose';
import type { RuleBook } from './rules/rule';
import { targetOf, type Wish } from './rules/target';
import { seamOf } from './seam';
import { createStubs, type Stub } from './stubs';
import type { Say } from './ui/say';
import { createToast, type Action } from './ui/toast';
import { createWalk } from './walk';
import { isWriting } from './writing';

/** An article counts as seen by its rules when it has been read for so long, in ms: some prompts come late. */
const SEEN_AFTER_MS = 2000;
const UNDO_KEYS = 'Ctrl+Z';
/** So many actions can be taken back. */
const MAX_PAST = 100;

export interface DeskOptions {
  readonly document: Document;
  readonly say: Say;
  readonly rules: RuleStore;
  /** False in a private window. */
  readonly mayStore: () => boolean;
  readonly site: () => string;
  /** Has the last verdict corrected and shown again, or the page read where it has not been. */
  readonly refresh: () => void;
  /** Every prompt on the page, and which of them are hidden; none where stubs are switched off. */
  readonly prompts: () => readonly Stub[];
  /** Whether hidden prompts leave a stub, and whether the first appeal's thanks the reader for giving. */
  readonly stubs: () => { readonly on: boolean; readonly thanks: boolean };
  /** Shows a hidden prompt, or hides it again. */
  readonly reveal: (id: number, on: boolean) => void;
  /** Shows the page without marks while `on`. */
  readonly suspend: (on: boolean) => void;
  /** Saves a file, and gives its name; null where the browser allows no picture. */
  readonly export: (kind: ExportKind, classification: Classification) => Promise<string | null>;
  readonly signal: AbortSignal;
}

export interface Desk {
  /** The classification as the reader has corrected it. */
  correct(classification: Classification): Classification;
  /** When the reader's rules are known: before that nothing may be hidden. */
  readonly ready: Promise<void>;
  /** Whether the reader has said of this element that it is no clutter. */
  keeps(element: Element): boolean;
  /** The page shows this now; undefined when nothing is known of it any more. */
  shown(classification: Classification | undefined): void;
  /** Whether the page has to be read whatever the mode. */
  readonly isInspecting: boolean;
  /** Whether the page is shown as it came: the inspector is open, or everything is shown as long as a key is held. */
  readonly isBare: boolean;
  toggleInspector(): void;
  /** False, and nothing done, while the reader is writing. */
  command(command: Command): boolean;
  /** Puts right what the reader last opened the context menu on. */
  correctHere(wish: Wish): void;
}

export function createDesk(options: DeskOptions): Desk {
  const { document, say, site, signal } = options;
  const corrections = createCorrections(document, site, options.rules);
  let inspector: Inspector | undefined;
  let current: Classification | undefined;
  let pending: readonly Proposal[] | undefined;
  const toast = createToast(document, say);
  const stubs = createStubs(document, say, reveal);
  /** Ways back, the last one last. */
  const past: (() => void)[] = [];
  const held = new Set<'inspector' | 'peek'>();
  const walk = createWalk(signal);
  const peek = createPeek(document, (on) => { hold('peek', on); }, signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pointed: Element | undefined;

  function forecast(index: number, scope: Scope, label: Label) {
    pending = undefined;
    const block = current?.blocks[index];
    if (!current || !block) return { others: [], possible: false };
    const group = scope === 'prompt' ? current.groups.find(({ blocks }) => blocks.includes(index)) : undefined;
    pending = corrections.propose(group && group.elements.length > 0 ? group.elements : [block.element], label, current);
    const own = new Set(group?.blocks ?? [index]);
    const others = new Set(pending?.flatMap((proposal) => proposal.others) ?? []);
    return { others: [...others].filter((other) => !own.has(other)), possible: pending !== undefined };
  }

  function did(back: () => void): void {
    past.push(back);
    if (past.length > MAX_PAST) past.shift();
  }

  function reveal(id: number, on: boolean): void {
    options.reveal(id, on);
    did(() => { options.reveal(id, !on); });
  }

  function tell(text: string, action?: Action): void {
    if (inspector) inspector.say(text, action);
    else toast.show(text, action);
  }

  function correct(proposals: readonly Proposal[], news: string): void {
    const action = { name: say('undo'), act: undo };
    void corrections.save(proposals).then((isStored) => { if (!isStored) tell(say('notSaved'), action); });
    did(() => { void corrections.undo().then((isStored) => { if (!isStored) tell(say('notSaved')); }); });
    options.refresh();
    tell(news, action);
  }

  function save(): void {
    if (!pending) return;
    correct(pending, say(options.mayStore() ? 'correctSaved' : 'correctPrivate', UNDO_KEYS));
    pending = undefined;
  }

  function undo(): void {
    const back = past.pop();
    back?.();
    options.refresh();
    tell(say(back ? 'undone' : 'nothingToUndo'));
  }

  function close(): void {
    if (!inspector) return;
    inspector.close();
    inspector = undefined;
    hold('inspector', false);
    options.refresh();
  }

  function toggleInspector(): void {
    if (inspector) return close();
    inspector = openInspector(document, say, { forecast, save, undo, export: (kind) => void exportAs(kind), close });
    hold('inspector', true);
    options.refresh();
  }

  /** The page is shown without marks as long as anybody holds it. */
  function hold(who: 'inspector' | 'peek', on: boolean): void {
    const before = held.size > 0;
    if (on) held.add(who);
    else held.delete(who);
    if (held.size > 0 !== before) options.suspend(!before);
    drawStubs();
  }

  function drawStubs(): void {
    const { on, thanks } = options.stubs();
    const shown = current?.isArticle && held.size === 0 && on ? options.prompts().filter(isStub) : [];
    const thanked = thanks ? shown.find(({ kind, hidden }) => kind === 'fundraising' && hidden) : undefined;
    stubs.show(shown.map((stub) => ({ ...stub, thanks: stub === thanked })));
  }

  /** To the next prompt below or above; shows it where it is hidden. */
  function step(by: 1 | -1): void {
    const isBare = held.size > 0;
    const places = options.prompts().map(({ id, element, hidden }) => {
      const { top, height } = rectOf(element);
      return { id, element, isGone: hidden && !isBare, y: hidden && !isBare ? (seamOf(element)?.y ?? NaN) - scrollY : top + height / 2 };
    });
    const next = walk.step(places, by);
    if (next?.isGone) reveal(next.id, true);
    else if (next) scrollTo(next.element);
    walk.begun();
  }

  async function exportAs(kind: ExportKind): Promise<void> {
    if (!current) return;
    const name = await options.export(kind, current);
    inspector?.say(name === null ? say('pictureRefused') : say('exportDone', name));
  }

  function follow(book: RuleBook): void {
    if (corrections.follow(book)) options.refresh();
  }

  // Before the page, which may keep it to itself, or make one of its own that points elsewhere.
  window.addEventListener('contextmenu', (event) => { if (event.isTrusted) pointed = event.composedPath()[0] as Element; }, { capture: true, signal });
  const books = inOrder(follow);
  const stopWatching = options.rules.watch(books.now);
  const ready = books.when(options.rules.load());
  signal.addEventListener('abort', () => {
    stopWatching();
    clearTimeout(timer);
    peek.stop();
    stubs.remove();
    toast.remove();
    inspector?.close();
    inspector = undefined;
  });

  return {
    correct: corrections.apply,
    ready,
    keeps: corrections.keeps,
    shown(classification) {
      current = classification;
      drawStubs();
      if (!classification) {
        peek.stop();
        clearTimeout(timer);
        timer = undefined;
        return;
      }
      inspector?.show(classification, corrections.aside);
      // Rules are tried on articles alone.
      if (classification.isArticle) timer ??= setTimeout(() => { corrections.record(); }, SEEN_AFTER_MS);
    },
    get isInspecting() {
      return inspector !== undefined;
    },
    get isBare() {
      return held.size > 0;
    },
    toggleInspector,
    command(command) {
      if (isWriting(document)) return false;
      if (command === 'toggle-inspector') toggleInspector();
      else if (command === 'peek' && current && !inspector) peek.start();
      else if (command === 'next-prompt') step(1);
      else if (command === 'previous-prompt') step(-1);
      else if (command === 'undo') undo();
      return true;
    },
    correctHere(wish) {
      const target = current && pointed?.isConnected ? targetOf(pointed, wish, current) : undefined;
      const proposals = current && target && corrections.propose(target.elements, target.label, current);
      if (!proposals) return tell(say('nothingHere'));
      correct(proposals, say(wish === 'hide' ? 'hiddenHere' : 'keptHere'));
    },
  };
}

/** Layers over the page leave no gap in it. */
const isStub = ({ element, hidden, revealed }: Stub): boolean => (hidden || revealed) && !isLayer(element);
