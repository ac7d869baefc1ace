// In: words by label. Out: one stacked bar of them, and in words what no switch beside it says: story and rest.
import type { Label } from '../../lib/engine/types';
import { plural, t } from '../../lib/i18n';
import './labels.css';
import './word-bar.css';

/** The story first, then what is taken out of it, then the rest of the page. */
const ORDER = ['article', 'fundraising', 'newsletter', 'promo', 'other'] as const satisfies readonly Label[];
const NAMES = { article: 'story', other: 'rest' } as const;

export function WordBar({ words }: { readonly words: Readonly<Record<Label, number>> }) {
  const present = ORDER.filter((label) => words[label] > 0);
  return (
    <figure class="words" aria-label={t('madeOf')}>
      <div class="bar" aria-hidden="true">
        {present.map((label) => (
          <span key={label} class={label} style={`flex-grow: ${words[label]}`} />
        ))}
      </div>
      <figcaption>
        {(['article', 'other'] as const).map((label) => (
          <span key={label}>
            <span class={`swatch ${label}`} aria-hidden="true" />
            {t(NAMES[label])}: {plural('words', words[label])}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
