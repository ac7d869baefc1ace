// In: shortcuts. Out: a list of them, with the keys of each, and the way to change them.
import { t } from '../../lib/i18n';
import type { Shortcut } from '../../lib/shortcuts';
import './keys.css';

interface Props {
  readonly shortcuts: readonly Shortcut[];
  readonly onChange: () => void;
}

export function Keys({ shortcuts, onChange }: Props) {
  return (
    <div class="keys">
      <dl>
        {shortcuts.map(({ command, name, keys }) => (
          <div key={command}>
            <dt>{name}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="quiet">{t('shortcutUnset')}</span>}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="second" onClick={onChange}>
        {t('shortcutsChange')}
      </button>
    </div>
  );
}
