// In: a style sheet. Out: an empty overlay above the page in a closed shadow root, which the page cannot style; Firefox alone lets it be read.
import { create, createHost, parentOf, rootOf } from '../dom';
import { guard } from './guard';
import { followHome, homeOf } from './home';
import { make, set, style } from './make';
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

/** @param lost the page has taken the overlay away again and again: it is gone */
export function createLayer(document: Document, css: string, { language, direction }: Say, tag: string = LAYER_TAG, lost?: () => void): Layer {
  const { host, root: shadow } = createHost(document, tag);
  const layer = make(document, 'div', { class: 'layer', lang: language, dir: direction });
  const sheet = create(document, 'style');
  sheet.textContent = css;
  shadow.append(sheet, layer);
  const root = rootOf(document);
  // Stubs are part of the page, and as inert as it is.
  const home = () => (tag === STUBS_TAG ? root : homeOf(document));
  const lay = () => {
    // From nothing, since browsers keep declarations in the order in which they came, and the guard compares their text.
    set(host, { style: undefined });
    style(host, HOST, 'important');
    const focused = shadow.activeElement;
    // Behind the body, so that no framework that renders into the body finds it among its own.
    if (!host.isConnected || parentOf(host) !== home()) home()?.append(host);
    raise(host);
    if (focused instanceof HTMLElement && shadow.activeElement !== focused) focused.focus({ preventScroll: true });
  };
  lay();
  const remove = () => {
    unfollow?.();
    guarding?.stop();
    host.remove();
  };
  const put = () => {
    lay();
    guarding?.moved();
  };
  const guarding = root && guard(root, host, put, () => {
    remove();
    lost?.();
  });
  const unfollow = root && tag !== STUBS_TAG ? followHome(root, put) : undefined;
  return { root: layer, active: () => shadow.activeElement, remove };
}

/** Into the top layer, above whatever the page has there, where the browser can do that and the page lets it. */
function raise(host: HTMLElement): void {
  if (!('showPopover' in host) || !host.isConnected || host.matches(':popover-open')) return;
  host.popover = 'manual';
  try {
    host.showPopover();
  } catch {
    // A listener of the page took it away meanwhile: that is noticed, and mended.
  }
}
