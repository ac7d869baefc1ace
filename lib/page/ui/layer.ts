// In: a style sheet. Out: an empty overlay above the page in a closed shadow root, which the page can neither style nor read.
import { create, rootOf } from '../dom';
import { make, style } from './make';
import type { Say } from './say';

/** The elements that hold our overlays; nothing else in a page is called so. */
export const LAYER_TAG = 'unpitch-layer';
export const STUBS_TAG = 'unpitch-stubs';
export const TOAST_TAG = 'unpitch-toast';
export const OVERLAY_TAGS: readonly string[] = [LAYER_TAG, STUBS_TAG, TOAST_TAG];

export interface Layer {
  /** Everything in here is positioned in the coordinates of the document, and scrolls with it. */
  readonly root: HTMLElement;
  /** The element of the overlay that has the focus. */
  active(): Element | null;
  remove(): void;
}

// As inline styles with !important, so that no rule of the page outweighs them.
const HOST: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'absolute',
  inset: '0 auto auto 0',
  display: 'block',
  width: '0',
  height: '0',
  margin: '0',
  padding: '0',
  border: '0',
  overflow: 'visible',
  'z-index': '2147483647',
};

export function createLayer(document: Document, css: string, { language, direction }: Say, tag: string = LAYER_TAG): Layer {
  const host = create(document, tag);
  style(host, HOST, 'important');
  const shadow = host.attachShadow({ mode: 'closed' });
  const root = make(document, 'div', { class: 'layer', lang: language, dir: direction });
  const sheet = create(document, 'style');
  sheet.textContent = css;
  shadow.append(sheet, root);
  // Behind the body, so that no framework that renders into the body finds it among its own.
  rootOf(document)?.append(host);
  raise(host);
  return {
    root,
    active: () => shadow.activeElement,
    remove: () => {
      host.remove();
    },
  };
}

/** Into the top layer, above whatever the page has there, where the browser can do that. */
function raise(host: HTMLElement): void {
  if (!('showPopover' in host)) return;
  host.popover = 'manual';
  host.showPopover();
}
