// In: what is known of the page. Out: what the popup says of it, a headline and a sentence. Pure.
import { KINDS } from '../../lib/engine/types';
import { plural, t } from '../../lib/i18n';
import type { PageReport } from '../../lib/page/report';
import type { Settings } from '../../lib/settings';

/** A page's report, or why there is none. */
export type PageState = PageReport | { readonly status: 'asking' | 'unreachable' | 'no-access' };

export interface Statement {
  readonly headline: string;
  readonly more: string;
}

export function statement(page: PageState, settings: Settings): Statement {
  switch (page.status) {
    case 'article':
      return articleStatement(page);
    case 'not-article':
      return { headline: t('notArticle'), more: t('notArticleMore') };
    case 'off':
      return settings.mode === 'off'
        ? { headline: t('off'), more: t('offMore') }
        : { headline: t('offHere'), more: t('offHereMore') };
    case 'asking':
    case 'loading':
      return { headline: t('reading'), more: t('readingMore') };
    case 'unsupported':
      return { headline: t('unsupported'), more: t('unsupportedMore') };
    case 'failed':
      return { headline: t('failed'), more: t('failedMore') };
    case 'gave-up':
      return { headline: t('gaveUp'), more: t('gaveUpMore') };
    case 'unreachable':
      return { headline: t('unreachable'), more: t('unreachableMore') };
    case 'no-access':
      return { headline: t('noAccess'), more: t('noAccessMore') };
  }
}

function articleStatement({ mode, found, marked, insisted }: PageReport): Statement {
  const sure = KINDS.reduce((sum, kind) => sum + found[kind].sure, 0);
  const unsure = KINDS.reduce((sum, kind) => sum + found[kind].unsure, 0);
  if (sure + unsure === 0) return { headline: t('nothingFound'), more: t('nothingFoundMore') };
  if (mode === 'highlight' && marked > 0) return { headline: plural('highlighted', marked), more: t('storyUntouched') };
  if (insisted > 0) return { headline: marked > 0 ? plural('hidden', marked) : t('kindsOff'), more: plural('insisted', insisted) };
  const more = unsure > 0 ? plural('unsure', unsure) : t('storyUntouched');
  if (marked > 0) return { headline: plural('hidden', marked), more };
  return sure > 0 ? { headline: t('kindsOff'), more: t('kindsOffMore') } : { headline: t('kindsOff'), more };
}
