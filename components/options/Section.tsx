// In: a heading and what belongs under it. Out: one section of the settings page, with an address of its own.
import type { ComponentChildren } from 'preact';

interface Props {
  /** Fragment of its address. */
  readonly id: string;
  readonly title: string;
  readonly more?: string;
  readonly children: ComponentChildren;
}

export function Section({ id, title, more, children }: Props) {
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-title`} class="section">
      <h2 id={`${id}-title`}>{title}</h2>
      {more && <p class="quiet">{more}</p>}
      {children}
    </section>
  );
}
