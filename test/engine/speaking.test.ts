// In: small pages. Out: proof that the features for who speaks measure what their names say.
import { describe, expect, it } from 'vitest';
import { FEATURES, featureMatrix } from '../../lib/engine/features';
import { segment } from '../../lib/engine/segment';
import { contextOf, parse } from './page';

/** Value of a feature for the block whose text begins so. */
function reader(html: string): (start: string, feature: string) => number {
  const context = contextOf(html);
  const matrix = featureMatrix(context);
  return (start, feature) => {
    const block = context.page.blocks.findIndex(({ text }) => text.startsWith(start));
    expect(block, start).toBeGreaterThanOrEqual(0);
    const column = FEATURES.indexOf(feature);
    expect(column, feature).toBeGreaterThanOrEqual(0);
    return matrix[block * FEATURES.length + column]!;
  };
}

const paragraph = (subject: string): string => `<p>${subject} Some more of the same was said in the evening by the people of the village, who had waited for it.</p>`;
const page = ({ head = '', body }: { head?: string; body: string }): string => `<head><title>A bridge too low</title>${head}</head><body><main><h1>A bridge too low</h1>${body}</main></body>`;
const STORY = ['The bridge at Marle was raised.', 'Nobody had measured the lorry.', 'Its driver, Ode, measured it himself.', 'The bridge of Marle is older than the road.', 'Ode wants to try the bridge again.', 'The road to Marle stays shut.', 'The lorry is still there.', 'The bridge will be measured by Ode.'].map(paragraph).join('');

describe('the name of the publication', () => {
  const asks = '<div>The Lantern lives on what its readers give.</div>';
  it.each([
    ['its own meta name', '<meta property="og:site_name" content="The Lantern">'],
    ['the end of the title', '<title>A bridge too low | The Lantern</title>'],
    ['the publisher of its data', '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"The Lantern"}}</script>'],
  ])('is known from %s', (_, head) => {
    const html = head.startsWith('<title>') ? page({ body: STORY + asks }).replace('<title>A bridge too low</title>', head) : page({ head, body: STORY + asks });
    const at = reader(html);
    expect(at('The Lantern lives', 'voice.names')).toBeGreaterThan(0);
    expect(at('The bridge at Marle', 'voice.names')).toBe(0);
  });

  it.each([['the link home', '<a href="/">The Lantern</a>', ''], ['the copyright', '', '<footer><p>© 2025 The Lantern. All rights reserved</p></footer>']])('is known from %s', (_, before, after) => {
    const at = reader(page({ body: before + STORY + asks + after }));
    expect(at('The Lantern lives', 'voice.names')).toBeGreaterThan(0);
    expect(at('The lorry is still', 'voice.names')).toBe(0);
  });

  it('is known in another case, and where words are not set apart', () => {
    const polish = reader(page({ head: '<meta property="og:site_name" content="Gazeta Nadrzeczna">', body: `${STORY}<div>Wesprzyj Gazetę Nadrzeczną już dziś.</div>` }));
    expect(polish('Wesprzyj', 'voice.names')).toBeGreaterThan(0);
    const chinese = reader(page({ head: '<meta property="og:site_name" content="半亩塘">', body: `${STORY}<div>支持半亩塘的独立写作</div>` }));
    expect(chinese('支持', 'voice.names')).toBeGreaterThan(0);
  });

  it('is known in a frame from the page around it', () => {
    const around = parse('<html><head><title>A bridge too low | The Lantern</title></head><body></body></html>');
    expect(segment(parse(asks), 'about:srcdoc', around).page.facts.siteNames).toContain('The Lantern');
    expect(segment(parse(asks), 'about:srcdoc').page.facts.siteNames).not.toContain('The Lantern');
  });

  it('is not found inside other words, nor where nothing says it', () => {
    const at = reader(page({ head: '<meta property="og:site_name" content="Rund">', body: `${STORY}<div>Der Untergrund ist weich.</div>` }));
    expect(at('Der Untergrund', 'voice.names')).toBe(0);
    expect(reader(page({ body: STORY + asks }))('The Lantern lives', 'voice.names')).toBe(0);
  });

  it('counts for the card it stands in', () => {
    const head = '<meta property="og:site_name" content="The Lantern">';
    const at = reader(page({ head, body: `${STORY}<div class="x"><div>Stay with us</div>${asks}</div>` }));
    expect(at('Stay with us', 'voice.names')).toBe(0);
    expect(at('Stay with us', 'voice.cardNames')).toBeGreaterThan(0);
    expect(at('The lorry is still', 'voice.cardNames')).toBe(0);
  });
});

it('who says "we" and "you" in one breath addresses the reader', () => {
  const at = reader(page({ body: `${paragraph('We went there, and we saw it.')}${STORY}<div>Give us what you can, and we go on.</div>` }));
  expect(at('Give us', 'voice.addresses')).toBeGreaterThan(0);
  expect(at('We went', 'voice.addresses')).toBe(0);
});

describe('the company of a paragraph', () => {
  const appeal = [paragraph('This took us seven months.'), paragraph('The Lantern has no owner.'), '<p>IBAN DE00 1234 5678 0000 4711 00</p>', '<a class="b" href="/x">10 € per month</a>'].join('');

  it('is the box that holds it, although it reads like the story', () => {
    const at = reader(page({ body: `${STORY}<div class="x">${appeal}</div>` }));
    expect(at('This took us', 'holder.account')).toBe(1);
    expect(at('This took us', 'holder.money')).toBe(1);
    expect(at('This took us', 'holder.long')).toBe(2);
    expect(at('The lorry is still', 'holder.account')).toBe(0);
  });

  it('is what follows it or goes before, where no box holds them', () => {
    const at = reader(page({ body: STORY + appeal }));
    expect(at('This took us', 'ahead.account')).toBe(1);
    expect(at('10 €', 'behind.account')).toBe(1);
    expect(at('The bridge at Marle', 'ahead.account')).toBe(0);
    expect(at('IBAN', 'ahead.account')).toBe(0);
  });

  it('never is most of the story', () => {
    const at = reader(page({ body: `<div>${STORY}</div>` }));
    expect(at('The lorry is still', 'holder.blocks')).toBe(1);
  });
});
