// In: a tab with one of our overlays open. Out: what is in its closed shadow root, read and used as a reader would.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { evaluate, until, type Tab } from '../../tools/browser';

const LAYER = 'unpitch-layer';
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page, with the shadow root of the inspector, or of another overlay. */
export function inLayer<Args extends unknown[], Result>(
  tab: Tab,
  work: (root: ShadowRoot, ...args: Args) => Result,
  { layer = LAYER }: { readonly layer?: string } = {},
  ...args: Args
): Promise<Awaited<Result>> {
  return tab.inClosedRoot!(layer, `(root) => (${String(work)})(root, ...${JSON.stringify(args)})`) as Promise<Awaited<Result>>;
}

export function isOpen(tab: Tab): Promise<boolean> {
  return evaluate(tab, (name) => document.querySelector(name) !== null, LAYER);
}

/** Texts of all that match. */
export function texts(tab: Tab, selector: string): Promise<string[]> {
  return inLayer(tab, (root, one) => Array.from(root.querySelectorAll(one), (element) => element.textContent.trim()), {}, selector);
}

/** Clicks the control that has this text or name, with the mouse, at its middle. */
export async function clickOn(tab: Tab, name: string, layer = LAYER): Promise<void> {
  const at = await until(`there is a control ${name}`, () =>
    inLayer(
      tab,
      (root, wanted) => {
        const control = Array.from(root.querySelectorAll('button, summary, label')).find(
          (element) => (element.getAttribute('aria-label') ?? element.textContent).trim() === wanted && element.getClientRects().length > 0,
        );
        control?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const box = control?.getBoundingClientRect();
        return box && [box.left + box.width / 2, box.top + box.height / 2];
      },
      { layer },
      name,
    ),
  );
  await tab.click!(at[0]!, at[1]!);
}

/** Clicks the middle of an element of the page, which an overlay may cover. */
export async function clickAt(tab: Tab, selector: string): Promise<void> {
  const [x, y] = await evaluate(
    tab,
    (one) => {
      const element = document.querySelector(one)!;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, height } = element.getBoundingClientRect();
      return [left + 20, top + height / 2];
    },
    selector,
  );
  // Outlines follow a jump of the page a moment later.
  await until('an outline lies there', () => evaluate(tab, (left, top) => document.elementFromPoint(left, top)?.localName === 'unpitch-layer', x, y));
  await tab.click!(x, y);
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds in the overlay. A closed root is out of its reach, so it gets the same nodes in an open page of their own. */
export async function overlayViolations(tab: Tab, layer = LAYER): Promise<string[]> {
  const markup = await inLayer(tab, (root) => root.innerHTML, { layer });
  const found = (await tab.run(`(async () => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%; border: 0; background: #fff';
    document.body.append(frame);
    const inner = frame.contentDocument;
    inner.open(); inner.write('<!doctype html><html lang="en"><title>Overlay</title><body><main><h1>Overlay</h1></main>'); inner.close();
    inner.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(markup)});
    const script = inner.createElement('script');
    script.textContent = ${JSON.stringify(axe)};
    inner.head.append(script);
    const result = await frame.contentWindow.axe.run(inner, { rules: { region: { enabled: false } } });
    frame.remove();
    return result.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
  })()`)) as Violation[];
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
