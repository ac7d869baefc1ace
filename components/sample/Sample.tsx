// In: nothing. Out: a short article in the reader's language, with an appeal, a newsletter prompt and a promo as newsrooms build them.
import { t } from '../../lib/i18n';
import './sample.css';

export function Sample() {
  return (
    <main>
      <article>
        <h1>{t('sampleTitle')}</h1>
        <p class="byline">{t('sampleBy')}</p>
        <p>{t('sampleOne')}</p>
        <aside class="support-appeal donate">
          <p>{t('sampleAppeal')}</p>
          <p>
            <a href="https://news.example/donate">{t('sampleGive')}</a>
          </p>
        </aside>
        <p>{t('sampleTwo')}</p>
        <section class="newsletter-signup">
          <h2>{t('sampleNewsletter')}</h2>
          <p>{t('sampleNewsletterMore')}</p>
          <form>
            <input type="email" aria-label={t('sampleNewsletter')} placeholder="name@mail.example" />
            <button type="button">{t('sampleSignUp')}</button>
          </form>
        </section>
        <p>{t('sampleThree')}</p>
      </article>
      <aside class="related-stories">
        <h2>{t('samplePromo')}</h2>
        <ul>
          <li>
            <a href="https://news.example/trains">{t('samplePromoOne')}</a>
          </li>
          <li>
            <a href="https://news.example/market">{t('samplePromoTwo')}</a>
          </li>
        </ul>
      </aside>
    </main>
  );
}
