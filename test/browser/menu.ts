// In: a tab and its popup. Out: what the browser tells a page when the reader has chosen something from its context menu, or pressed a shortcut.
import { evaluate, type Tab } from '../../tools/browser';

/** As the background does; the answer is the page's. */
export function send(popup: Tab, type: string, what: string): Promise<unknown> {
  return evaluate(
    popup,
    (unpitch, request) => {
      const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', { tabs: { sendMessage(tab: number, message: object, options: object): Promise<unknown> } }>;
      return (browser ?? chrome).tabs.sendMessage(Number(new URLSearchParams(location.search).get('tab')), { unpitch, request }, { frameId: 0 });
    },
    type,
    what,
  );
}

/** Opens the context menu on an element, by its upper left corner or so far from it, and chooses "Hide this" or "Not clutter". */
export async function chooseFromMenu(tab: Tab, popup: Tab, selector: string, wish: 'hide' | 'keep', offset = 4): Promise<void> {
  const [x, y] = await evaluate(
    tab,
    (one, by) => {
      const element = document.querySelector(one)!;
      element.scrollIntoView({ block: element.getBoundingClientRect().height < innerHeight ? 'center' : 'start', behavior: 'instant' });
      // Of its first line, where it has several.
      const { left, top } = element.getClientRects()[0]!;
      return [left + by, top + by];
    },
    selector,
    offset,
  );
  await tab.click!(x, y, 'right');
  // What the page says itself, after the browser, is not taken for the reader's word.
  await evaluate(tab, () => document.querySelector('h1')!.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true })));
  await send(popup, 'correctHere', wish);
}
