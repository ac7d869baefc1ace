// In: the current mode. Out: a radio group that changes it.
import { t } from '../../lib/i18n';
import { MODES, type Mode } from '../../lib/settings';
import { MODE_NAMES } from './names';
import './mode-control.css';

interface Props {
  readonly mode: Mode;
  readonly onChange: (mode: Mode) => void;
}

export function ModeControl({ mode, onChange }: Props) {
  return (
    <div class="modes" role="radiogroup" aria-label={t('mode')}>
      {MODES.map((one) => (
        <label key={one} class="animated" data-name={t(MODE_NAMES[one])}>
          <input
            type="radio"
            name="mode"
            checked={one === mode}
            onChange={() => {
              onChange(one);
            }}
          />
          {t(MODE_NAMES[one])}
        </label>
      ))}
    </div>
  );
}
