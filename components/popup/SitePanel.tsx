// In: what holds on the current site. Out: a switch for it, its mode, its kinds and what becomes of its appeals.
import { useRef } from 'preact/hooks';
import { KINDS } from '../../lib/engine/types';
import { t } from '../../lib/i18n';
import { APPEALS, type Appeals, type Mode, type Settings } from '../../lib/settings';
import { isSpecial, lineage, siteSettings } from '../../lib/sites';
import type { PopupActions } from './Popup';
import { Choice } from '../shared/Choice';
import { APPEAL_NAMES, MODE_NAMES } from '../shared/names';
import { Switch } from '../shared/Switch';

interface Props {
  /** '' where the site is not known: nothing can be changed then. */
  readonly site: string;
  readonly settings: Settings;
  readonly actions: PopupActions;
}

export function SitePanel({ site, settings, actions }: Props) {
  const here = siteSettings(settings, site);
  const on = here.mode !== 'off';
  return (
    <section class="site-panel">
      <Switch
        name={t('onThisSite')}
        on={on}
        disabled={site === ''}
        onChange={(next) => {
          actions.setSite(site, next);
        }}
      />
      {on && site !== '' && (
        <Choice<Mode | undefined>
          label={t('onThisSite')}
          options={[{ value: undefined, name: t('siteAsEverywhere') }, ...(['highlight', 'hide'] as const).map((value) => ({ value, name: t(MODE_NAMES[value]) }))]}
          chosen={here.mode}
          onChoose={(mode) => {
            actions.setSiteMode(site, mode);
          }}
        />
      )}
      {site !== '' && (
        <SiteMore key={site} site={site} settings={settings} actions={actions} />
      )}
    </section>
  );
}

function SiteMore({ site, settings, actions }: Props) {
  const here = siteSettings(settings, site);
  // Stays open when the reader takes back the last thing that is special: the focus is in it.
  const isOpen = useRef(false);
  isOpen.current ||= here.appeals !== undefined || isSpecial({ ...here, mode: undefined });
  return (
    <details open={isOpen.current}>
      <summary>{t('siteMore')}</summary>
      {lineage(site).length > 1 && <p class="quiet lineage">{lineage(site).join(' ‹ ')}</p>}
      <SiteKinds site={site} settings={settings} actions={actions} />
      <h3>{t('siteAppeals')}</h3>
      <Choice<Appeals | undefined>
        label={t('siteAppeals')}
        options={[{ value: undefined, name: t('appealsHide') }, ...APPEALS.map((value) => ({ value, name: t(APPEAL_NAMES[value]) }))]}
        chosen={here.appeals}
        onChoose={(appeals) => {
          actions.setAppeals(site, appeals);
        }}
      />
    </details>
  );
}

function SiteKinds({ site, settings, actions }: Props) {
  const kinds = { ...settings.kinds, ...siteSettings(settings, site).kinds };
  return (
    <>
      <h3>{t('siteKinds')}</h3>
      <div class="choice" role="group" aria-label={t('siteKinds')}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            class="pill animated"
            aria-pressed={kinds[kind]}
            onClick={() => {
              actions.setSiteKind(site, kind, !kinds[kind]);
            }}
          >
            {t(kind)}
          </button>
        ))}
      </div>
    </>
  );
}
