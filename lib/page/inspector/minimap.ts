// In: the outlined blocks. Out: a strip along the edge of the window with a mark for each, and a way to jump to them.
import type { Label } from '../../engine/types';
import { rectOf, rootOf } from '../dom';
import { make, onPress, style } from '../ui/make';
import type { Outlined } from './outlines';

export interface Minimap {
  show(items: readonly Outlined[]): void;
  /** Follows the page: to be called before every paint. */
  follow(): void;
}

const WIDTH = 18;
/** Prompts take the whole width, so that they are told from the story without colour. In CSS pixels: from, width. */
const LANES: Readonly<Record<Label, readonly [number, number]>> = { article: [2, 6], other: [2, 3], fundraising: [2, 15], newsletter: [2, 15], promo: [2, 15] };
/** The height of the page is looked at again at most so often, in ms. */
const MEASURE_EVERY_MS = 300;
const LEAST_MARK = 2;

export function createMinimap(document: Document, root: HTMLElement, chosen: (index: number) => void): Minimap {
  const canvas = make(document, 'canvas', { class: 'marks', width: WIDTH });
  const view = make(document, 'div', { class: 'view' });
  // The keyboard has the arrow keys for the same.
  const strip = make(document, 'div', { class: 'minimap', 'aria-hidden': 'true' }, canvas, view);
  root.append(strip);
  let items: readonly Outlined[] = [];
  /** Top and height of every item in document pixels. */
  let places: { readonly top: number; readonly height: number }[] = [];
  let total = 0;
  let measured = -Infinity;
  let drawn = '';

  function measure(): void {
    measured = performance.now();
    total = Math.max(1, rootOf(document)?.scrollHeight ?? 0);
    places = items.map(({ element }) => {
      const { top, height } = rectOf(element);
      return { top: top + scrollY, height };
    });
    paint();
  }

  function paint(): void {
    const scale = devicePixelRatio;
    const height = innerHeight;
    canvas.width = WIDTH * scale;
    canvas.height = height * scale;
    const context = canvas.getContext('2d');
    if (!context) return;
    context.scale(scale, scale);
    const looks = getComputedStyle(canvas);
    items.forEach(({ label }, index) => {
      const { top, height: extent } = places[index]!;
      if (extent === 0) return;
      const [from, width] = LANES[label];
      context.fillStyle = looks.getPropertyValue(`--${label}`);
      context.fillRect(from, (top / total) * height, width, Math.max(LEAST_MARK, (extent / total) * height - 1));
    });
  }

  function nearest(clientY: number): number | undefined {
    const target = (clientY / innerHeight) * total;
    let best: number | undefined;
    let least = Infinity;
    places.forEach(({ top, height }, index) => {
      if (height === 0) return;
      const distance = target < top ? top - target : Math.max(0, target - top - height);
      // Of two at the same place, the shorter one is meant.
      if (distance < least || (distance === least && best !== undefined && height < places[best]!.height)) {
        least = distance;
        best = index;
      }
    });
    return best;
  }

  onPress(strip, (event) => {
    const index = nearest(event.clientY);
    if (index !== undefined) chosen(items[index]!.index);
  });

  return {
    show(shown) {
      items = shown;
      measure();
      drawn = '';
    },
    follow() {
      if (performance.now() - measured > MEASURE_EVERY_MS && (rootOf(document)?.scrollHeight !== total || canvas.height !== Math.round(innerHeight * devicePixelRatio))) measure();
      const at = `${Math.round((scrollY / total) * innerHeight)} ${Math.round((innerHeight / total) * innerHeight)}`;
      if (at === drawn) return;
      drawn = at;
      const [top, height] = at.split(' ');
      style(view, { transform: `translateY(${top}px)`, height: `${height}px` });
    },
  };
}
