import { expect, it } from 'vitest';
import { askReport, choose, evaluate, until, type Tab } from '../../tools/browser';
import { readFixtures, type Letter } from '../fixtures/read';
import { html, inEachBrowser, type Bench } from './harness';

const FIXTURES = readFixtures().filter(({ meta }) => !meta.nodeOnly);
const CLUTTER = new Set<string>(['F', 'N', 'P']);
/** Of the characters of all prompts on all fixtures, at least this share must go. The exact figures are held by test/engine/recorded.json. */
const LEAST_CLUTTER_HIDDEN = 0.5;
/** Of the characters of all stories, and of all that is neither story nor prompt, at most this share may go. */
const MOST_STORY_HIDDEN = 0.02;
const MOST_OTHER_HIDDEN = 0.12;

const find = (path: string) => {
  const fixture = FIXTURES.find(({ slug }) => path === `/${slug}`);
  return fixture && { body: fixture.html.replace(/\sdata-expect="\w"/g, '') };
};

interface Text {
  readonly letter: Letter;
  readonly text: string;
  readonly hidden: boolean;
}

/** Every visible text of the page in `tab`, with the letter that the marked source has for it. */
function readTexts(tab: Tab, source: string): Promise<Text[]> {
  return evaluate(
    tab,
    (marked) => {
      // The parser of a page turns a declarative shadow root into one; DOMParser keeps the template.
      const originals = new DOMParser().parseFromString(marked, 'text/html').querySelectorAll('body *:not(template[shadowrootmode])');
      const elements = document.querySelectorAll('body *');
      if (originals.length !== elements.length) throw new Error(`${originals.length} elements became ${elements.length}`);
      return Array.from(elements).flatMap((element, index) => {
        const own = Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue! : ''));
        const text = own.join(' ').trim();
        const letter = originals[index]!.closest('[data-expect]')?.getAttribute('data-expect') as Letter | undefined;
        return text && letter ? [{ letter, text, hidden: element.closest('[data-unpitch="hidden"]') !== null }] : [];
      });
    },
    source,
  );
}

async function follow(popup: Tab, control: string, mode: string) {
  await choose(popup, control);
  return until(`the page follows ${mode}`, async () => {
    const report = await askReport(popup);
    return report.mode === mode && report.status !== 'loading' && (report.status === 'off') === (mode === 'off') && report;
  });
}

inEachBrowser('the fixtures', find, (bench: Bench) => {
  const clutter = { all: 0, hidden: 0 };
  const story = { all: 0, hidden: 0 };
  const other = { all: 0, hidden: 0 };
  let tab: Tab | undefined;
  let popup: Tab;

  it.each(FIXTURES)('$slug: is known for what it is, and Off restores the page', async ({ slug, html: source, meta }) => {
    if (!tab) {
      tab = await bench.browser.open('about:blank');
      popup = await bench.browser.openPopup(tab);
      await choose(popup, 'Off');
    }
    await tab.goto(`${bench.origin}/${slug}`);
    await follow(popup, 'Off', 'off');
    const before = await html(tab);
    const { status, marked } = await follow(popup, 'Hide', 'hide');
    const texts = await readTexts(tab, source);
    await follow(popup, 'Off', 'off');

    expect(await html(tab)).toBe(before);
    expect(texts).not.toHaveLength(0);
    expect(status).toBe(meta.article ? 'article' : 'not-article');
    if (!meta.article) expect(marked).toBe(0);
    for (const { letter, text, hidden } of texts) {
      const sum = CLUTTER.has(letter) ? clutter : letter === 'A' ? story : other;
      sum.all += text.length;
      if (hidden) sum.hidden += text.length;
    }
  });

  it('of their stories nearly all stays, and most of the rest', () => {
    expect(story.all).toBeGreaterThan(40_000);
    expect(story.hidden / story.all).toBeLessThan(MOST_STORY_HIDDEN);
    expect(other.hidden / other.all).toBeLessThan(MOST_OTHER_HIDDEN);
  });

  it('of their prompts most go', () => {
    expect(clutter.all).toBeGreaterThan(10_000);
    expect(clutter.hidden / clutter.all).toBeGreaterThan(LEAST_CLUTTER_HIDDEN);
  });
});
