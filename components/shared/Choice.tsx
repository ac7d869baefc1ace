// In: options, one of them chosen. Out: a row of buttons of which one is pressed.

interface Option<T> {
  readonly value: T;
  readonly name: string;
}

interface Props<T> {
  readonly label: string;
  readonly options: readonly Option<T>[];
  readonly chosen: T;
  readonly disabled?: boolean;
  readonly onChoose: (value: T) => void;
}

export function Choice<T extends string | undefined>({ label, options, chosen, disabled = false, onChoose }: Props<T>) {
  return (
    <div class="choice" role="group" aria-label={label}>
      {options.map(({ value, name }) => (
        <button
          key={name}
          type="button"
          class="pill animated"
          aria-pressed={value === chosen}
          disabled={disabled}
          onClick={() => {
            onChoose(value);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
