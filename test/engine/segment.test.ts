// In: small pages. Out: proof that every visible text lands in one block, with what it stands in, whatever the markup does.
import { describe, expect, it } from 'vitest';
import { FIELD } from '../../lib/engine/records';
import { segment } from '../../lib/engine/segment';
import { cut, parse, texts, URL } from './page';

describe('blocks', () => {
  it('gather the inline text of an element, whatever it is wrapped in', () => {
    const { page } = cut('<p>The <b>bridge</b> was <a href="/x"><em>closed</em></a>, they\n   say.</p>');
    expect(texts(page)).toEqual(['The bridge was closed, they say.']);
  });

  it('are separate for separate elements, and keep to the order of the page', () => {
    const { page, elements } = cut('<div>one<p>two</p>three<ul><li>four<li>five</ul></div>');
    // What an element holds itself is one block, whichever child stands in between.
    expect(texts(page)).toEqual(['one three', 'two', 'four', 'five']);
    expect(elements.map(({ localName }) => localName)).toEqual(['div', 'p', 'li', 'li']);
  });

  it('leave out what is not read: scripts, styles, templates, drawings, hidden inline text', () => {
    expect(texts(cut('<p>seen<script>x</script><style>y</style><svg><text>z</text></svg><span hidden>not seen</span></p><template><p>no</p></template><noscript>no</noscript>').page)).toEqual(['seen']);
  });

  it('know the node they stand in, and nodes the blocks below them', () => {
    const { page: { nodes, blocks } } = cut('<main><section class="box a"><p>one</p><p>two</p></section><p>three</p></main>');
    const section = nodes.find(({ tag }) => tag === 'section')!;
    expect([section.first, section.end]).toEqual([0, 2]);
    expect(section.names.trim()).toBe('box a');
    for (const [n, node] of nodes.entries()) expect(node.parent).toBeLessThan(n);
    expect(blocks.map(({ node }) => nodes[node]!.tag)).toEqual(['p', 'p', 'p']);
  });

  it('inherit hiding from above', () => {
    const { page: { nodes, blocks } } = cut('<div style="color:red; display : none"><p>one</p></div><div hidden><p>two</p></div><p>three</p>');
    expect(blocks.map(({ node }) => nodes[node]!.hidden)).toEqual([true, true, false]);
  });
});

describe('links and fields', () => {
  it('count the letters that are linked, also by a link around the block', () => {
    const { page: { blocks } } = cut('<p>read <a href="https://www.other.example/Path?x">more here</a></p><a href="/card"><div>all of it</div></a>');
    expect(blocks.map(({ linkChars, text }) => [linkChars, text.length])).toEqual([[9, 14], [9, 9]]);
    expect(blocks[0]!.links).toEqual([{ host: 'other.example', path: '/path?x' }]);
    expect(blocks[1]!.links).toEqual([{ host: '', path: '/card' }]);
  });

  it('see controls without text as blocks, and tell an address field by its name', () => {
    const { page: { blocks } } = cut('<form><div><input name="your_email" placeholder="Your address"></div><div><input type="hidden" name="x"></div><div><button>Go</button></div></form>');
    expect(blocks.map(({ fields }) => fields)).toEqual([FIELD.email, FIELD.button]);
    expect(blocks[0]!.hints).toContain('Your address');
  });
});

describe('pages that make trouble', () => {
  it('are read through clobbered properties', () => {
    const { page } = cut('<form class="real"><input name="id"><input name="children"><input name="localName"><input name="nodeType"><input name="parentNode"><p>text</p></form>');
    expect(texts(page)).toContain('text');
    expect(page.nodes.find(({ tag }) => tag === 'form')!.names).toContain('real');
  });

  it('are read through open shadow roots', () => {
    const document = parse('<p>before</p><x-card></x-card><p>after</p>');
    document.querySelector('x-card')!.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('p'), { textContent: 'inside' }));
    expect(texts(segment(document, URL).page)).toEqual(['before', 'inside', 'after']);
  });

  it('may nest 2,000 levels deep', () => {
    const document = parse('<p>top</p>');
    let at: Element = document.body;
    for (let level = 0; level < 2000; level++) at = at.appendChild(document.createElement('div'));
    at.textContent = 'deep';
    expect(texts(segment(document, URL).page)).toEqual(['top', 'deep']);
  });

  it.each([
    ['an XML document', () => parse('<root><p>x</p></root>', 'application/xml')],
    ['an SVG document', () => parse('<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', 'image/svg+xml')],
    ['a document without root', () => { const document = parse('<p>x'); document.documentElement.remove(); return document; }],
    ['a document without body', () => { const document = parse('<p>x'); document.body.remove(); return document; }],
    ['a frameset', () => { const document = parse(''); document.body.replaceWith(document.createElement('frameset')); return document; }],
  ])('may be %s', (_, make) => {
    expect(() => segment(make(), URL)).not.toThrow();
  });
});

describe('the page\'s facts', () => {
  it('come from title, meta tags, canonical link and JSON-LD', () => {
    const { page: { facts } } = cut(`<html lang="fr-CA"><head><title>Titre</title><meta property="og:type" content="Article"><meta name="author" content="A. Plume"><link rel="canonical" href="https://m.journal.example/a">
      <script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"headline":"Le titre","articleBody":"Tout le texte"}]}</script><script type="application/ld+json">{broken</script></head></html>`);
    expect(facts).toMatchObject({ declaredLanguage: 'fr-CA', title: 'Titre', headline: 'Le titre', author: 'A. Plume', articleBody: 'Tout le texte', types: ['article', 'newsarticle'] });
    expect(facts.sites).toEqual(['paper.example', 'journal.example']);
  });
});

