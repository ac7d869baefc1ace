// In: a page that is no article. Out: the moment to stop watching it, and a last look where it was built late.
import type { Classification } from '../engine/types';
import { isLoaded } from './dom';

/** A page with fewer words when it has loaded is an empty shell: a script will fill it. */
const SHELL_WORDS = 60;
/** A shell, or a page that has just navigated by script, is watched for so long, in ms. */
const WATCH_MS = 10_000;
/** Any other page is glanced at once more after this time, in ms … */
const GLANCE_MS = 2000;
/** … and looked at if it has gained so many paragraphs. */
const GAINED = 5;

export interface Settling {
  /** What the page is, as far as one can see by now: no article, or one that is watched on. */
  settle(classification: Classification | undefined): void;
  /** It has navigated by itself: its new content is still to come. */
  navigated(): void;
  cancel(): void;
}

export function createSettling(document: Document, actions: { stop(): void; look(): void }): Settling {
  const paragraphs = document.getElementsByTagName('p');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watchUntil = 0;

  function cancel(): void {
    clearTimeout(timer);
  }

  /** Costs nothing until it fires, and then next to nothing. */
  function glanceLater(): void {
    const before = paragraphs.length;
    timer = setTimeout(() => {
      if (paragraphs.length >= before + GAINED) actions.look();
    }, GLANCE_MS);
  }

  return {
    cancel,
    settle(classification) {
      cancel();
      if (!isLoaded(document) || classification?.isArticle) return;
      if (watchUntil === 0 && isShell(classification)) watchUntil = performance.now() + WATCH_MS;
      const left = watchUntil - performance.now();
      if (left > 0) {
        timer = setTimeout(actions.stop, left);
      } else {
        actions.stop();
        glanceLater();
      }
    },
    navigated() {
      watchUntil = performance.now() + WATCH_MS;
    },
  };
}

/** Counts no further than it has to: this is asked while the page is loading. */
function isShell(classification: Classification | undefined): boolean {
  let words = 0;
  return !classification?.blocks.some((block) => (words += block.words) >= SHELL_WORDS);
}
