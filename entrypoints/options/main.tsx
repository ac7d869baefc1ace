// In: all that is kept. Out: the settings page, drawn anew whenever something changes, here or elsewhere.
import '../../components/theme.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { DataNews } from '../../components/options/DataSection';
import { Options, type OptionsActions, type OptionsState } from '../../components/options/Options';
import { Rules } from '../../components/rules/Rules';
import { dress } from '../../components/shared/dress';
import { keepFocus } from '../../components/shared/keep-focus';
import { saveFile } from '../../components/shared/save-file';
import { createChoices } from '../../lib/choices';
import { t } from '../../lib/i18n';
import type { RuleChange } from '../../lib/page/rules/rule';
import { loadRules, storeChange, watchRules } from '../../lib/rules';
import { settingsStore, updateSettings, type Settings } from '../../lib/settings';
import { shelfStore, withoutEntry, type Shelf } from '../../lib/shelf';
import { changeShortcuts, loadShortcuts } from '../../lib/shortcuts';
import { withoutSite } from '../../lib/sites';
import { statisticsStore } from '../../lib/statistics';
import { eraseAll } from '../../lib/store';
import { switchSync, syncStore } from '../../lib/sync';
import { exportAll, importAll, MAX_MEGABYTES, readTransfer } from '../../lib/transfer';

const [settings, shelf, statistics, sync, rules, shortcuts] = await Promise.all([
  settingsStore.load(), shelfStore.load(), statisticsStore.load(), syncStore.load(), loadRules(), loadShortcuts(),
]);

let state: OptionsState = {
  settings, shelf, statistics, sync, shortcuts,
  version: browser.runtime.getManifest().version,
  news: undefined,
  removed: false,
};

let book = rules;
let putBack: (() => Promise<unknown>) | undefined;
/** The section that something was taken from last. */
let left = 'sites';

const choices = createChoices<Settings>(settingsStore, settings, (next) => draw({ settings: next }));

const actions: OptionsActions = {
  change,
  removeSite(site) {
    const own = state.settings.sites[site];
    remove(() => updateSettings((now) => withoutSite(now, site)), () => updateSettings((now) => ({ ...now, sites: { [site]: own!, ...now.sites } })));
  },
  removeFromShelf: (site) => removeFromShelf((now) => withoutEntry(now, site)),
  clearShelf: () => removeFromShelf(() => ({})),
  keepStatistics(on) {
    change((now) => ({ ...now, statistics: on }));
    const before = state.statistics;
    if (!on) remove(() => statisticsStore.update(() => ({})), () => Promise.all([statisticsStore.update((now) => ({ ...before, ...now })), updateSettings((now) => ({ ...now, statistics: true }))]));
  },
  exportAll: () => void exportAll(new Date()).then((text) => saveFile('unpitch.json', text)),
  importAll: (file) => void load(file).then((news) => draw({ news }), () => draw({ news: 'notSaved' })),
  setSync: (on) => attempt(switchSync(on)),
  changeShortcuts: () => void changeShortcuts(),
  undo() {
    const back = putBack;
    if (!back) return;
    putBack = undefined;
    // What could not be put back can still be.
    attempt(back(), () => { putBack ??= back; });
    draw();
  },
  reset: () => attempt(eraseAll().then(() => {
    // What was taken away before is erased with all else.
    putBack = undefined;
    draw({ news: 'resetDone' });
  })),
};

function draw(next: Partial<OptionsState> = {}): void {
  state = { ...state, ...next, removed: putBack !== undefined };
  dress(document, state.settings);
  const section = (
    <Rules
      rules={book}
      onChange={changeRules}
      stubs={state.settings.stubs}
      onStubs={(stubs) => change((now) => ({ ...now, stubs }))}
    />
  );
  keepFocus(document, ['.removed button', `#${left}`], () => {
    render(<Options {...state} rules={section} actions={actions} />, document.body);
  });
}

function change(step: (now: Settings) => Settings): void {
  attempt(choices.choose(step));
}

/** Takes something away in such a way that it can be put back. */
function remove(work: () => Promise<unknown>, back: () => Promise<unknown>): void {
  putBack = back;
  left = document.activeElement?.closest('section')?.id ?? left;
  attempt(work(), () => {
    if (putBack === back) putBack = undefined;
  });
  draw();
}

function removeFromShelf(step: (now: Shelf) => Shelf): void {
  const before = state.shelf;
  // What came meanwhile is newer.
  remove(() => shelfStore.update(step), () => shelfStore.update((now) => ({ ...before, ...now })));
}

function changeRules(step: RuleChange): void {
  if (step.type !== 'remove') return attempt(storeChange(step));
  const removed = (book[step.site] ?? []).filter(({ id }) => step.ids.includes(id));
  remove(() => storeChange(step), () => storeChange({ type: 'add', site: step.site, rules: removed }));
}

/** What could not be stored is said so, until something can be. */
function attempt(work: Promise<unknown>, failed: () => void = () => undefined): void {
  if (state.news === 'notSaved') draw({ news: undefined });
  work.catch(() => {
    failed();
    draw({ news: 'notSaved' });
  });
}

async function load(file: File): Promise<DataNews> {
  if (file.size > MAX_MEGABYTES * 1024 * 1024) return 'importTooBig';
  const reading = readTransfer(await file.text());
  switch (reading.type) {
    case 'no-file':
      return 'importNoFile';
    case 'newer':
      return 'importNewer';
    case 'wrong':
      return reading.problems;
    case 'good':
      await importAll(reading);
      return 'importDone';
  }
}

document.title = `${t('extensionName')} · ${t('settingsPage')}`;
shelfStore.watch((next) => draw({ shelf: next }));
statisticsStore.watch((next) => draw({ statistics: next }));
watchRules((next) => {
  book = next;
  draw();
});
syncStore.watch((next) => draw({ sync: next }));
draw();
// The section that the address names is there only now.
document.getElementById(location.hash.slice(1))?.scrollIntoView();
