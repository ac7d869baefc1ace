// In: the session's verdicts and what the reader asks for. Out: inspector and corrections at work on the page.
import type { Classification, Label } from '../engine/types';
import { openInspector, type Inspector } from './inspector';
import type { Scope } from './inspector/card';
import type { ExportKind } from './inspector/panel';
import { createCorrections, type RuleStore } from './rules/corrections';
import type { Proposal } from './rules/propose';
import type { RuleBook } from './rules/rule';
import type { Say } from './ui/say';

/** An article counts as seen by its rules when it has been read for so long, in ms: some prompts come late. */
const SEEN_AFTER_MS = 2000;
const UNDO_KEYS = 'Ctrl+Z';

export interface DeskOptions {
  readonly document: Document;
  readonly say: Say;
  readonly rules: RuleStore;
  /** False in a private window. */
  readonly mayStore: () => boolean;
  readonly site: () => string;
  /** Has the last verdict corrected and shown again, or the page read where it has not been. */
  readonly refresh: () => void;
  /** Shows the page without marks while `on`. */
  readonly suspend: (on: boolean) => void;
  /** Saves a file, and returns its name. */
  readonly export: (kind: ExportKind, classification: Classification) => string;
  readonly signal: AbortSignal;
}

export interface Desk {
  /** The classification as the reader has corrected it. */
  correct(classification: Classification): Classification;
  /** The page shows this now; undefined when nothing is known of it any more. */
  shown(classification: Classification | undefined): void;
  /** Whether the page has to be read whatever the mode. */
  readonly isInspecting: boolean;
  toggleInspector(): void;
  /** False when there was nothing to take back. */
  undo(): boolean;
}

export function createDesk(options: DeskOptions): Desk {
  const { document, say, site, signal } = options;
  const corrections = createCorrections(document, site, options.rules);
  let inspector: Inspector | undefined;
  let current: Classification | undefined;
  let pending: readonly Proposal[] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

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

  function save(): void {
    if (!pending) return;
    corrections.save(pending);
    pending = undefined;
    options.refresh();
    inspector?.say(say(options.mayStore() ? 'correctSaved' : 'correctPrivate', UNDO_KEYS));
  }

  function undo(): boolean {
    const done = corrections.undo();
    if (done) options.refresh();
    inspector?.say(say(done ? 'undone' : 'nothingToUndo'));
    return done;
  }

  function close(): void {
    if (!inspector) return;
    inspector.close();
    inspector = undefined;
    options.suspend(false);
    options.refresh();
  }

  function exportAs(kind: ExportKind): void {
    if (current) inspector?.say(say('exportDone', options.export(kind, current)));
  }

  function follow(book: RuleBook): void {
    if (corrections.follow(book)) options.refresh();
  }

  const stopWatching = options.rules.watch(follow);
  void options.rules.load().then(follow);
  signal.addEventListener('abort', () => {
    stopWatching();
    clearTimeout(timer);
    inspector?.close();
    inspector = undefined;
  });

  return {
    correct: corrections.apply,
    shown(classification) {
      current = classification;
      if (!classification) {
        clearTimeout(timer);
        timer = undefined;
        return;
      }
      inspector?.show(classification, corrections.aside);
      timer ??= setTimeout(() => { corrections.record(); }, SEEN_AFTER_MS);
    },
    get isInspecting() {
      return inspector !== undefined;
    },
    toggleInspector() {
      if (inspector) return close();
      inspector = openInspector(document, say, { forecast, save, undo: () => void undo(), export: exportAs, close });
      options.suspend(true);
      options.refresh();
    },
    undo,
  };
}
