// In: whether Unpitch is on for the current site. Out: a switch that changes it.
import { t } from '../../lib/i18n';

interface Props {
  readonly on: boolean;
  /** '' where the site is not known: the switch then cannot be used. */
  readonly site: string;
  readonly onChange: (on: boolean) => void;
}

export function SiteSwitch({ on, site, onChange }: Props) {
  return (
    <div class="row site-row">
      <label>
        <span style="flex: 1">{t('onThisSite')}</span>
        <input
          type="checkbox"
          role="switch"
          class="switch animated"
          checked={on}
          disabled={site === ''}
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
      </label>
    </div>
  );
}
