// In: what the trust ramp or the drift alarm has to say. Out: a question with two answers.
import { number, t } from '../../lib/i18n';
import type { PopupActions } from './Popup';

export type OfferState =
  | { readonly type: 'hide'; readonly agreed: number; readonly of: number }
  | { readonly type: 'drifted'; readonly site: string };

export function Offer({ offer, actions }: { readonly offer: OfferState; readonly actions: PopupActions }) {
  return offer.type === 'hide' ? (
    <section class="offer">
      <p>{t('offerHiding', [number(offer.agreed), number(offer.of)])}</p>
      <button onClick={actions.acceptHiding}>{t('offerYes')}</button>
      <button class="second" onClick={actions.postponeHiding}>
        {t('offerNo')}
      </button>
    </section>
  ) : (
    <section class="offer">
      <p>{t('drifted')}</p>
      <button
        onClick={() => {
          actions.answerDrift(offer.site, true);
        }}
      >
        {t('hideAgain')}
      </button>
      <button
        class="second"
        onClick={() => {
          actions.answerDrift(offer.site, false);
        }}
      >
        {t('driftedKeep')}
      </button>
    </section>
  );
}
