// In: how much was hidden each week. Out: a small chart of it with its table, and the switch that ends and erases it.
import { KINDS } from '../../lib/engine/types';
import { number, plural, t } from '../../lib/i18n';
import { lastWeeks, type Statistics } from '../../lib/statistics';
import { Switch } from '../shared/Switch';
import { Section } from './Section';
import '../shared/labels.css';

interface Props {
  readonly statistics: Statistics;
  readonly keep: boolean;
  readonly now: Date;
  /** Switched off, what was counted is erased too. */
  readonly onKeep: (on: boolean) => void;
}

const WEEKS = 26;
const HEIGHT = 90;

export function StatisticsSection({ statistics, keep, now, onKeep }: Props) {
  const weeks = lastWeeks(statistics, WEEKS, now);
  const sums = weeks.map(({ week }) => KINDS.reduce((sum, kind) => sum + week[kind], 0));
  const all = sums.reduce((sum, one) => sum + one, 0);
  return (
    <Section id="statistics" title={t('statistics')}>
      <Switch name={t('statisticsKeep')} on={keep} onChange={onKeep} />
      {all === 0 ? (
        <p class="none">{t('statisticsNone')}</p>
      ) : (
        <figure class="chart">
          <figcaption>{plural('statisticsSum', all, day(weeks[sums.findIndex((sum) => sum > 0)]!.monday))}</figcaption>
          <div class="columns" aria-hidden="true">
            {weeks.map(({ monday, week }) => (
              <div key={monday}>
                {KINDS.map((kind) => (
                  <span key={kind} class={kind} style={`height: ${((week[kind] / Math.max(...sums)) * HEIGHT).toFixed(1)}px`} />
                ))}
              </div>
            ))}
          </div>
          <ul class="key" aria-hidden="true">
            {KINDS.map((kind) => (
              <li key={kind}>
                <span class={`swatch ${kind}`} />
                {t(kind)}
              </li>
            ))}
          </ul>
          <Table weeks={weeks} />
        </figure>
      )}
    </Section>
  );
}

/** The chart for those who do not see it. */
function Table({ weeks }: { readonly weeks: ReturnType<typeof lastWeeks> }) {
  return (
    // A table is as wide as its words, whatever it is told: what holds it is not.
    <div class="visually-hidden">
      <table>
        <caption>{t('statisticsChart')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('week')}</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col">
                {t(kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ monday, week }) => (
            <tr key={monday}>
              <th scope="row">{day(monday)}</th>
              {KINDS.map((kind) => (
                <td key={kind}>{number(week[kind])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function day(monday: string): string {
  return new Intl.DateTimeFormat(t('locale'), { dateStyle: 'medium' }).format(new Date(`${monday}T12:00`));
}
