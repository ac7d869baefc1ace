// In: a session's reports. Out: each one told once: the popup and the badge hear of what is new, and of nothing twice.
import { isPrerendering } from './dom';
import type { PageReport } from './report';

export interface Publisher {
  /** Tells what there is to tell, unless it is what was told last. */
  publish(): void;
  /** Whoever listened has forgotten it: the next report is told whatever it says. */
  renew(): void;
}

export function createPublisher(document: Document, signal: AbortSignal, report: () => PageReport, tell: (report: PageReport) => void): Publisher {
  let told = '';
  return {
    publish() {
      const next = report();
      // A prerendered page must not write on the badge of the page that is still there.
      const text = JSON.stringify(next);
      if (signal.aborted || isPrerendering(document) || text === told) return;
      told = text;
      tell(next);
    },
    renew() {
      told = '';
    },
  };
}
