// In: which kinds are on, and how much of each is on the page. Out: a checkbox per kind, with its words and prompts.
import { KINDS, type Kind } from '../../lib/engine/types';
import { plural, t } from '../../lib/i18n';
import type { PageReport } from '../../lib/page/report';

interface Props {
  readonly kinds: Readonly<Record<Kind, boolean>>;
  /** Absent while nothing is known of the page. */
  readonly page: Pick<PageReport, 'found' | 'words'> | undefined;
  readonly onChange: (kind: Kind, on: boolean) => void;
}

export function KindList({ kinds, page, onChange }: Props) {
  return (
    <div class="kinds" role="group" aria-label={t('kinds')}>
      {KINDS.map((kind) => {
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
            {page && <Count kind={kind} words={page.words[kind]} prompts={page.found[kind].sure + page.found[kind].unsure} />}
          </div>
        );
      })}
    </div>
  );
}

function Count({ kind, words, prompts }: { readonly kind: Kind; readonly words: number; readonly prompts: number }) {
  return (
    <span id={`count-${kind}`} class="counts">
      {words > 0 && <span class="quiet">{plural('words', words)}</span>}
      <span class="count" data-none={prompts === 0 ? '' : undefined}>
        <span aria-hidden="true">{prompts}</span>
        <span class="visually-hidden"> {t('countOnPage', [prompts])}</span>
      </span>
    </span>
  );
}
