// In: settings, and the state of the page in the current tab. Out: the popup; every choice goes back through `actions`.
import type { Kind } from '../../lib/engine/types';
import { t } from '../../lib/i18n';
import type { PromptInfo } from '../../lib/page/prompt-info';
import type { Appeals, Mode, Settings } from '../../lib/settings';
import type { Shortcut } from '../../lib/shortcuts';
import { Found } from './Found';
import { Keys } from '../shared/Keys';
import { ModeControl } from '../shared/ModeControl';
import { KindList } from './KindList';
import { Offer, type OfferState } from './Offer';
import { PromptList } from './PromptList';
import { SitePanel } from './SitePanel';
import type { PageState } from './statement';
import './popup.css';

export interface PopupActions {
  readonly setMode: (mode: Mode) => void;
  readonly setKind: (kind: Kind, on: boolean) => void;
  readonly setSite: (site: string, on: boolean) => void;
  /** `undefined`: as everywhere. */
  readonly setSiteMode: (site: string, mode: Mode | undefined) => void;
  readonly setSiteKind: (site: string, kind: Kind, on: boolean) => void;
  readonly setAppeals: (site: string, appeals: Appeals | undefined) => void;
  readonly reveal: (id: number, on: boolean) => void;
  readonly dispute: (id: number) => void;
  readonly insistArticle: () => void;
  readonly acceptHiding: () => void;
  readonly postponeHiding: () => void;
  readonly answerDrift: (site: string, hide: boolean) => void;
  readonly reload: () => void;
  readonly allowAccess: () => void;
  /** Opens the inspector on the page, or closes it. */
  readonly inspect: () => void;
  readonly openSettings: (section: string) => void;
  readonly changeShortcuts: () => void;
  readonly openChangelog: () => void;
}

export interface PopupState {
  readonly settings: Settings;
  readonly page: PageState;
  readonly prompts: readonly PromptInfo[];
  /** Numbers of prompts that the reader disputed; undefined where this is not asked. */
  readonly disputed: readonly number[] | undefined;
  readonly offer: OfferState | undefined;
  /** The last change could not be saved. */
  readonly unsaved: boolean;
  /** undefined where there can be none. */
  readonly shortcuts: readonly Shortcut[] | undefined;
  /** The version that is new to the reader. */
  readonly newVersion: string | undefined;
}

interface Props extends PopupState {
  readonly actions: PopupActions;
}

export function Popup({ settings, page, prompts, disputed, offer, unsaved, shortcuts, newVersion, actions }: Props) {
  const site = 'site' in page ? page.site : '';
  const article = page.status === 'article' ? page : undefined;
  return (
    <main class="popup">
      <header class="header">
        <img src="/icon/32.png" width="20" height="20" alt="" />
        <h1>{t('extensionName')}</h1>
        <span class="site" title={site}>
          <bdi>{site}</bdi>
        </span>
      </header>
      <Found page={page} settings={settings} actions={actions} />
      {offer && <Offer offer={offer} actions={actions} />}
      {unsaved && (
        <p class="error" role="alert">
          {t('notSaved')}
        </p>
      )}
      <ModeControl mode={settings.mode} onChange={actions.setMode} />
      <KindList kinds={settings.kinds} page={article} onChange={actions.setKind} />
      <SitePanel site={site} settings={settings} actions={actions} />
      {article && <PromptList prompts={prompts} mode={article.mode} disputed={disputed} actions={actions} />}
      {/* Tools for this page, the inspector first, then the ways to the other pages. */}
      <nav class="tools">
        {isInspectable(page) && (
          <button type="button" class="second" title={shortcuts?.find(({ command }) => command === 'toggle-inspector')?.keys} onClick={actions.inspect}>
            {t('inspector')}
          </button>
        )}
        {(['shelf', 'settingsPage'] as const).map((section) => (
          <button
            key={section}
            type="button"
            class="second"
            onClick={() => {
              actions.openSettings(section === 'shelf' ? 'shelf' : '');
            }}
          >
            {t(section)}
          </button>
        ))}
      </nav>
      {shortcuts && shortcuts.length > 0 && (
        <details class="shortcuts">
          <summary>{t('shortcuts')}</summary>
          <Keys shortcuts={shortcuts} onChange={actions.changeShortcuts} />
        </details>
      )}
      {newVersion && (
        <button type="button" class="news" onClick={actions.openChangelog}>
          {t('updated', [newVersion])}
        </button>
      )}
    </main>
  );
}

/** Any page that can be read, article or not, Unpitch on or off. */
function isInspectable({ status }: PageState): boolean {
  return status === 'article' || status === 'not-article' || status === 'off';
}
