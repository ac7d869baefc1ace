// In: the sites with settings of their own. Out: a list that finds, changes, adds and removes them.
import { useState } from 'preact/hooks';
import { KINDS } from '../../lib/engine/types';
import { number, t } from '../../lib/i18n';
import { MODES, type Mode, type Settings, type SiteSettings } from '../../lib/settings';
import { siteKey, withSiteMode } from '../../lib/sites';
import { APPEAL_NAMES, MODE_NAMES } from '../shared/names';
import { RemoveButton } from './RemoveButton';
import { Section } from './Section';

interface Props {
  readonly settings: Settings;
  readonly change: (step: (now: Settings) => Settings) => void;
  readonly onRemove: (site: string) => void;
}

/** A longer list helps nobody; the field above narrows it. */
const MAX_LISTED = 50;

export function Sites({ settings, change, onRemove }: Props) {
  const [find, setFind] = useState('');
  const names = Object.keys(settings.sites).sort();
  const found = names.filter((name) => name.includes(find.trim().toLowerCase()));
  const listed = found.slice(0, MAX_LISTED);
  return (
    <Section id="sites" title={t('sites')} more={t('sitesMore')}>
      {(names.length > 10 || find !== '') && (
        <label class="field">
          {t('siteFind')}
          <input
            type="search"
            value={find}
            onInput={(event) => {
              setFind(event.currentTarget.value);
            }}
          />
        </label>
      )}
      {names.length === 0 && <p class="none">{t('sitesNone')}</p>}
      <ul class="rows">
        {listed.map((site) => (
          <Site key={site} site={site} own={settings.sites[site]!} change={change} onRemove={onRemove} />
        ))}
      </ul>
      {listed.length < names.length && <p class="quiet">{t('sitesListed', [number(listed.length), number(names.length)])}</p>}
      <AddSite change={change} />
    </Section>
  );
}

function Site({ site, own, change, onRemove }: Omit<Props, 'settings'> & { readonly site: string; readonly own: SiteSettings }) {
  const differing = KINDS.filter((kind) => own.kinds?.[kind] !== undefined).map((kind) => `${t(kind)} ${own.kinds![kind] ? '✓' : '✗'}`);
  const more = [...differing, ...(own.appeals ? [t(APPEAL_NAMES[own.appeals])] : [])].join(' · ');
  return (
    <li>
      <div class="grow">
        <bdi>{site}</bdi>
        {more && <p class="quiet">{more}</p>}
      </div>
      <select
        aria-label={t('modeOn', [site])}
        value={own.mode ?? ''}
        onChange={(event) => {
          const mode = MODES.find((one) => one === event.currentTarget.value);
          change((now) => withSiteMode(now, site, mode));
        }}
      >
        <option value="">{t('siteAsEverywhere')}</option>
        {MODES.map((mode: Mode) => (
          <option key={mode} value={mode}>
            {t(MODE_NAMES[mode])}
          </option>
        ))}
      </select>
      <RemoveButton
        name={site}
        onRemove={() => {
          onRemove(site);
        }}
      />
    </li>
  );
}

function AddSite({ change }: { readonly change: Props['change'] }) {
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        const site = hostOf(text);
        setBad(site === undefined);
        if (site === undefined) return;
        // What differs is said in the list it now stands in.
        change((now) => withSiteMode(now, site, 'off'));
        setText('');
      }}
    >
      <label for="add-site">{t('siteAdd')}</label>
      <span class="pair">
        <input
          id="add-site"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="news.example"
          value={text}
          aria-invalid={bad}
          aria-describedby={bad ? 'add-site-bad' : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setBad(false);
          }}
        />
        <button type="submit" class="second">
          {t('add')}
        </button>
      </span>
      {bad && (
        <p id="add-site-bad" class="error" role="alert">
          {t('siteBad')}
        </p>
      )}
    </form>
  );
}

/** The site that an address or a bare host names. */
function hostOf(text: string): string | undefined {
  const trimmed = text.trim();
  const address = /^https?:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (trimmed === '' || !URL.canParse(address)) return undefined;
  const site = siteKey(new URL(address).hostname);
  return site.includes('.') || site === 'localhost' ? site : undefined;
}
