// In: the state of the page. Out: what the popup says of it, what the page is made of, and the way on where there is one.
import { t } from '../../lib/i18n';
import type { Settings } from '../../lib/settings';
import { siteSettings } from '../../lib/sites';
import { WordBar } from '../shared/WordBar';
import type { PopupActions } from './Popup';
import { statement, type PageState } from './statement';

interface Props {
  readonly page: PageState;
  readonly settings: Settings;
  readonly actions: PopupActions;
}

export function Found({ page, settings, actions }: Props) {
  const { headline, more } = statement(page, settings);
  const supported = page.status === 'article' && siteSettings(settings, page.site).appeals === 'supported';
  return (
    <section class="found" tabIndex={-1} aria-live="polite">
      <h2>{headline}</h2>
      <p>{more}</p>
      {supported && <p class="thanks">{t('thanks', [page.site])}</p>}
      {page.status === 'unreachable' && <button onClick={actions.reload}>{t('reload')}</button>}
      {page.status === 'no-access' && <button onClick={actions.allowAccess}>{t('allowAccess')}</button>}
      {page.status === 'not-article' && <button onClick={actions.insistArticle}>{t('insistArticle')}</button>}
      {page.status === 'article' && <WordBar words={page.words} />}
    </section>
  );
}
