// In: what a row of a list is about. Out: the button at its end that takes it away.
import { t } from '../../lib/i18n';

export function RemoveButton({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  return (
    <button type="button" class="small" aria-label={t('removeSite', [name])} onClick={onRemove}>
      ✕
    </button>
  );
}
