// In: what a row of a list is about. Out: the button at its end that takes it away.
import { t } from '../../lib/i18n';

export function RemoveButton({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  return (
    <button
      type="button"
      class="small"
      aria-label={t('removeSite', [name])}
      onClick={onRemove}
      onKeyDown={(event) => {
        // The focus goes on to the next row: a key that is held must not empty the list.
        if (event.repeat) event.preventDefault();
      }}
    >
      ✕
    </button>
  );
}
