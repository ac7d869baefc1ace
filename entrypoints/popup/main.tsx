// In: settings and the tab in front. Out: the popup, drawn at once and kept up to date.
import '../../components/theme.css';
import { render } from 'preact';
import { Popup, type PopupActions, type PopupState } from '../../components/popup/Popup';
import { dress } from '../../components/shared/dress';
import { keepFocus } from '../../components/shared/keep-focus';
import { createChoices } from '../../lib/choices';
import { dispute } from '../../lib/disputes';
import { inOrder } from '../../lib/in-order';
import { askPage, onTold } from '../../lib/messaging';
import { DEFAULT_SETTINGS, settingsStore, type Settings } from '../../lib/settings';
import { siteSettings, withAppeals, withSite, withSiteKind, withSiteMode } from '../../lib/sites';
import { changeShortcuts, loadShortcuts } from '../../lib/shortcuts';
import { forgetNews, newsStore, newVersion } from '../../lib/news';
import { currentTabId, hasAccess, onTabClosed, openPage, reloadTab, requestAccess } from '../../lib/tab';
import { parseTrust, postponed, shouldOffer, trustStore, withoutMix, type Trust } from '../../lib/trust';
import { loadDisputed } from '../../lib/visits';

let state: PopupState = { settings: DEFAULT_SETTINGS, page: { status: 'asking' }, prompts: [], disputed: undefined, offer: undefined, unsaved: false, shortcuts: undefined, newVersion: undefined };
let trust: Trust = parseTrust(null);
let tabId: number | undefined;
/** Whether anything is drawn yet. */
let stands = false;
/** So long, in ms, the page may take before the popup stands without it: nearly all answer sooner, and what is drawn twice jumps. */
const PATIENCE_MS = 60;

const actions: PopupActions = {
  setMode: (mode) => change((now) => ({ ...now, mode })),
  setKind: (kind, on) => change((now) => ({ ...now, kinds: { ...now.kinds, [kind]: on } })),
  setSite: (site, on) => change((now) => withSite(now, site, on)),
  setSiteMode: (site, mode) => change((now) => withSiteMode(now, site, mode)),
  setSiteKind: (site, kind, on) => change((now) => withSiteKind(now, site, kind, on)),
  setAppeals: (site, appeals) => change((now) => withAppeals(now, site, appeals)),
  reveal: (id, on) => tellPage('revealPrompt', { id, on }),
  dispute: (id) => { attempt(disputePrompt(id)); },
  insistArticle: () => tellPage('insistArticle', null),
  acceptHiding: () => change((now) => ({ ...now, mode: 'hide', ramp: false })),
  postponeHiding: () => { attempt(trustStore.update(postponed)); },
  answerDrift(site, hide) {
    attempt(trustStore.update((now) => withoutMix(now, site)));
    change((now) => withSiteMode(now, site, hide ? undefined : 'highlight'));
  },
  reload,
  // A page that was open before access was given has to load again to be read.
  allowAccess: () => void requestAccess().then((granted) => (granted ? reload() : askTab()), askTab),
  inspect() {
    tellPage('toggleInspector', null);
    // The reader wants to see the page now.
    leave();
  },
  openSettings: (section) => leaveFor(`options.html#${section}`),
  changeShortcuts: () => void changeShortcuts().then(leave),
  // Where that cannot be noted, the reader is told of it again.
  openChangelog: () => void forgetNews().catch(() => undefined).then(() => leaveFor('changelog.txt')),
};

/** A popup that stands in a tab stays there. */
function leave(): void {
  if (!new URLSearchParams(location.search).has('tab')) window.close();
}

function leaveFor(page: string): void {
  void openPage(page).then(leave);
}

function draw(next: Partial<PopupState> = {}): void {
  state = { ...state, ...next };
  if (!stands) return;
  dress(document, state.settings);
  keepFocus(document, ['.found'], () => {
    render(<Popup {...state} offer={offer()} disputed={isRamping() ? (state.disputed ?? []) : undefined} actions={actions} />, document.body);
  });
}

const isRamping = () => state.settings.ramp && state.page.status === 'article' && state.page.mode === 'highlight';

function offer(): PopupState['offer'] {
  const { settings, page } = state;
  if (page.status !== 'article') return undefined;
  if (siteSettings(settings, page.site).drifted) return { type: 'drifted', site: page.site };
  const { prompts, disputed } = trust.ramp;
  return isRamping() && shouldOffer(trust.ramp) ? { type: 'hide', agreed: prompts - disputed, of: prompts } : undefined;
}

const choices = createChoices<Settings>(settingsStore, state.settings, (settings) => draw({ settings }));

function change(step: (now: Settings) => Settings): void {
  attempt(choices.choose(step));
}

/** What could not be stored is said so, until something can be. */
function attempt(work: Promise<unknown>): void {
  draw({ unsaved: false });
  work.catch(() => {
    draw({ unsaved: true });
  });
}

async function disputePrompt(id: number): Promise<void> {
  if (tabId === undefined || !('visit' in state.page)) return;
  try {
    await dispute(tabId, state.page.visit, id);
    draw({ disputed: [...(state.disputed ?? []), id] });
  } catch (error) {
    // It may have been seen noted meanwhile, before that was taken back.
    void askTab();
    throw error;
  }
}

function reload(): void {
  if (tabId !== undefined) void reloadTab(tabId);
}

/** The page answers with a report; when it has gone meanwhile, that shows by itself. */
function tellPage(...[type, request]: ['revealPrompt', { id: number; on: boolean }] | ['insistArticle' | 'toggleInspector', null]): void {
  if (tabId === undefined) return;
  const told = type === 'revealPrompt' ? askPage(tabId, type, request) : askPage(tabId, type, request);
  void told.then(askTab, askTab);
}

/** An answer that comes after the next question says what was. */
let questions = 0;

async function askTab(): Promise<void> {
  const question = ++questions;
  const say = (next: Partial<PopupState>) => {
    if (question === questions) draw(next);
  };
  tabId = await currentTabId(location.search);
  try {
    if (tabId === undefined) throw new Error('No tab');
    const asked = askPage(tabId, 'getPage', null);
    const disputed = await loadDisputed(tabId, asked.then(({ report }) => report.visit));
    const { report: page, prompts } = await asked;
    await ready;
    say({ page, prompts, disputed });
  } catch {
    await ready;
    say({ page: { status: (await hasAccess()) ? 'unreachable' : 'no-access' }, prompts: [] });
  }
}

const trusts = inOrder<Trust>((next) => {
  trust = next;
  draw();
});
trustStore.watch(trusts.now);
onTold('reportChanged', (page, sender) => {
  if (sender === tabId) {
    draw({ page });
    void askTab();
  }
});
// What was said of it holds no more, and it may have answered while it went.
onTabClosed((closed) => {
  if (closed === tabId) void askTab();
});
// Asked all at once, since the popup should stand before the reader has looked.
const ready = Promise.all([choices.load(), trusts.when(trustStore.load()), newsStore.load(), loadShortcuts().catch(() => undefined)]).then(([, , news, shortcuts]) => {
  draw({ shortcuts, newVersion: newVersion(news) });
});
await Promise.race([askTab(), ready.then(() => new Promise((done) => setTimeout(done, PATIENCE_MS)))]);
stands = true;
draw();
// How soon, and with what: for the tests and the bench.
performance.mark('popup stands', { detail: state.page.status });
