// In: settings and the tab in front. Out: the popup, drawn at once and kept up to date.
import '../../components/theme.css';
import { render } from 'preact';
import { Popup, type PopupActions } from '../../components/popup/Popup';
import type { PageState } from '../../components/popup/statement';
import { askPage, onMessage } from '../../lib/messaging';
import { DEFAULT_SETTINGS, loadSettings, updateSettings, watchSettings, type Settings } from '../../lib/settings';
import { withSite } from '../../lib/sites';
import { currentTabId, hasAccess, reloadTab, requestAccess } from '../../lib/tab';
import { t } from '../../lib/i18n';

let settings: Settings = DEFAULT_SETTINGS;
let page: PageState = { status: 'asking' };
let unsaved = false;
let tabId: number | undefined;

const actions: PopupActions = {
  setMode: (mode) => change((now) => ({ ...now, mode })),
  setKind: (kind, on) => change((now) => ({ ...now, kinds: { ...now.kinds, [kind]: on } })),
  setSite: (site, on) => change((now) => withSite(now, site, on)),
  reload,
  // A page that was open before access was given has to load again to be read.
  allowAccess: () => void requestAccess().then((granted) => (granted ? reload() : askTab()), askTab),
};

function draw(): void {
  render(<Popup settings={settings} page={page} unsaved={unsaved} actions={actions} />, document.body);
}

function change(step: (now: Settings) => Settings): void {
  // Shown at once; if it cannot be stored, what is stored is shown again, and said so.
  settings = step(settings);
  unsaved = false;
  draw();
  updateSettings(step).catch(async () => {
    settings = await loadSettings();
    unsaved = true;
    draw();
  });
}

function reload(): void {
  if (tabId !== undefined) void reloadTab(tabId);
}

async function askTab(): Promise<void> {
  tabId = await currentTabId(location.search);
  try {
    if (tabId === undefined) throw new Error('No tab');
    page = await askPage(tabId, 'getReport', null);
  } catch {
    page = { status: (await hasAccess()) ? 'unreachable' : 'no-access' };
  }
  draw();
}

document.documentElement.lang = t('locale');
watchSettings((next) => {
  settings = next;
  draw();
});
onMessage('reportChanged', (report, sender) => {
  if (sender === tabId) {
    page = report;
    draw();
  }
  return null;
});
settings = await loadSettings();
draw();
await askTab();
