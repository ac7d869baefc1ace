// In: test/fixtures. Out: proof that every page is whole and marked, and that the proof notices when one is not.
import { describe, expect, it } from 'vitest';
import { markProblems } from './fixtures/marks';
import { blocks, readFixtures, unmark, type Fixture } from './fixtures/read';

const CLUTTER = new Set(['F', 'N', 'P']);
const ARTICLE_BLOCKS = { least: 50, most: 250 };

const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What is wrong with a fixture, in words; empty if nothing is. */
function problems({ html, meta }: Pick<Fixture, 'html' | 'meta'>): string[] {
  const out: string[] = [];
  const document = parse(html);
  const all = blocks(document);

  const lang = (document.documentElement.getAttribute('lang') ?? '').toLowerCase().split('-')[0];
  if (lang !== meta.language.split('-')[0]) out.push(`page is in "${lang}", meta says "${meta.language}"`);
  for (const field of ['title', 'markup', 'why'] as const) if (!meta[field]) out.push(`meta lacks ${field}`);
  if (typeof meta.article !== 'boolean') out.push('meta.article is no boolean');
  if (!Array.isArray(meta.traps) || meta.traps.length === 0) out.push('meta names no trap');

  out.push(...markProblems(document, html));

  const letters = new Set(all.map((block) => block.expect ?? ''));
  if (meta.article) {
    if (document.body.hasAttribute('data-expect') || document.documentElement.hasAttribute('data-expect')) {
      out.push('the whole page has one mark');
    }
    const headline = all.find(({ text, element }) => text && squeeze(element.textContent ?? '') === squeeze(meta.title));
    if (headline?.expect !== 'A') out.push('the headline is not on the page as article');
    if (![...CLUTTER].some((letter) => letters.has(letter))) out.push('an article without anything to hide');
    if (!letters.has('O')) out.push('an article without anything around it');
    const texts = all.filter(({ text }) => text).length;
    if (texts < ARTICLE_BLOCKS.least || texts > ARTICLE_BLOCKS.most) out.push(`${texts} text blocks`);
  } else {
    if (document.title !== meta.title) out.push(`title is "${document.title}"`);
    if (document.body.getAttribute('data-expect') !== 'O' || letters.size !== 1) out.push('marked as if it were an article');
  }
  return out;
}

const fixtures = readFixtures();
const articles = fixtures.filter(({ meta }) => meta.article);

describe('fixtures', () => {
  it.each(fixtures)('$slug is whole and marked', (fixture) => {
    expect(problems(fixture)).toEqual([]);
  });

  it('are enough, in enough languages, with every kind of prompt in several', () => {
    expect(articles.length).toBeGreaterThanOrEqual(65);
    expect(fixtures.length - articles.length).toBeGreaterThanOrEqual(18);
    expect(new Set(articles.map(({ meta }) => meta.language)).size).toBeGreaterThanOrEqual(55);
    const having = (letter: string): number =>
      articles.filter(({ html }) => html.includes(`data-expect="${letter}"`)).length;
    expect(having('F')).toBeGreaterThanOrEqual(55);
    expect(having('N')).toBeGreaterThanOrEqual(60);
    expect(having('P')).toBe(articles.length);
  });

  it('no two say the same', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    for (const { slug, html } of fixtures) {
      for (const text of new Set(blocks(parse(html)).map((block) => block.text))) {
        if (text.length < 40) continue;
        const other = seen.get(text);
        if (other) twice.push(`${other} and ${slug}: ${text}`);
        seen.set(text, slug);
      }
    }
    expect(twice).toEqual([]);
  });

  it('lose every mark and no text when unmarked', () => {
    for (const { html } of fixtures) {
      const document = parse(html);
      const before = document.body.textContent;
      unmark(document);
      expect(document.querySelector('[data-expect]')).toBeNull();
      expect(document.body.textContent).toBe(before);
    }
  });
});

describe('the check notices', () => {
  const named = (slug: string): Fixture => {
    const fixture = fixtures.find((one) => one.slug === slug);
    if (!fixture) throw new Error(`${slug}, which these tests rest on, is gone`);
    return fixture;
  };
  const good = named('fr-agency-sibling-appeal');
  const still = named('de-section-front');

  it.each<[string, Pick<Fixture, 'html' | 'meta'>, RegExp]>([
    ['a text without a mark', { ...good, html: good.html.replace('</main>', '<p>Perdu</p></main>') }, /unmarked: <p> "Perdu"/],
    ['a control without a mark', { ...good, html: good.html.replace('</main>', '<input></main>') }, /unmarked: <input>/],
    ['an unknown letter', { ...good, html: good.html.replace('data-expect="F"', 'data-expect="D"') }, /no such letter: "D"/],
    ['a picture from elsewhere', { ...good, html: good.html.replace('</main>', '<img src="a.png"></main>') }, /loads something: <img>/],
    ['a script', { ...good, html: good.html.replace('</main>', '<script>1</script></main>') }, /loads something: <script>/],
    ['style that loads', { ...good, html: good.html.replace('<style>', '<style>a{background:url(x.png)}') }, /style loads/],
    ['style that reads the marks', { ...good, html: good.html.replace('<style>', '<style>[data-expect]{color:red}') }, /uses the marks/],
    ['a headline in another label', { ...good, html: good.html.replace('<h1 data-expect="A">', '<h1 data-expect="P">') }, /headline/],
    ['the wrong language', { ...good, meta: { ...good.meta, language: 'de' } }, /page is in "fr"/],
    ['one mark for all', { ...good, html: good.html.replace('<body>', '<body data-expect="O">') }, /whole page has one mark/],
    ['a stub of a page', { ...good, html: good.html.replace(/<p data-expect="A">[\s\S]*<\/section>/u, '') }, /text blocks/],
    ['a prompt on a page that is no article', { ...still, html: still.html.replace('<h1>', '<h1 data-expect="N">') }, /as if it were an article/],
    ['no trap', { ...good, meta: { ...good.meta, traps: [] } }, /no trap/],
  ])('%s', (_, fixture, message) => {
    expect(problems(fixture).join('\n')).toMatch(message);
  });
});
