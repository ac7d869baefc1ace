// In: the current mode. Out: a radio group that changes it.
import { t } from '../../lib/i18n';
import { MODES, type Mode } from '../../lib/settings';
import './mode-control.css';

const NAMES = { off: 'modeOff', highlight: 'modeHighlight', hide: 'modeHide' } as const;

interface Props {
  readonly mode: Mode;
  readonly onChange: (mode: Mode) => void;
}

export function ModeControl({ mode, onChange }: Props) {
  return (
    <div class="modes" role="radiogroup" aria-label={t('mode')}>
      {MODES.map((one) => (
        <label key={one} class="animated">
          <input
            type="radio"
            name="mode"
            checked={one === mode}
            onChange={() => {
              onChange(one);
            }}
          />
          {t(NAMES[one])}
        </label>
      ))}
    </div>
  );
}
