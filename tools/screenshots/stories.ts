// Out: what the extension draws on a page of a newspaper: marks, stubs, inspector, why card, and how each is reached there.
import type { Settings } from '../../lib/settings';
import { evaluate, until, type ExtensionBrowser, type Tab } from '../browser';

export interface Story {
  readonly name: string;
  readonly settings?: Partial<Settings>;
  /** As the browser would when the reader presses the keys of it. */
  readonly act?: (stage: Stage) => Promise<void>;
  /** Only what is in the window, and not the whole page. */
  readonly windowOnly?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** In the few colours of a contrast theme. */
  readonly forced?: boolean;
  /** The README shows it, in English and light, under this name. */
  readonly readme?: string;
  /** The stores show it, in English and light, under this name. */
  readonly store?: string;
}

/** The size that both stores take. */
const STORE = { windowOnly: true, width: 1280, height: 800 } as const;

/** A page written by us, and where on it things are. */
export interface Sample {
  readonly file: string;
  readonly newsletter: string;
  readonly teaser: string;
}

export const SAMPLES = {
  ltr: { file: 'demo/sample.html', newsletter: '.newsletter-box .consent', teaser: '.related .teaser p' },
  rtl: { file: 'test/fixtures/ar-hashed-rtl/page.html', newsletter: '.sc-k1l2 > p', teaser: '.sc-m3n4 p' },
} as const satisfies Record<string, Sample>;

export interface Stage {
  readonly browser: ExtensionBrowser;
  readonly tab: Tab;
  readonly sample: Sample;
}

const LAYER = 'unpitch-layer';

/** Waits for something in the overlay, and gives its middle. */
function inOverlay({ tab }: Stage, selector: string): Promise<[number, number]> {
  return until(`the overlay has ${selector}`, () =>
    tab.inClosedRoot!(LAYER, `(root) => {
      const found = root.querySelector(${JSON.stringify(selector)});
      found?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const box = found?.getBoundingClientRect();
      return box && [box.left + box.width / 2, box.top + box.height / 2];
    }`) as Promise<[number, number] | undefined>,
  );
}

async function pressIn(stage: Stage, selector: string): Promise<void> {
  await stage.tab.click!(...await inOverlay(stage, selector));
}

async function inspect(stage: Stage): Promise<void> {
  await stage.browser.runCommand(stage.tab, 'toggle-inspector');
  await inOverlay(stage, '.box');
}

/** The mouse points at the middle of an element of the page, and presses. */
async function point({ tab }: Stage, selector: string): Promise<void> {
  const [x, y] = await evaluate(
    tab,
    (one) => {
      const element = document.querySelector(one)!;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    },
    selector,
  );
  // Outlines follow a jump of the page a moment later.
  await until('an outline lies there', () => evaluate(tab, (left, top, layer) => document.elementFromPoint(left, top)?.localName === layer, x, y, LAYER));
  await tab.click!(x, y);
}

async function why(stage: Stage, selector: string): Promise<void> {
  await inspect(stage);
  await point(stage, selector);
  await inOverlay(stage, '.why:not([hidden]) .reasons');
}

/** What else would change if the block alone were called something else. */
async function preview(stage: Stage): Promise<void> {
  await why(stage, stage.sample.teaser);
  await stage.tab.inClosedRoot!(LAYER, `(root) => { const scopes = root.querySelector('.correct select'); scopes.value = 'block'; scopes.dispatchEvent(new Event('change')); }`);
  await pressIn(stage, '.choice.other');
  await inOverlay(stage, '.preview .others');
}

async function save(stage: Stage): Promise<void> {
  await preview(stage);
  await pressIn(stage, '.preview .steps button');
  await inOverlay(stage, '.status:not([hidden]) button');
}

/** The text before the newsletter prompt at the top of the window, whether the prompt is there or not. */
async function scrollToPrompt({ tab, sample }: Stage): Promise<void> {
  await evaluate(tab, (one) => { document.querySelector(one)!.parentElement!.previousElementSibling?.scrollIntoView({ block: 'start', behavior: 'instant' }); }, sample.newsletter);
}

export const STORIES: readonly Story[] = [
  { name: 'store-off', ...STORE, settings: { mode: 'off' }, store: '1-off', act: scrollToPrompt },
  { name: 'store-hide', ...STORE, store: '2-hide', act: scrollToPrompt },
  { name: 'store-highlight', ...STORE, settings: { mode: 'highlight' }, store: '3-highlight', act: scrollToPrompt },
  { name: 'store-why', ...STORE, store: '4-why', act: (stage) => why(stage, stage.sample.newsletter) },
  { name: 'page-off', settings: { mode: 'off' }, readme: 'before' },
  { name: 'page-highlight', settings: { mode: 'highlight' }, readme: 'highlight' },
  { name: 'page-stubs', readme: 'after' },
  { name: 'page-stubs-narrow', width: 360 },
  { name: 'page-stubs-forced', forced: true },
  { name: 'page-thanks', settings: { sites: { '127.0.0.1': { appeals: 'supported' } } } },
  { name: 'page-toast', windowOnly: true, act: ({ browser, tab }) => browser.runCommand(tab, 'undo') },
  { name: 'inspector', windowOnly: true, width: 1440, readme: 'inspector', act: inspect },
  { name: 'inspector-forced', windowOnly: true, forced: true, act: inspect },
  { name: 'inspector-narrow', windowOnly: true, width: 400, height: 800, act: inspect },
  { name: 'why', windowOnly: true, width: 1440, readme: 'why', act: (stage) => why(stage, stage.sample.newsletter) },
  { name: 'why-narrow', windowOnly: true, width: 400, height: 800, act: (stage) => why(stage, stage.sample.newsletter) },
  { name: 'why-preview', windowOnly: true, act: preview },
  { name: 'why-saved', windowOnly: true, act: save },
];
