// In: a document, a way to classify it, settings. Out: marks on the page that follow both, and reports of what was found.
import type { Classification, Kind } from '../engine/types';
import { inOrder } from '../in-order';
import { DEFAULT_SETTINGS, type Settings } from '../settings';
import { settingsFor, siteKey } from '../sites';
import { bodyOf, isHtmlPage, isLoaded, isParsed, listen, scrollTo } from './dom';
import { createDesk } from './desk';
import { createEarlyHider } from './early';
import { createHostWatch } from './hosts';
import { createJudge } from './judge';
import { createMarker } from './mark';
import { createMemory, isWithin, type Memory } from './memory';
import { createObserver } from './observe';
import { followParsing, wholePrompts } from './parsing';
import { read, type Reading } from './reader';
import { createPrompts } from './prompts';
import { createPublisher } from './publish';
import { describePage, type PageReport, type PageStatus } from './report';
import { keepPlace } from './place';
import { createSettling } from './settling';
import type { Session, SessionOptions } from './session-types';
import type { Steps } from './slices';
import { createView } from './view';

export type { Session, SessionOptions } from './session-types';

/** Elements that a page may take back from us, one by one, before all of it is given up. */
const MAX_SURRENDERS = 4;

export function startSession(options: SessionOptions): Session {
  const { document, signal, classifier } = options;
  const marker = createMarker(document);
  const prompts = createPrompts();
  const view = createView(document, marker, options.texts, prompts.isRevealed, () => early.pending);
  const judge = createJudge(readPage, { verdict, failed: () => { forget('failed'); }, exhausted: () => { forget('gave-up'); } });
  const early = createEarlyHider(document, marker, () => memory, (element) => desk.keeps(element), () => { showAgain(); });
  const observer = createObserver(document, {
    touched: classifier.touch,
    added: (elements) => {
      elements.forEach(classifier.renew);
      early.see(elements, hidesKnown);
    },
    content: changed,
    mark(element) {
      marker.repair(element);
      if (marker.surrendered >= MAX_SURRENDERS) forget('gave-up');
      else publish();
    },
    state: view.relock,
  });
  const settling = createSettling(document, { stop: turnAway, look });
  const hosts = createHostWatch((host) => {
    classifier.touch(host);
    judge.soon();
  });
  const parsing = followParsing(document, judge.now);
  const desk = createDesk({
    ...options.desk,
    document,
    signal,
    site: () => site,
    stubs: () => ({ on: settings.stubs && here.mode === 'hide', thanks: here.supported }),
    prompts: () => listed().flatMap(({ id, kind, state }) => {
      const element = prompts.find(view, id)?.group.elements[0];
      return element ? [{ id, kind, element, hidden: state === 'hidden', revealed: prompts.isRevealed(element) }] : [];
    }),
    reveal: (id, on) => { reveal(id, on); },
    suspend: (on) => { keepPlace(classification, () => { view.suspend(on); }); },
    refresh() {
      if (raw) classification = desk.correct(raw);
      update();
      learn();
    },
  });

  const site = siteKey(location.hostname);
  let settings: Settings = DEFAULT_SETTINGS;
  let here = settingsFor(settings, site);
  let settingsKnown = false;
  let memory: Memory | undefined;
  let status: PageStatus = 'loading';
  /** As the engine gave it, and as the reader has corrected it. */
  let raw: Classification | undefined;
  let classification: Classification | undefined;

  const hidesKnown = (kind: Kind) => here.mode === 'hide' && !desk.isBare && here.kinds[kind];

  /** Follows new settings, or the document's progress. */
  function update(): void {
    if (signal.aborted || !settingsKnown) return;
    if (here.mode === 'off' && !desk.isInspecting) forget('off');
    else if (status === 'gave-up') publish();
    else if (!isParsed(document)) begin();
    else if (!isHtmlPage(document)) forget('unsupported');
    else if (!classification || status === 'loading') look();
    else {
      // Scripts of the page may have gone on until it was loaded: what they did is looked at before it is settled.
      if (isLoaded(document)) settling.settle(classification);
      if (status === 'not-article') publish();
      else showAgain();
    }
  }

  /** Nothing that was said before holds any more, that it is off least of all. What is known is hidden without waiting for the verdict. */
  function expectVerdict(): void {
    status = 'loading';
    early.seeAll(hidesKnown);
  }

  /** While the page is parsed: looks at the part that is there. */
  function begin(): void {
    observer.start();
    expectVerdict();
    changed();
    publish();
  }

  function look(): void {
    parsing.stop();
    if (!classification) expectVerdict();
    judge.now();
    publish();
  }

  /** Watches what it reads: a change that nobody saw would be missing from every later reading. */
  function readPage(): Steps<Reading> {
    observer.start();
    early.readingBegins();
    return read(document, classifier, options.classifyFrame);
  }

  /** Changes are no longer told, so that what is known of the page is of no more use. */
  function turnAway(): void {
    observer.stop();
    classifier.reset();
  }

  /** The page has new content. */
  function changed(): void {
    if (isParsed(document)) judge.soon();
    else if (bodyOf(document)) parsing.grew();
  }

  function verdict(reading: Reading): void {
    raw = reading.classification;
    classification = desk.correct(raw);
    // A look at a part may end when the page is there: the look at the whole follows.
    if (!reading.whole) return view.showPart(wholePrompts(classification), here);
    early.judged();
    status = classification.isArticle ? 'article' : 'not-article';
    for (const root of reading.inner) {
      observer.enter(root);
      if (root instanceof ShadowRoot) view.enter(root);
    }
    hosts.wait(reading.hosts);
    settling.settle(classification);
    showAgain();
    learn();
  }

  function showAgain(): void {
    if (!isParsed(document)) view.showPart(classification ? wholePrompts(classification) : [], here);
    else if (classification) view.show(status === 'article' ? classification : { ...classification, groups: [] }, here);
    desk.shown(classification);
    publish();
  }

  function learn(): void {
    if (status !== 'article' || here.mode !== 'hide') return;
    const undecided = early.pending;
    if (memory?.learn(document, view.hideable(), (element) => isWithin(element, undecided) || desk.keeps(element))) options.saveMemory(site, memory.signatures);
  }

  /** Back to the page as it was; nothing of it is kept. */
  function forget(next: PageStatus): void {
    turnAway();
    judge.stop();
    parsing.stop();
    settling.cancel();
    hosts.stop();
    early.settle();
    view.clear();
    raw = classification = undefined;
    desk.shown(undefined);
    status = next;
    publish();
  }

  const report = (): PageReport => {
    const { groups, marked, blocks } = view;
    return describePage({ status, site, mode: here.mode, groups, marked, blocks, hasSurrendered: marker.hasSurrendered });
  };

  const publisher = createPublisher(document, signal, report, options.onReport);
  const publish = publisher.publish;

  const listed = () => prompts.list({ groups: view.groups, marked: view.marked, blocks: view.blocks, hiding: here.mode === 'hide' });

  function reveal(id: number, on: boolean): void {
    const found = prompts.find(view, id);
    if (!found) return;
    prompts.reveal(found.group, on);
    showAgain();
    if (on) scrollTo(found.place);
  }

  /** The page has come (back) into view: it may have slept through changes, and its badge is not set. */
  function wake(): void {
    publisher.renew();
    void latest.when(Promise.all([options.loadSettings(), memory ?? options.loadMemory(site).then(createMemory), desk.ready]).then(([next, known]) => {
      memory = known;
      return next;
    }));
  }

  const latest = inOrder<Settings>((next) => {
    settings = next;
    here = settingsFor(settings, site);
    settingsKnown = true;
    update();
  });
  const stopWatching = options.watchSettings(latest.now);
  signal.addEventListener('abort', () => {
    stopWatching();
    forget('off');
  });
  listen(document, 'readystatechange', () => {
    // A page that is no article has nothing to show: it is left in peace, for next to nothing.
    if (status === 'not-article' && isLoaded(document)) settling.settle(classification);
    else update();
  }, signal);
  listen(document, 'prerenderingchange', wake, signal);
  window.addEventListener('pageshow', ({ persisted }) => { if (persisted) wake(); }, { signal });
  wake();

  return {
    report,
    desk,
    prompts: listed,
    reveal,
    navigated() {
      if (signal.aborted || status === 'off' || !isParsed(document)) return;
      // The page changes only after its address has: until then the old marks are right.
      classifier.reset();
      if (status === 'gave-up') look();
      settling.navigated();
      judge.soon();
    },
  };
}
