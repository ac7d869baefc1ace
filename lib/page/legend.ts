// In: how many prompts of each kind are outlined. Out: a small key to the colours in a corner of the page.
import { KINDS, type Kind } from '../engine/types';
import type { Palette } from '../settings';
import { create, createHost, rootOf, writeAttribute } from './dom';
import { onPress } from './ui/make';
import type { Say } from './ui/say';

/** The element that holds the legend; its looks come from `page.css`, through `::part`, as any page's policy allows. */
export const LEGEND_TAG = 'unpitch-legend';

export interface LegendTexts extends Pick<Say, 'language' | 'direction'> {
  readonly title: string;
  readonly close: string;
  readonly unsure: string;
  readonly kinds: Readonly<Record<Kind, string>>;
}

export interface LegendEntries {
  readonly counts: Readonly<Record<Kind, number>>;
  /** Whether some outlines are dashed, so that this has to be explained. */
  readonly unsure: boolean;
  readonly palette: Palette;
}

export interface Legend {
  show(entries: LegendEntries): void;
  remove(): void;
}

export function createLegend(document: Document, texts: LegendTexts): Legend {
  let shown: ReturnType<typeof createHost> | undefined;
  // Closed by the reader: stays closed on this page.
  let dismissed = false;

  function make(name: string, part: string, text = ''): HTMLElement {
    const element = create(document, name);
    writeAttribute(element, 'part', part);
    element.textContent = text;
    return element;
  }

  function closeButton(): HTMLElement {
    const button = make('button', 'close', '×');
    writeAttribute(button, 'aria-label', texts.close);
    onPress(button, () => {
      dismissed = true;
      legend.remove();
    });
    return button;
  }

  function render({ counts, unsure, palette }: LegendEntries): HTMLElement {
    const box = make('section', 'box');
    writeAttribute(box, 'aria-label', texts.title);
    // The page's are handed down to it otherwise.
    writeAttribute(box, 'lang', texts.language);
    writeAttribute(box, 'dir', texts.direction);
    const list = make('ul', 'list');
    for (const kind of KINDS.filter((one) => counts[one] > 0)) {
      const row = make('li', 'row');
      row.append(make('span', `swatch ${kind} ${palette}`), make('span', 'name', texts.kinds[kind]), make('span', 'count', String(counts[kind])));
      list.append(row);
    }
    const head = make('div', 'head');
    head.append(make('strong', 'title', texts.title), closeButton());
    box.append(head, list);
    if (unsure) box.append(make('p', 'note', texts.unsure));
    return box;
  }

  const legend: Legend = {
    show(entries) {
      if (dismissed || !Object.values(entries.counts).some((count) => count > 0)) {
        legend.remove();
        return;
      }
      shown ??= createHost(document, LEGEND_TAG);
      const { host, root } = shown;
      root.replaceChildren(render(entries));
      // Behind the body, so that no framework that renders into the body finds it among its own.
      if (!host.isConnected) rootOf(document)?.append(host);
    },
    remove() {
      shown?.host.remove();
      shown = undefined;
    },
  };
  return legend;
}
