// In: how many prompts of each kind are outlined. Out: a small key to the colours in a corner of the page.
import { KINDS, type Kind } from '../engine/types';
import type { Palette } from '../settings';
import { create, createHost, rootOf, writeAttribute } from './dom';
import { onPress } from './ui/make';
import type { Say } from './ui/say';
import { createWayBack } from './ui/way-back';

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
  let shown: { readonly host: HTMLElement; readonly draw: (entries: LegendEntries) => void; readonly remove: () => void } | undefined;
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

  /** The frame stays as long as it is shown: whoever is on its button stays there. */
  function frame(): NonNullable<typeof shown> {
    const { host, root } = createHost(document, LEGEND_TAG);
    const box = make('section', 'box');
    writeAttribute(box, 'aria-label', texts.title);
    // The page's are handed down to it otherwise.
    writeAttribute(box, 'lang', texts.language);
    writeAttribute(box, 'dir', texts.direction);
    const list = make('ul', 'list');
    const note = make('p', 'note', texts.unsure);
    const head = make('div', 'head');
    head.append(make('strong', 'title', texts.title), closeButton());
    box.append(head, list);
    root.append(box);
    const giveBack = createWayBack(root);
    return {
      host,
      remove() {
        const wasOn = root.activeElement !== null;
        host.remove();
        if (wasOn) giveBack();
      },
      draw(entries) {
        list.replaceChildren(...rows(entries));
        if (entries.unsure) box.append(note);
        else note.remove();
      },
    };
  }

  function rows({ counts, palette }: LegendEntries): HTMLElement[] {
    return KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
      const row = make('li', 'row');
      row.append(make('span', `swatch ${kind} ${palette}`), make('span', 'name', texts.kinds[kind]), make('span', 'count', String(counts[kind])));
      return row;
    });
  }

  const legend: Legend = {
    show(entries) {
      if (dismissed || !Object.values(entries.counts).some((count) => count > 0)) {
        legend.remove();
        return;
      }
      shown ??= frame();
      const { host, draw } = shown;
      draw(entries);
      // Behind the body, so that no framework that renders into the body finds it among its own.
      if (!host.isConnected) rootOf(document)?.append(host);
    },
    remove() {
      shown?.remove();
      shown = undefined;
    },
  };
  return legend;
}
