// In: labelled pages of our own. Out: proof that prompts are cut whole and alone, and moved to other publishers only.
import { describe, expect, it } from 'vitest';
import type { CorpusPage } from '../../tools/corpus';
import { cut } from '../../tools/cut-page';
import { movedSources } from '../../training/moved';

const STORY = `<p data-u="0">${'The ferry was late again, said those who waited. '.repeat(4)}</p>`;

describe('a prompt is cut from its page', () => {
  it('whole, with the box around it, and marked with its letter alone', () => {
    const page = `<main>${STORY}<section class="box"><h3 data-u="1">Support us</h3><p data-u="2">Give today</p><script>track()</script></section><ul><li data-u="3">Harbour</li></ul></main>`;
    expect(cut(page, 'AFFP')).toEqual([{ letter: 'F', html: '<section class="box" data-expect="F"><h3 data-expect="F">Support us</h3><p data-expect="F">Give today</p></section>' }]);
  });

  it('without what stands in the same box and is something else', () => {
    const page = `<main>${STORY}<section><h3 data-u="1">Letters</h3><p data-u="2">Once a week</p><p data-u="3">Harbour</p></section></main>`;
    expect(cut(page, 'ANNP')).toEqual([{ letter: 'N', html: '<h3 data-expect="N">Letters</h3>\n<p data-expect="N">Once a week</p>' }]);
  });

  it('not from an element that is something else itself, nor as cells without their table', () => {
    expect(cut(`<main>${STORY}<div data-u="1">Harbour <b data-u="2">Give today</b></div></main>`, 'APF')).toEqual([{ letter: 'F', html: '<b data-expect="F">Give today</b>' }]);
    expect(cut(`<main>${STORY}<table><tbody><tr><td data-u="1">Give today</td><td data-u="2">Harbour</td></tr></tbody></table></main>`, 'AFP')).toEqual([]);
  });
});

describe('prompts are moved', () => {
  const page = (publisher: string, language = 'en'): CorpusPage => ({
    id: publisher, url: `https://www.${publisher}/4711`, language, publisher, labels: 'AP', words: [40, 2],
    html: () => `<meta property="og:site_name" content="The ${publisher} News"><main>${STORY}<p data-u="1">Harbour</p></main>`,
  });
  const appeal = { letter: 'F', html: '<p data-expect="F">Support The one.example News: <a href="https://one.example/give">give</a></p>' } as const;
  const pages = [...Array.from({ length: 8 }, () => page('one.example')), ...Array.from({ length: 8 }, (_, i) => page(`paper${i}.example`)), page('un.example', 'fr')];
  const movedFrom = (prompts: number) => movedSources(pages, pages.map((_, i) => (i === 0 ? Array.from({ length: prompts }, () => appeal) : [])));

  it('into pages of other publishers in their language, of which each is told apart from the prompt\'s own', () => {
    const moved = movedFrom(1);
    expect(moved).toHaveLength(6);
    for (const { publisher, host, language } of moved) {
      expect([publisher, language]).toEqual(['one.example', 'en']);
      expect(host).toMatch(/^paper\d\.example$/);
    }
    expect(new Set(moved.map(({ host }) => host)).size).toBe(6);
  });

  it('with the name and the addresses of the page that they are set into', () => {
    for (const { host, inserts } of movedFrom(1)) expect(inserts![0]!.html).toBe(`<p data-expect="F">Support The ${host} News: <a href="https://${host}/give">give</a></p>`);
  });

  it('no more than so often for one publisher', () => {
    expect(movedFrom(12)).toHaveLength(12);
  });

  it('from where nobody else writes in their language nowhere', () => {
    expect(movedSources(pages, pages.map((_, i) => (i === pages.length - 1 ? [appeal] : [])))).toEqual([]);
  });
});
