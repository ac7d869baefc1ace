// In: what is on the page. Out: the inspector's key to the labels, with numbers, filters, steps from block to block and exports.
import { LABELS, type Classification, type Label } from '../../engine/types';
import { button, make } from '../ui/make';
import type { Say, TextKey } from '../ui/say';
import { isShown, isUnsure, summarise, type Filter } from './summary';
import { LABEL_NAMES } from './vocabulary';

const EXPORTS = ['csv', 'json', 'png', 'bundle'] as const;
export type ExportKind = (typeof EXPORTS)[number];
const EXPORT_NAMES: Readonly<Record<ExportKind, TextKey>> = { json: 'exportJson', csv: 'exportCsv', png: 'exportPng', bundle: 'exportBundle' };

export interface PanelActions {
  readonly filter: (filter: Filter) => void;
  readonly step: (by: 1 | -1) => void;
  readonly export: (kind: ExportKind) => void;
  readonly close: () => void;
}

export interface Panel {
  readonly node: HTMLElement;
  show(classification: Classification, filter: Filter, aside: number): void;
}

export function createPanel(document: Document, say: Say, actions: PanelActions): Panel {
  const percent = new Intl.NumberFormat(say.language, { style: 'percent' });
  const verdict = make(document, 'p', { class: 'verdict' });
  const table = make(document, 'div', { class: 'labels', role: 'group', 'aria-label': say('inspectorLabels') });
  const heading = make(document, 'summary', {}, say('inspectorExport'));
  const files = make(
    document, 'details', {}, heading,
    make(document, 'div', { class: 'exports' }, ...EXPORTS.map((kind) => button(document, say(EXPORT_NAMES[kind]), () => { save(kind); }, { class: 'plain' }))),
    make(document, 'p', { class: 'note' }, say('exportNote')),
  );
  /** Folded and painted first, since a picture shows this list too. */
  const save = (kind: ExportKind) => {
    files.open = false;
    heading.focus();
    requestAnimationFrame(() => requestAnimationFrame(() => { actions.export(kind); }));
  };
  const step = (key: TextKey, by: 1 | -1) => button(document, say(key), () => { actions.step(by); }, { class: 'plain' });
  const node = make(
    document, 'section', { class: 'card panel', 'aria-label': say('inspector') },
    make(
      document, 'div', { class: 'head' },
      make(document, 'h2', {}, say('inspector')),
      button(document, '×', actions.close, { class: 'close', 'aria-label': say('inspectorClose'), title: say('inspectorClose') }),
    ),
    verdict,
    table,
    make(document, 'div', { class: 'steps' }, step('inspectorPrevious', -1), step('inspectorNext', 1)),
    files,
  );

  /** The filter as it was shown last: what is switched is switched in that. */
  let filter: Filter = { labels: new Set(), unsureOnly: false };
  // Made once: whoever is on one of them stays there, whatever the page does.
  const rows = LABELS.map((label) => {
    const count = make(document, 'span', { class: 'number' });
    const share = make(document, 'span', { class: 'number share' });
    const change = (on: boolean) => { actions.filter({ ...filter, labels: new Set(LABELS.filter((one) => (one === label ? on : filter.labels.has(one)))) }); };
    return { label, count, share, ...check(say(LABEL_NAMES[label]), change, label, count, share) };
  });
  const unsure = make(document, 'span', { class: 'number' });
  const unsureOnly = check(say('inspectorUnsure'), (on) => { actions.filter({ ...filter, unsureOnly: on }); }, undefined, unsure);
  const outlined = make(document, 'p', { class: 'note' });
  table.append(...rows.map(({ row }) => row), unsureOnly.row, outlined);

  function check(text: string, change: (on: boolean) => void, swatch: Label | undefined, ...more: HTMLElement[]) {
    const input = make(document, 'input', { type: 'checkbox' });
    input.addEventListener('change', () => { change(input.checked); });
    const row = make(document, 'label', { class: 'row' }, input, swatch && make(document, 'span', { class: `swatch ${swatch}`, 'aria-hidden': 'true' }), make(document, 'span', { class: 'name' }, text), ...more);
    return { row, input };
  }

  return {
    node,
    show(classification, next, aside) {
      filter = next;
      const { isArticle, blocks } = classification;
      verdict.textContent = [say(isArticle ? 'inspectorArticle' : 'inspectorNotArticle'), aside > 0 ? say.count('inspectorAside', aside) : ''].join(' ').trim();
      const sums = summarise(classification);
      for (const { label, count, share, input } of rows) {
        const sum = sums.find((one) => one.label === label)!;
        input.checked = filter.labels.has(label);
        count.textContent = say.count('inspectorBlocks', sum.blocks);
        share.textContent = percent.format(sum.share);
      }
      unsureOnly.input.checked = filter.unsureOnly;
      unsure.textContent = String(blocks.filter(isUnsure).length);
      outlined.textContent = say('inspectorShown', String(blocks.filter((block) => isShown(block, filter)).length));
    },
  };
}
