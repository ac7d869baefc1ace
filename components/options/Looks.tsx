// In: theme, kinds and colours. Out: the sections that change them.
import { KINDS, type Kind } from '../../lib/engine/types';
import { t } from '../../lib/i18n';
import { PALETTES, THEMES, type Settings } from '../../lib/settings';
import { Choice } from '../shared/Choice';
import { Section } from './Section';

interface Props {
  readonly settings: Settings;
  readonly change: (step: (now: Settings) => Settings) => void;
}

const THEME_NAMES = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;
const PALETTE_NAMES = { calm: 'paletteCalm', vivid: 'paletteVivid', distinct: 'paletteDistinct' } as const;
const KIND_TEXTS = { fundraising: 'fundraisingMore', newsletter: 'newsletterMore', promo: 'promoMore' } as const;

export function Appearance({ settings, change }: Props) {
  return (
    <Section id="appearance" title={t('appearance')}>
      <Choice
        label={t('theme')}
        options={THEMES.map((value) => ({ value, name: t(THEME_NAMES[value]) }))}
        chosen={settings.theme}
        onChoose={(theme) => {
          change((now) => ({ ...now, theme }));
        }}
      />
    </Section>
  );
}

export function Kinds({ settings, change }: Props) {
  const setKind = (kind: Kind, on: boolean) => {
    change((now) => ({ ...now, kinds: { ...now.kinds, [kind]: on } }));
  };
  return (
    <Section id="kinds" title={t('kindsAndColours')}>
      <ul class="kinds-list">
        {KINDS.map((kind) => (
          <li key={kind} style={`--kind: var(--${kind})`}>
            <label>
              <input
                type="checkbox"
                checked={settings.kinds[kind]}
                aria-describedby={`${kind}-more`}
                onChange={(event) => {
                  setKind(kind, event.currentTarget.checked);
                }}
              />
              {t(kind)}
            </label>
            <p class="quiet" id={`${kind}-more`}>
              {t(KIND_TEXTS[kind])}
            </p>
          </li>
        ))}
      </ul>
      <h3>{t('palette')}</h3>
      <Choice
        label={t('palette')}
        options={PALETTES.map((value) => ({ value, name: t(PALETTE_NAMES[value]) }))}
        chosen={settings.palette}
        onChoose={(palette) => {
          change((now) => ({ ...now, palette }));
        }}
      />
    </Section>
  );
}
