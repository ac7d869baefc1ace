// In: a document, a way to classify it, settings. Out: marks on the page that follow both, and reports of what was found.
import { KINDS, type Classification, type Kind } from '../engine/types';
import { DEFAULT_SETTINGS, settingsFor, siteKey, type Settings } from '../settings';
import { isHtmlPage, isLoaded, isParsed, isPrerendering, listen } from './dom';
import { createLegend, type LegendTexts } from './legend';
import { createMarker } from './mark';
import { createObserver } from './observe';
import { planMarks, type Plan } from './plan';
import { countFound, type PageReport, type PageStatus } from './report';
import { createSchedule } from './schedule';

/** A page that is no article is watched this long after it has loaded, in ms: some are built by script only then. */
const SETTLE_MS = 3000;

export interface SessionOptions {
  readonly document: Document;
  readonly classify: (document: Document) => Classification;
  readonly loadSettings: () => Promise<Settings>;
  readonly watchSettings: (callback: (settings: Settings) => void) => () => void;
  /** Called when the report has changed, and again when the page comes back into view. */
  readonly onReport: (report: PageReport) => void;
  readonly texts: LegendTexts;
  /** Ends the session and puts the page back. */
  readonly signal: AbortSignal;
}

export interface Session {
  report(): PageReport;
  /** The page has navigated without loading: look at it anew. */
  navigated(): void;
}

export function startSession(options: SessionOptions): Session {
  const { document, signal } = options;
  const marker = createMarker();
  const legend = createLegend(document, options.texts);
  const schedule = createSchedule(read);
  const observer = createObserver(document, { content: schedule.notify, mark: marker.repair });

  let settings: Settings = DEFAULT_SETTINGS;
  let settingsKnown = false;
  let status: PageStatus = 'loading';
  let classification: Classification | undefined;
  let plan: Plan = NOTHING;
  let published = '';
  let settled: ReturnType<typeof setTimeout> | undefined;

  const site = () => siteKey(location.hostname);
  const pageSettings = () => settingsFor(settings, site());

  /** Follows new settings, or the document's progress. */
  function update(): void {
    if (signal.aborted || !settingsKnown) return;
    if (pageSettings().mode === 'off') {
      forget('off');
    } else if (!isParsed(document)) {
      forget('loading');
    } else if (classification) {
      watchOrSettle();
      show();
    } else {
      observer.start();
      read();
    }
  }

  /** Looks at the whole page and shows the result. */
  function read(): void {
    schedule.cancel();
    if (!isHtmlPage(document)) {
      forget('unsupported');
      return;
    }
    try {
      classification = options.classify(document);
    } catch {
      // In doubt nothing is hidden; and the page's console is not the place to complain.
      forget('failed');
      return;
    }
    status = classification.isArticle ? 'article' : 'not-article';
    watchOrSettle();
    show();
  }

  /** Stops watching a page that has long loaded and still is no article. */
  function watchOrSettle(): void {
    clearTimeout(settled);
    if (status === 'not-article' && isLoaded(document)) settled = setTimeout(observer.stop, SETTLE_MS);
  }

  function show(): void {
    const groups = status === 'article' ? (classification?.groups ?? []) : [];
    plan = planMarks(groups, pageSettings());
    marker.apply(plan.marks);
    if (pageSettings().mode === 'highlight') legend.show(legendEntries(plan));
    else legend.remove();
    publish();
  }

  /** Back to the page as it was; nothing of it is kept. */
  function forget(next: PageStatus): void {
    observer.stop();
    schedule.cancel();
    clearTimeout(settled);
    marker.clear();
    legend.remove();
    classification = undefined;
    plan = NOTHING;
    status = next;
    publish();
  }

  function report(): PageReport {
    return {
      status,
      site: site(),
      mode: pageSettings().mode,
      found: countFound(classification?.groups ?? []),
      marked: plan.groups.length,
    };
  }

  function publish(): void {
    const next = report();
    // A prerendered page must not write on the badge of the page that is still there.
    if (signal.aborted || isPrerendering(document) || JSON.stringify(next) === published) return;
    published = JSON.stringify(next);
    options.onReport(next);
  }

  /** The page has come (back) into view: it may have slept through changes, and its badge is not set. */
  async function wake(): Promise<void> {
    published = '';
    follow(await options.loadSettings());
  }

  function follow(next: Settings): void {
    settings = next;
    settingsKnown = true;
    update();
  }

  const stopWatching = options.watchSettings(follow);
  signal.addEventListener('abort', () => {
    stopWatching();
    forget('off');
  });
  listen(document, 'readystatechange', update, signal);
  listen(document, 'prerenderingchange', () => void wake(), signal);
  window.addEventListener('pageshow', (event) => void (event.persisted && wake()), { signal });
  void wake();

  return {
    report,
    navigated() {
      if (signal.aborted || status === 'off' || status === 'loading') return;
      observer.start();
      schedule.notify();
    },
  };
}

const NOTHING: Plan = { marks: new Map(), groups: [] };

function legendEntries({ groups }: Plan): { counts: Record<Kind, number>; unsure: boolean } {
  const counts = Object.fromEntries(KINDS.map((kind) => [kind, groups.filter((group) => group.kind === kind).length]));
  return { counts: counts as Record<Kind, number>, unsure: groups.some((group) => !group.hide) };
}
