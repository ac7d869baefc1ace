// In: settings, and the state of the page in the current tab. Out: the popup; every choice goes back through `actions`.
import type { Kind } from '../../lib/engine/types';
import { t } from '../../lib/i18n';
import type { Mode, Settings } from '../../lib/settings';
import { KindList } from './KindList';
import { ModeControl } from './ModeControl';
import { SiteSwitch } from './SiteSwitch';
import { statement, type PageState } from './statement';
import './popup.css';

export interface PopupActions {
  readonly setMode: (mode: Mode) => void;
  readonly setKind: (kind: Kind, on: boolean) => void;
  readonly setSite: (site: string, on: boolean) => void;
  readonly reload: () => void;
  readonly allowAccess: () => void;
}

interface Props {
  readonly settings: Settings;
  readonly page: PageState;
  /** The last change could not be saved. */
  readonly unsaved: boolean;
  readonly actions: PopupActions;
}

export function Popup({ settings, page, unsaved, actions }: Props) {
  const site = 'site' in page ? page.site : '';
  const found = 'found' in page && page.status === 'article' ? page.found : undefined;
  return (
    <main class="popup">
      <header class="header">
        <img src="/icon/32.png" width="20" height="20" alt="" />
        <h1>{t('extensionName')}</h1>
        <span class="site">{site}</span>
      </header>
      <Found page={page} settings={settings} actions={actions} />
      {unsaved && (
        <p class="error" role="alert">
          {t('notSaved')}
        </p>
      )}
      <ModeControl mode={settings.mode} onChange={actions.setMode} />
      <KindList kinds={settings.kinds} found={found} onChange={actions.setKind} />
      <SiteSwitch
        site={site}
        on={settings.sites[site]?.mode !== 'off'}
        onChange={(on) => {
          actions.setSite(site, on);
        }}
      />
    </main>
  );
}

function Found({ page, settings, actions }: Omit<Props, 'unsaved'>) {
  const { headline, more } = statement(page, settings);
  return (
    <section class="found" aria-live="polite">
      <h2>{headline}</h2>
      <p>{more}</p>
      {page.status === 'unreachable' && <button onClick={actions.reload}>{t('reload')}</button>}
      {page.status === 'no-access' && <button onClick={actions.allowAccess}>{t('allowAccess')}</button>}
    </section>
  );
}
