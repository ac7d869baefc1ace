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

  function check(text: string, on: boolean, change: (on: boolean) => void, swatch: Label | undefined, ...more: HTMLElement[]): HTMLElement {
    const input = make(document, 'input', { type: 'checkbox' });
    input.checked = on;
    input.addEventListener('change', () => { change(input.checked); });
    return make(document, 'label', { class: 'row' }, input, swatch && make(document, 'span', { class: `swatch ${swatch}`, 'aria-hidden': 'true' }), make(document, 'span', { class: 'name' }, text), ...more);
  }

  return {
    node,
    show(classification, filter, aside) {
      // A control that is drawn anew would lose the focus: it is found again by its place.
      const controls = () => Array.from(table.querySelectorAll('input'));
      const focused = controls().findIndex((input) => input.matches(':focus'));
      const { isArticle, blocks } = classification;
      const set = (label: Label, on: boolean) => new Set(LABELS.filter((one) => (one === label ? on : filter.labels.has(one))));
      verdict.textContent = [say(isArticle ? 'inspectorArticle' : 'inspectorNotArticle'), aside > 0 ? say.count('inspectorAside', aside) : ''].join(' ').trim();
      table.replaceChildren(
        ...summarise(classification).map(({ label, blocks: count, share }) =>
          check(
            say(LABEL_NAMES[label]), filter.labels.has(label), (on) => { actions.filter({ ...filter, labels: set(label, on) }); }, label,
            make(document, 'span', { class: 'number' }, say.count('inspectorBlocks', count)), make(document, 'span', { class: 'number share' }, percent.format(share)),
          ),
        ),
        check(
          say('inspectorUnsure'), filter.unsureOnly, (on) => { actions.filter({ ...filter, unsureOnly: on }); }, undefined,
          make(document, 'span', { class: 'number' }, String(blocks.filter(isUnsure).length)),
        ),
        make(document, 'p', { class: 'note' }, say('inspectorShown', String(blocks.filter((block) => isShown(block, filter)).length))),
      );
      controls()[focused]?.focus();
    },
  };
}
