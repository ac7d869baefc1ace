// In: the page's classification and a way to correct it. Out: the inspector: outlines, minimap, key and why card, until it is closed.
import { LABELS, type Classification, type Label } from '../../engine/types';
import { activeOf, rectOf, tagOf } from '../dom';
import { isWordless } from '../rules/match';
import { createLayer, LAYER_TAG, OVERLAY_TAGS } from '../ui/layer';
import { button, make, set } from '../ui/make';
import type { Say } from '../ui/say';
import type { Action } from '../ui/toast';
import { createCard, type Forecast, type Scope } from './card';
import css from './inspector.css?inline';
import { createMinimap } from './minimap';
import { createOutlines } from './outlines';
import { createPanel, type ExportKind } from './panel';
import { isShown, isUnsure, type Filter } from './summary';
import { LABEL_NAMES } from './vocabulary';

export interface InspectorActions {
  /** Works out a correction without making it. */
  readonly forecast: (index: number, scope: Scope, label: Label) => Forecast;
  /** Makes the correction that was worked out last. */
  readonly save: () => void;
  readonly undo: () => void;
  readonly export: (kind: ExportKind) => void;
  readonly close: () => void;
}

export interface Inspector {
  /** Shows a new classification; `aside` rules of this site are set aside. */
  show(classification: Classification, aside: number): void;
  /** Tells the reader something, aloud as well, with something to do about it. */
  say(text: string, action?: Action): void;
  close(): void;
}

const KEYS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export function openInspector(document: Document, say: Say, actions: InspectorActions): Inspector {
  const focused = activeOf(document);
  const layer = createLayer(document, css, say, LAYER_TAG, actions.close);
  const percent = new Intl.NumberFormat(say.language, { style: 'percent' });
  let classification: Classification | undefined;
  let filter: Filter = { labels: new Set(LABELS), unsureOnly: false };
  /** The block the reader is at, whether or not its card is open. */
  let selected: number | undefined;
  let aside = 0;
  let frame = 0;

  const outlines = createOutlines(document, layer.root, (index) => { select(index, true); });
  const minimap = createMinimap(document, layer.root, (index) => { select(index, true); jump(); });
  const panel = createPanel(document, say, {
    filter(next) {
      filter = next;
      draw();
    },
    step,
    export: actions.export,
    close: actions.close,
  });
  const card = createCard(document, say, {
    forecast(index, scope, label) {
      const forecast = actions.forecast(index, scope, label);
      outlines.preview(forecast.others);
      return forecast;
    },
    cancel: () => { outlines.preview([]); },
    save() {
      outlines.preview([]);
      actions.save();
    },
    close: deselect,
  });
  const news = make(document, 'p', { role: 'status' });
  // There from the start: a region that comes with its text is not read aloud.
  const status = make(document, 'div', { class: 'status', 'data-quiet': true }, news);
  const column = make(document, 'div', { class: 'column', role: 'dialog', tabindex: -1, 'aria-label': say('inspector') }, panel.node, card.node, status);
  layer.root.append(column);

  function items() {
    return (classification?.blocks ?? []).flatMap((block, index) => {
      if (!isShown(block, filter)) return [];
      const label = say(LABEL_NAMES[block.label]);
      const sure = percent.format(block.confidence);
      return [{ index, element: block.element, label: block.label, tag: `${label} ${sure}`, name: say('inspectorBlock', label, sure, block.text.slice(0, 80)), unsure: isUnsure(block) }];
    });
  }

  function draw(): void {
    if (!classification) return;
    const shown = items();
    panel.show(classification, filter, aside);
    outlines.show(shown);
    minimap.show(shown);
    if (selected !== undefined) outlines.select(selected, false, card.isOpen());
  }

  function select(index: number, focus: boolean): void {
    if (!classification?.blocks[index]) return;
    selected = index;
    outlines.preview([]);
    outlines.select(index, focus, true);
    card.show(index, classification);
    place();
  }

  function deselect(): void {
    const focus = card.node.contains(layer.active());
    card.hide();
    outlines.preview([]);
    outlines.select(selected, focus, false);
    if (focus) regain();
  }

  /** What had the focus may be gone, or in a card that is closed. */
  function regain(): void {
    const on = layer.active();
    if (!on || (card.node.contains(on) && !card.isOpen())) column.focus({ preventScroll: true });
  }

  /** Brings the block into view. */
  function jump(): void {
    const element = selected === undefined ? undefined : classification?.blocks[selected]?.element;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
  }

  /** To the next block that has a place on the page, from the chosen one also where that is filtered out. */
  function step(by: 1 | -1): void {
    const shown = items().filter(({ element }) => element.getClientRects().length > 0);
    const from = selected ?? (by > 0 ? -1 : Infinity);
    const next = by > 0 ? (shown.find(({ index }) => index > from) ?? shown[0]) : (shown.findLast(({ index }) => index < from) ?? shown.at(-1));
    if (!next) return;
    select(next.index, true);
    jump();
  }

  /** To the side of the window where the selected block is not; on a phone, to the upper or lower half. */
  function place(): void {
    const element = selected === undefined ? undefined : classification?.blocks[selected]?.element;
    const box = element && rectOf(element);
    const isNarrow = matchMedia('(width < 640px)').matches;
    const isCovered = box !== undefined && (isNarrow ? (box.top + box.bottom) / 2 > innerHeight / 2 : box.right > innerWidth - 360 && box.left > 360);
    set(column, { 'data-start': isCovered });
  }

  function keydown(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    const focus = layer.active();
    const by = KEYS[event.key];
    if (event.key === 'Escape') {
      if (card.isOpen()) deselect();
      else actions.close();
    } else if (by && focus?.matches('.box')) step(by);
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) actions.undo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** What has no words has no outline: the reader who clicks it is told so, and the page gets the click. */
  function clicked(event: MouseEvent): void {
    const element = event.composedPath()[0];
    const isPage = element instanceof Element && !OVERLAY_TAGS.includes(tagOf(element));
    if (event.isTrusted && isPage && classification && isWordless(element, classification)) tell(say('inspectorWordless', say('menuHide')));
  }

  function tell(text: string, action?: Action): void {
    set(status, { 'data-quiet': false });
    // The button that was just pressed is gone.
    if (status.contains(layer.active())) column.focus({ preventScroll: true });
    news.textContent = text;
    while (news.nextSibling) news.nextSibling.remove();
    if (action) status.append(button(document, action.name, action.act));
  }

  function follow(): void {
    outlines.follow();
    minimap.follow();
    frame = requestAnimationFrame(follow);
  }

  layer.root.addEventListener('keydown', keydown);
  window.addEventListener('click', clicked, true);
  frame = requestAnimationFrame(follow);
  column.focus({ preventScroll: true });

  return {
    show(next, setAside) {
      const before = selected === undefined ? undefined : classification?.blocks[selected];
      const wasOnBox = layer.active()?.matches('.box') ?? false;
      const wasOnCard = card.node.contains(layer.active());
      const at = before && next.blocks.findIndex(({ element }) => element === before.element);
      const after = at === undefined ? undefined : next.blocks[at];
      const isSame = at === selected && after?.label === before?.label && (after?.confidence === before?.confidence || card.isAsking());
      classification = next;
      aside = setAside;
      selected = after && at;
      if (before && !after) {
        card.hide();
        // Its number is another block's now.
        outlines.select(undefined, false, false);
      }
      // What the reader is about to save is kept as long as it is about the same block.
      const isStale = after !== undefined && card.isOpen() && !isSame;
      if (isStale) card.show(at!, next);
      if (!card.isAsking()) outlines.preview([]);
      draw();
      // The button that was pressed is gone with the old card.
      if (after) outlines.select(at, wasOnBox || (wasOnCard && isStale), card.isOpen());
      if (wasOnBox || wasOnCard) regain();
    },
    say: tell,
    close() {
      cancelAnimationFrame(frame);
      window.removeEventListener('click', clicked, true);
      outlines.stop();
      layer.remove();
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
    },
  };
}
