// In: the prompts that are hidden, and those shown again. Out: a thin button where each would stand, without moving anything.
import type { Kind } from '../../engine/types';
import { bodyOf, rootOf } from '../dom';
import { seamOf } from '../seam';
import { createLayer, STUBS_TAG, type Layer } from '../ui/layer';
import { button, make, set, style } from '../ui/make';
import type { Say, TextKey } from '../ui/say';
import { liesOnDark } from './ground';
import { spread } from './spread';
import css from './stubs.css?inline';

export interface Stub {
  readonly id: number;
  readonly kind: Kind;
  /** The prompt's first element. */
  readonly element: Element;
  readonly hidden: boolean;
  /** Would be hidden, had the reader not asked to see it. */
  readonly revealed: boolean;
  /** Thanks the reader, who gives to this newsroom, instead of naming what is hidden. */
  readonly thanks?: boolean;
}

export interface Stubs {
  /** Shows these and no others. */
  show(stubs: readonly Stub[]): void;
  remove(): void;
}

const NAMES: Readonly<Record<Kind, TextKey>> = { fundraising: 'stubFundraising', newsletter: 'stubNewsletter', promo: 'stubPromo' };

export function createStubs(document: Document, say: Say, reveal: (id: number, on: boolean) => void): Stubs {
  let layer: Layer | undefined;
  let shown: { readonly stub: Stub; readonly node: HTMLElement }[] = [];
  let drawn = '';
  let planned = 0;
  const sizes = new ResizeObserver(soon);

  function soon(): void {
    planned ||= requestAnimationFrame(() => {
      planned = 0;
      place();
    });
  }

  function place(): void {
    // All is measured before anything is written, so that the page is laid out once.
    const seams = shown.map(({ stub: { element }, node }) => {
      const seam = element.isConnected ? seamOf(element) : undefined;
      return { node, seam, dark: seam !== undefined && liesOnDark(element) };
    });
    for (const { node, seam, dark } of seams) {
      style(node, { display: seam ? 'block' : 'none' });
      set(node, { 'data-dark': dark });
    }
    const wanted = seams.flatMap(({ node, seam }) => (seam ? [{ node, ...seam, width: node.offsetWidth, height: node.offsetHeight }] : []));
    const spots = spread(wanted);
    wanted.forEach(({ node }, at) => { style(node, { transform: `translate(${spots[at]!.x}px, ${spots[at]!.y}px)` }); });
  }

  function draw({ id, kind, hidden, thanks }: Stub): HTMLElement {
    const what = say(thanks ? 'stubThanks' : NAMES[kind]);
    const act = say(hidden ? 'show' : 'hideAgain');
    const node = button(document, '', () => { reveal(id, hidden); }, { class: `stub ${kind}`, 'aria-label': `${hidden ? what : say(kind)}: ${act}` });
    node.append(make(document, 'span', { class: 'what' }, hidden ? `${what} · ` : ''), make(document, 'span', { class: 'act' }, act));
    return node;
  }

  function remove(): void {
    cancelAnimationFrame(planned);
    planned = 0;
    sizes.disconnect();
    layer?.remove();
    layer = undefined;
    shown = [];
    drawn = '';
  }

  return {
    show(stubs) {
      if (stubs.length === 0) return remove();
      const key = stubs.map(({ id, kind, hidden, thanks }) => `${id} ${kind} ${hidden} ${thanks}`).join();
      if (key !== drawn || !layer) {
        const focused = shown.findIndex(({ node }) => node === layer?.active());
        const held = shown[focused];
        drawn = key;
        if (!layer) {
          layer = createLayer(document, css, say, STUBS_TAG);
          layer.root.append(make(document, 'nav', { 'aria-label': say('stubs') }));
          const body = bodyOf(document);
          if (body) sizes.observe(body);
          const root = rootOf(document);
          if (root) sizes.observe(root);
        }
        shown = stubs.map((stub) => ({ stub, node: draw(stub) }));
        layer.root.firstElementChild!.replaceChildren(...shown.map(({ node }) => node));
        // Where the prompt itself has gone, on the one in its place.
        if (held) (shown.find(({ stub: { id } }) => id === held.stub.id) ?? shown[focused] ?? shown.at(-1))?.node.focus({ preventScroll: true });
      } else {
        shown = shown.map(({ node }, at) => ({ node, stub: stubs[at]! }));
      }
      place();
    },
    remove,
  };
}
