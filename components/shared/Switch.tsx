// In: whether something is on. Out: a switch with its name beside it.
import type { ComponentChildren } from 'preact';

interface Props {
  readonly name: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  /** Explains it, below the name. */
  readonly children?: ComponentChildren;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ name, on, disabled = false, children, onChange }: Props) {
  return (
    <div class="switch-row">
      <label>
        <span>{name}</span>
        <input
          type="checkbox"
          role="switch"
          class="switch animated"
          checked={on}
          disabled={disabled}
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
      </label>
      {children && <p class="quiet">{children}</p>}
    </div>
  );
}
