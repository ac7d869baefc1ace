// In: all that is kept. Out: the settings page, section by section; every change goes back through `actions`.
import type { ComponentChildren } from 'preact';
import { t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';
import type { Shelf } from '../../lib/shelf';
import type { Statistics } from '../../lib/statistics';
import { ModeControl } from '../shared/ModeControl';
import { Switch } from '../shared/Switch';
import type { Shortcut } from '../../lib/shortcuts';
import { About, Language, Shortcuts } from './Browser';
import { DataSection, type DataNews } from './DataSection';
import { Appearance, Kinds } from './Looks';
import { Section } from './Section';
import { ShelfSection } from './ShelfSection';
import { Sites } from './Sites';
import { StatisticsSection } from './StatisticsSection';
import './options.css';

export interface OptionsActions {
  readonly change: (step: (now: Settings) => Settings) => void;
  readonly removeFromShelf: (site: string) => void;
  readonly clearShelf: () => void;
  readonly keepStatistics: (on: boolean) => void;
  readonly exportAll: () => void;
  readonly importAll: (file: File) => void;
  readonly setSync: (on: boolean) => void;
  readonly reset: () => void;
  readonly removeSite: (site: string) => void;
  readonly changeShortcuts: () => void;
  /** Puts back what was taken away last. */
  readonly undo: () => void;
}

export interface OptionsState {
  readonly settings: Settings;
  readonly shelf: Shelf;
  readonly statistics: Statistics;
  readonly sync: Parameters<typeof DataSection>[0]['sync'];
  /** undefined where there can be none. */
  readonly shortcuts: readonly Shortcut[] | undefined;
  readonly version: string;
  readonly news: DataNews | undefined;
  /** Something was taken away that can be put back. */
  readonly removed: boolean;
}

interface Props extends OptionsState {
  /** The section of the reader's own rules. */
  readonly rules?: ComponentChildren;
  readonly actions: OptionsActions;
}

const SECTIONS = [
  ['appearance', 'appearance'], ['kinds', 'kindsAndColours'], ['sites', 'sites'], ['rules', 'rules'], ['shelf', 'shelf'], ['trust', 'trust'],
  ['statistics', 'statistics'], ['shortcuts', 'shortcuts'], ['language', 'language'], ['data', 'data'], ['about', 'about'],
] as const;

export function Options({ settings, shelf, statistics, sync, shortcuts, version, news, removed, rules, actions }: Props) {
  const { change } = actions;
  return (
    <div class="options">
      <header>
        <img src="/icon/48.png" width="28" height="28" alt="" />
        <h1>
          {t('extensionName')} · {t('settingsPage')}
        </h1>
      </header>
      <nav aria-label={t('settingsPage')}>
        <ul>
          {SECTIONS.map(([id, name]) => (
            <li key={id}>
              <a href={`#${id}`}>{t(name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <ModeControl
          mode={settings.mode}
          onChange={(mode) => {
            change((now) => ({ ...now, mode }));
          }}
        />
        <Appearance settings={settings} change={change} />
        <Kinds settings={settings} change={change} />
        <Sites settings={settings} change={change} onRemove={actions.removeSite} />
        {rules}
        <ShelfSection
          shelf={shelf}
          keep={settings.shelf}
          onKeep={(on) => {
            change((now) => ({ ...now, shelf: on }));
          }}
          onRemove={actions.removeFromShelf}
          onClear={actions.clearShelf}
        />
        <Section id="trust" title={t('trust')}>
          {(['ramp', 'driftAlarm'] as const).map((name) => (
            <Switch
              key={name}
              name={t(name)}
              on={settings[name]}
              onChange={(on) => {
                change((now) => ({ ...now, [name]: on }));
              }}
            />
          ))}
        </Section>
        <StatisticsSection statistics={statistics} keep={settings.statistics} now={new Date()} onKeep={actions.keepStatistics} />
        <Shortcuts shortcuts={shortcuts} onChange={actions.changeShortcuts} />
        <Language />
        <DataSection sync={sync} news={news} onExport={actions.exportAll} onImport={actions.importAll} onSync={actions.setSync} onReset={actions.reset} />
        <About version={version} />
      </main>
      <div class="removed" role="status">
        {removed && (
          <p>
            {t('removed')}
            <button type="button" class="second" onClick={actions.undo}>
              {t('undo')}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
