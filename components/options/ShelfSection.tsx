// In: the hidden appeals. Out: the support shelf: each publication with its own link, to give deliberately and later.
import { number, plural, t } from '../../lib/i18n';
import type { Shelf } from '../../lib/shelf';
import { Switch } from '../shared/Switch';
import { RemoveButton } from './RemoveButton';
import { Section } from './Section';

interface Props {
  readonly shelf: Shelf;
  readonly keep: boolean;
  readonly onKeep: (on: boolean) => void;
  readonly onRemove: (site: string) => void;
  readonly onClear: () => void;
}

/** Those met last; a longer list helps nobody. */
const MAX_LISTED = 50;

export function ShelfSection({ shelf, keep, onKeep, onRemove, onClear }: Props) {
  const entries = Object.entries(shelf);
  const date = new Intl.DateTimeFormat(t('locale'), { dateStyle: 'medium' });
  return (
    <Section id="shelf" title={t('shelf')} more={t('shelfMore')}>
      <Switch name={t('shelfKeep')} on={keep} onChange={onKeep} />
      {entries.length === 0 && <p class="none">{t('shelfNone')}</p>}
      <ul class="rows shelf">
        {entries.slice(0, MAX_LISTED).map(([site, { title, link, at, count }]) => (
          <li key={site}>
            <div class="grow">
              <bdi class="publication">{site}</bdi>
              <a href={link || `https://${site}/`} target="_blank" rel="noreferrer noopener" dir="auto">
                {title || site}
              </a>
              <p class="quiet">{plural('shelfSeen', count, date.format(at))}</p>
            </div>
            <RemoveButton
              name={site}
              onRemove={() => {
                onRemove(site);
              }}
            />
          </li>
        ))}
      </ul>
      {entries.length > MAX_LISTED && <p class="quiet">{t('sitesListed', [number(MAX_LISTED), number(entries.length)])}</p>}
      {entries.length > 0 && (
        <button type="button" class="second" onClick={onClear}>
          {t('clearAll')}
        </button>
      )}
    </Section>
  );
}
