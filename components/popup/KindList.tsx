// In: which kinds are on, and how many prompts of each are on the page. Out: a checkbox and a count per kind.
import { KINDS, type Kind } from '../../lib/engine/types';
import { t } from '../../lib/i18n';
import type { PageReport } from '../../lib/page/report';

interface Props {
  readonly kinds: Readonly<Record<Kind, boolean>>;
  /** Absent while nothing is known of the page. */
  readonly found: PageReport['found'] | undefined;
  readonly onChange: (kind: Kind, on: boolean) => void;
}

export function KindList({ kinds, found, onChange }: Props) {
  return (
    <div class="kinds" role="group" aria-label={t('kinds')}>
      {KINDS.map((kind) => {
        const count = found && found[kind].sure + found[kind].unsure;
        return (
          <div key={kind} class="row kind" style={`--kind: var(--${kind})`}>
            <label>
              <input
                type="checkbox"
                checked={kinds[kind]}
                aria-describedby={`count-${kind}`}
                onChange={(event) => {
                  onChange(kind, event.currentTarget.checked);
                }}
              />
              {t(kind)}
            </label>
            <Count kind={kind} count={count} />
          </div>
        );
      })}
    </div>
  );
}

function Count({ kind, count }: { readonly kind: Kind; readonly count: number | undefined }) {
  if (count === undefined) return null;
  return (
    <span id={`count-${kind}`} class="count" data-none={count === 0 ? '' : undefined}>
      <span aria-hidden="true">{count}</span>
      <span class="visually-hidden">{t('countOnPage', [count])}</span>
    </span>
  );
}
