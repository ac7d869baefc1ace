// In: a drawing that may take away what has the focus. Out: the focus on what now stands in its place, or on the first that is there of `others`.

export function keepFocus(document: Document, others: readonly string[], draw: () => void): void {
  const held = document.activeElement;
  const list = held?.closest('ul');
  const row = list ? Array.from(list.children).findIndex((one) => one.contains(held)) : -1;
  draw();
  if (!held || (held.isConnected && !held.matches(':disabled'))) return;
  const next = list?.isConnected ? list.children[Math.min(row, list.children.length - 1)]?.querySelector<HTMLElement>('button:last-child') : undefined;
  const there = next ?? others.map((selector) => document.querySelector<HTMLElement>(selector)).find((one) => one !== null);
  there?.focus({ preventScroll: true });
}
