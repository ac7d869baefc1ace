// In: all that is kept. Out: the settings page, drawn anew whenever something changes, here or elsewhere.
import '../../components/theme.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { DataNews } from '../../components/options/DataSection';
import { Options, type OptionsActions, type OptionsState } from '../../components/options/Options';
import { Rules } from '../../components/rules/Rules';
import { dress } from '../../components/shared/dress';
import { saveFile } from '../../components/shared/save-file';
import { t } from '../../lib/i18n';
import { loadRules, storeChange, watchRules } from '../../lib/rules';
import { settingsStore, updateSettings, type Settings } from '../../lib/settings';
import { shelfStore, withoutEntry } from '../../lib/shelf';
import { statisticsStore } from '../../lib/statistics';
import { eraseAll } from '../../lib/store';
import { switchSync, syncStore } from '../../lib/sync';
import { exportAll, importAll, MAX_MEGABYTES, readTransfer } from '../../lib/transfer';

const [settings, shelf, statistics, sync, rules, commands] = await Promise.all([
  settingsStore.load(), shelfStore.load(), statisticsStore.load(), syncStore.load(), loadRules(),
  // Firefox for Android has no shortcuts.
  browser.commands?.getAll(),
]);

let state: OptionsState = {
  settings, shelf, statistics, sync,
  shortcuts: commands?.flatMap(({ description, shortcut }) => (description ? [{ name: description, keys: shortcut ?? '' }] : [])),
  version: browser.runtime.getManifest().version,
  inFirefox: import.meta.env.FIREFOX,
  news: undefined,
};

let book = rules;

const actions: OptionsActions = {
  change,
  removeFromShelf: (site) => attempt(shelfStore.update((now) => withoutEntry(now, site))),
  clearShelf: () => attempt(shelfStore.update(() => ({}))),
  keepStatistics(on) {
    change((now) => ({ ...now, statistics: on }));
    if (!on) attempt(statisticsStore.update(() => ({})));
  },
  exportAll: () => void exportAll(new Date()).then((text) => saveFile('unpitch.json', text)),
  importAll: (file) => void load(file).then((news) => draw({ news }), () => draw({ news: 'notSaved' })),
  setSync: (on) => attempt(switchSync(on)),
  reset: () => attempt(eraseAll().then(() => draw({ news: 'resetDone' }))),
};

function draw(next: Partial<OptionsState> = {}): void {
  state = { ...state, ...next };
  dress(document, state.settings);
  const section = (
    <Rules
      rules={book}
      onChange={(step) => attempt(storeChange(step))}
      stubs={state.settings.stubs}
      onStubs={(stubs) => change((now) => ({ ...now, stubs }))}
    />
  );
  render(<Options {...state} rules={section} actions={actions} />, document.body);
}

function change(step: (now: Settings) => Settings): void {
  draw({ settings: step(state.settings) });
  attempt(updateSettings(step));
}

/** What could not be stored is drawn as it is stored, and said so. */
function attempt(work: Promise<unknown>): void {
  work.catch(async () => draw({ settings: await settingsStore.load(), news: 'notSaved' }));
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
settingsStore.watch((next) => draw({ settings: next }));
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
