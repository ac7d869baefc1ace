// In: the choice made so far. Out: the welcome page; a choice goes back through `onChoose` and shows in the sample at once.
import { t } from '../../lib/i18n';
import './welcome.css';

const CHOICES = ['hide', 'highlight', 'later'] as const;
export type WelcomeChoice = (typeof CHOICES)[number];

const TEXTS = {
  hide: ['choiceHide', 'choiceHideMore'],
  highlight: ['choiceHighlight', 'choiceHighlightMore'],
  later: ['choiceLater', 'choiceLaterMore'],
} as const;

interface Props {
  readonly chosen: WelcomeChoice;
  /** How the toolbar button is pinned differs. */
  readonly inFirefox: boolean;
  readonly unsaved: boolean;
  readonly onChoose: (choice: WelcomeChoice) => void;
}

export function Welcome({ chosen, inFirefox, unsaved, onChoose }: Props) {
  return (
    <main class="welcome">
      <header>
        <img src="/icon/96.png" width="48" height="48" alt="" />
        <h1>{t('welcomeTitle')}</h1>
        <p>{t('welcomeLead')}</p>
      </header>
      <div class="try">
        <fieldset>
          <legend>{t('welcomeChoice')}</legend>
          {CHOICES.map((choice) => (
            <label key={choice} class="animated">
              <input
                type="radio"
                name="choice"
                value={choice}
                checked={choice === chosen}
                aria-describedby={`more-${choice}`}
                onChange={() => {
                  onChoose(choice);
                }}
              />
              <span>{t(TEXTS[choice][0])}</span>
              <span class="quiet" id={`more-${choice}`}>
                {t(TEXTS[choice][1])}
              </span>
            </label>
          ))}
          {unsaved && (
            <p class="error" role="alert">
              {t('notSaved')}
            </p>
          )}
        </fieldset>
        <figure>
          <figcaption>{t('welcomeSample')}</figcaption>
          <iframe src="/sample.html" title={t('welcomeSample')} />
        </figure>
      </div>
      <div class="facts">
        <section>
          <h2>{t('welcomePin')}</h2>
          <p>{t(inFirefox ? 'pinFirefox' : 'pinChrome')}</p>
        </section>
        <section>
          <h2>{t('welcomeNever')}</h2>
          <ul>
            {(['neverNetwork', 'neverAccount', 'neverDoubt'] as const).map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t('welcomeFair')}</h2>
          <p>{t('welcomeFairMore')}</p>
        </section>
      </div>
    </main>
  );
}
