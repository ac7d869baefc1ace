import { expect, it, vi } from 'vitest';
import { LABELS, type Classification, type Label } from '../../../lib/engine/types';
import { createPanel } from '../../../lib/page/inspector/panel';
import type { Filter } from '../../../lib/page/inspector/summary';
import { fakeSay } from '../fake-desk';

const pageOf = (...labels: Label[]): Classification => ({
  isArticle: true, isInsisted: false, groups: [], mixed: [],
  blocks: labels.map((label) => ({ element: document.body, text: 'Text', words: 1, label, confidence: 1, reasons: [] })),
} as unknown as Classification);

it('keeps its switches while the page changes, and switches what is shown by now', () => {
  const filter = vi.fn<(filter: Filter) => void>();
  const panel = createPanel(document, fakeSay, { filter, step: vi.fn(), export: vi.fn(), close: vi.fn() });
  document.body.append(panel.node);
  const inputs = () => Array.from(panel.node.querySelectorAll('input'));
  const counts = () => Array.from(panel.node.querySelectorAll('.number:not(.share)'), ({ textContent }) => textContent);
  panel.show(pageOf('article'), { labels: new Set(LABELS), unsureOnly: false }, 0);
  const before = inputs();
  before[1]!.focus();
  panel.show(pageOf('article', 'fundraising'), { labels: new Set(['fundraising']), unsureOnly: true }, 0);
  expect(inputs()).toEqual(before);
  expect(document.activeElement).toBe(before[1]);
  expect(counts()).toEqual(['inspectorBlocks 1', 'inspectorBlocks 1', 'inspectorBlocks 0', 'inspectorBlocks 0', 'inspectorBlocks 0', '0']);
  expect(inputs().map(({ checked }) => checked)).toEqual([false, true, false, false, false, true]);
  before[0]!.click();
  expect(filter).toHaveBeenCalledExactlyOnceWith({ labels: new Set(['article', 'fundraising']), unsureOnly: true });
  panel.node.remove();
});
