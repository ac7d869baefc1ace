// In: shortcuts and version. Out: the sections on what is not set here: shortcuts, language and version.
import { t } from '../../lib/i18n';
import type { Shortcut } from '../../lib/shortcuts';
import { Keys } from '../shared/Keys';
import { Section } from './Section';

/** The languages that the texts are there in. */
export const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt-BR', 'sv', 'uk'] as const;

export function Shortcuts({ shortcuts, onChange }: { readonly shortcuts: readonly Shortcut[] | undefined; readonly onChange: () => void }) {
  return (
    <Section id="shortcuts" title={t('shortcuts')}>
      {shortcuts === undefined || shortcuts.length === 0 ? <p class="none">{t('shortcutsNone')}</p> : <Keys shortcuts={shortcuts} onChange={onChange} />}
    </Section>
  );
}

export function Language() {
  const own = t('locale');
  const others = LANGUAGES.filter((language) => language !== own).map((language) => nameOf(language, language));
  return (
    <Section id="language" title={t('language')}>
      <p>{t('languageMore', [nameOf(own, own), new Intl.ListFormat(own).format(others)])}</p>
    </Section>
  );
}

export function About({ version }: { readonly version: string }) {
  return (
    <Section id="about" title={t('about')}>
      <p>{t('aboutMore', [version])}</p>
      <p>
        <a href="/changelog.txt" target="_blank">
          {t('changelog')}
        </a>
      </p>
    </Section>
  );
}

/** What a language is called, in `language`. */
function nameOf(of: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(of) ?? of;
}
