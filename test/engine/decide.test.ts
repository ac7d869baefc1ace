// In: small pages with the probabilities of their blocks. Out: proof that tables stay whole and that plain asking needs no more than to be likelier than not.
import { describe, expect, it } from 'vitest';
import { decide } from '../../lib/engine/decide';
import type { Context } from '../../lib/engine/features/context';
import { ARTICLE, FUNDRAISING, isPrompt, K, OTHER, PROMO } from '../../lib/engine/runs';
import { dataTables } from '../../lib/engine/tables';
import { contextOf } from './page';

const PARAGRAPH = '<p>The ferry to Lundby was late again on Monday, and the people who had waited for it in the rain said so at some length to everybody on the quay.</p>';
const table = (rows: number, columns: number): string => `<table><tbody>${`<tr>${'<td>17</td>'.repeat(columns)}</tr>`.repeat(rows)}</tbody></table>`;
const page = (body: string): Context => contextOf(`<main><h1>The ferry is late</h1>${PARAGRAPH.repeat(3)}${body}</main>`);

/** Probabilities for every block of `context` as `of` tells: a label and how likely it is, the rest being other. */
function probabilities(context: Context, of: (text: string, i: number) => readonly [label: number, probability: number]): Float32Array {
  const rows = new Float32Array(context.count * K);
  context.page.blocks.forEach(({ text }, i) => {
    const [label, probability] = of(text, i);
    rows[i * K + OTHER] = 1 - probability;
    rows[i * K + label] = probability;
  });
  return rows;
}

/** The first block that starts so. */
const finder = ({ page: { blocks } }: Context) => (start: string): number => blocks.findIndex(({ text }) => text.startsWith(start));

describe('a table of data', () => {
  it('is found by its cells, and a table for layout is not', () => {
    const context = page(table(4, 3) + `<table><tbody><tr>${`<td>${'<div>A box in a cell</div>'.repeat(2)}</td>`.repeat(12)}</tr></tbody></table>${table(2, 2)}`);
    const [found, ...more] = dataTables(context);
    expect(more).toEqual([]);
    expect(context.page.blocks.slice(found!.first, found!.end).map(({ text }) => text)).toEqual(new Array(12).fill('17'));
  });

  it('is none where every row is a single cell: pages were laid out so', () => {
    const context = page(table(14, 1));
    expect(context.page.blocks.filter(({ text }) => text === '17').length).toBe(14);
    expect(dataTables(context)).toEqual([]);
  });

  it('gets one label, that of its cells on the whole', () => {
    const context = page(table(4, 3) + PARAGRAPH);
    let cell = 0;
    const labels = decide(context, probabilities(context, (text) => (text === '17' ? [ARTICLE, cell++ % 3 === 0 ? 0.2 : 0.8] : [ARTICLE, 0.9])));
    expect(cell).toBe(12);
    expect(new Set(context.page.blocks.flatMap(({ text }, i) => (text === '17' ? [labels[i]] : [])))).toEqual(new Set([ARTICLE]));
  });

  it('is not hidden in the story, whatever its cells look like', () => {
    const context = page(table(4, 3) + PARAGRAPH);
    const labels = decide(context, probabilities(context, (text) => (text === '17' ? [PROMO, 0.99] : [ARTICLE, 0.9])));
    const cells = context.page.blocks.flatMap(({ text }, i) => (text === '17' ? [labels[i]!] : []));
    expect(cells.length).toBe(12);
    expect(cells.filter(isPrompt)).toEqual([]);
  });
});

describe('a box right above an appeal', () => {
  const ACCOUNTS = '<section><h3>Accounts for the flooded villages</h3><p>The county takes donations: IBAN DE00 1234 5678 0000 0099 11</p><p>Blankets can be brought to the town hall.</p></section>';
  const OWN = '<section><h3>Support us</h3><p>Please donate to our journalism.</p><p><a href="https://www.paypal.com/donate">Donate</a></p></section>';

  it('that asks for others stays, and the appeal goes', () => {
    const context = page(ACCOUNTS + OWN);
    const at = finder(context);
    const labels = decide(context, probabilities(context, (_, i) => (i >= at('Accounts') ? [FUNDRAISING, 0.95] : [ARTICLE, 0.95])));
    expect(at('Accounts')).toBeGreaterThan(0);
    expect(Array.from(labels.subarray(at('Accounts'), at('Support us'))).filter(isPrompt)).toEqual([]);
    expect(Array.from(labels.subarray(at('Support us')))).toEqual([FUNDRAISING, FUNDRAISING, FUNDRAISING]);
  });
});

describe('a box of a club\'s dues among paragraphs, taken for an appeal', () => {
  const labelsOf = (last: string): Uint8Array => {
    const context = page(`<div class="facts"><div>The band in figures</div><div>Members: 19 who play, 6 supporters</div><div>Dues: 14 € a month, the first year free</div><div>${last}</div></div>${PARAGRAPH}`);
    const at = finder(context)('The band in figures');
    expect(at).toBeGreaterThan(0);
    return decide(context, probabilities(context, (_, i) => (i >= at && i < at + 4 ? [FUNDRAISING, 0.95] : [ARTICLE, 0.95]))).subarray(at, at + 4);
  };

  it('stays when it turns to nobody, and goes when it does', () => {
    expect(Array.from(labelsOf('Rehearsal: Tuesday at half past seven')).filter(isPrompt)).toEqual([]);
    expect(Array.from(labelsOf('Please donate: <a href="https://www.paypal.com/donate">Donate</a>'))).toEqual([FUNDRAISING, FUNDRAISING, FUNDRAISING, FUNDRAISING]);
  });
});

describe('the end of a story, taken for the beginning of the appeal behind it', () => {
  const ENDS = `<div><a href="/harbour/4711">Read more: the harbour master's verdict</a></div>${PARAGRAPH.replace('The ferry', 'That ferry')}`;
  const ASKS = '<p>Support us: please donate to our journalism, with 5 € a month you keep our newsroom independent. <a href="https://www.paypal.com/donate">Donate</a></p>';

  it('stays, even behind a line that leads on to another story', () => {
    const context = page(ENDS + ASKS);
    const at = finder(context);
    const labels = decide(context, probabilities(context, (_, i) => (i >= at('Read more') ? [FUNDRAISING, 0.75] : [ARTICLE, 0.95])));
    expect(at('That ferry')).toBeGreaterThan(0);
    expect(isPrompt(labels[at('That ferry')]!)).toBe(false);
    expect(labels[at('Support us')]).toBe(FUNDRAISING);
  });
});

describe('a block that may be story or appeal', () => {
  const PLAIN = '<div>Support us: please donate to our journalism, with 5 € a month you keep our newsroom independent.</div>';
  const VAGUE = '<div>The newsroom has been on the quay for years and will be there again on Monday.</div>';
  const labelOf = (context: Context, start: string): number => {
    const rows = probabilities(context, (text) => (text.startsWith(start) ? [FUNDRAISING, 0.7] : [ARTICLE, 0.9]));
    const at = finder(context)(start);
    rows[at * K + ARTICLE] = 0.3;
    rows[at * K + OTHER] = 0;
    return decide(context, rows)[at]!;
  };

  it('is an appeal when that is clearly likelier and it asks plainly', () => {
    expect(labelOf(page(PLAIN), 'Support us')).toBe(FUNDRAISING);
  });

  it('is left when it does not', () => {
    expect(labelOf(page(VAGUE), 'The newsroom')).not.toBe(FUNDRAISING);
  });
});

describe('a paragraph in the middle of a story, taken for an appeal', () => {
  const about = (text: string): string => `<p>${text} The committee meets again in March, when the accounts of the winter are to be read out to everybody in the hall.</p>`;
  const labelOf = (text: string, probability = 0.85): number => {
    const context = page(about(text) + PARAGRAPH.repeat(3));
    const at = finder(context)(text);
    expect(at).toBeGreaterThan(0);
    return decide(context, probabilities(context, (_, i) => (i === at ? [FUNDRAISING, probability] : [ARTICLE, 0.95])))[at]!;
  };
  const DONORS = 'Another fundraiser raised donations for the campaign, and its members support the mayor.';

  it('stays when it speaks of donors, and goes when it asks the reader to be one', () => {
    expect(labelOf(DONORS)).not.toBe(FUNDRAISING);
    expect(labelOf('Please donate today and support our newsroom, which needs you.')).toBe(FUNDRAISING);
  });

  it('stays when it is not quite sure, for one paragraph is no run', () => {
    const ASKS = 'Please donate today and support our newsroom, which needs you.';
    expect(labelOf(ASKS, 0.7)).not.toBe(FUNDRAISING);
    const context = page(about(ASKS).repeat(2) + PARAGRAPH.repeat(3));
    const at = finder(context)(ASKS);
    const labels = decide(context, probabilities(context, (_, i) => (i === at || i === at + 1 ? [FUNDRAISING, 0.7] : [ARTICLE, 0.95])));
    expect(Array.from(labels.subarray(at, at + 2))).toEqual([FUNDRAISING, FUNDRAISING]);
  });

  it('goes when there is hardly a doubt, whatever words it begins with', () => {
    expect(labelOf(DONORS, 0.95)).toBe(FUNDRAISING);
  });
});

describe('among several kinds', () => {
  const CARD = `<aside>${['Bread', 'Salt', 'Rope'].map((text) => `<div><a href="/${text}/4711">${text} is dear again this winter, say those who sell it</a></div>`).join('')}<div>Support us: please donate</div></aside>`;

  it('a block that is rather a promo is no appeal because that would cost less', () => {
    const context = page(CARD);
    const at = finder(context)('Bread');
    const rows = probabilities(context, () => [OTHER, 1]);
    rows.set([0.13, 0.32, 0, 0.55, 0], at * K);
    expect(decide(context, rows)[at]).not.toBe(FUNDRAISING);
  });

  it('an appeal keeps its kind in a card of teasers when it plainly is one', () => {
    const context = page(CARD);
    const at = finder(context)('Support us');
    const labelled = (probability: number): number => decide(context, probabilities(context, (text, i) => (i === at ? [FUNDRAISING, probability] : text.includes('dear') ? [PROMO, 0.95] : [ARTICLE, 0.95])))[at]!;
    expect(labelled(0.7)).toBe(FUNDRAISING);
    expect(labelled(0.4)).toBe(PROMO);
  });
});

describe('a text beside the story that is rather a promo', () => {
  const CAPTION = 'Seven of the harbour\'s last wooden boats lie at the old quay on Monday morning, waiting for somebody who can still mend their keels.';
  const labelOf = (html: string): number => {
    const context = contextOf(`<aside><figure>${html}</figure></aside><main><h1>The ferry is late</h1>${PARAGRAPH.repeat(3)}</main>`);
    const scores = probabilities(context, () => [ARTICLE, 0.95]);
    const at = finder(context)('Seven');
    scores.set([0.06, 0, 0, 0.9, 0.04], at * K);
    return decide(context, scores)[at]!;
  };

  it('stays where it tells something and leads nowhere, and goes where it leads on', () => {
    expect(labelOf(`<p>${CAPTION}</p>`)).not.toBe(PROMO);
    expect(labelOf(`<p><a href="/2025/03/13/boats">${CAPTION}</a></p>`)).toBe(PROMO);
    expect(labelOf('<p>Seven wooden boats</p>')).toBe(PROMO);
  });
});

describe('the lines of a chat', () => {
  const LINE = 'Reader: I have heard the ferry.';
  const count = 12;
  const TITLE = '<h3>The ferry</h3>';
  /** How many lines are taken for promos when so many look like one. */
  const hidden = (line: string, promos: number, between = ''): number => {
    const context = page(`<div>${`<div class="line">${line}</div>${between}`.repeat(count)}</div>`);
    let n = 0;
    const labels = decide(context, probabilities(context, (text) => (text.startsWith('Reader') ? (n++ < promos ? [PROMO, 0.7] : [OTHER, 0.9]) : [ARTICLE, 0.9])));
    expect(n).toBe(count);
    return labels.filter(isPrompt).length;
  };

  it('are what most of them are, where a few look like a promo', () => {
    expect(hidden(LINE, 4, TITLE)).toBe(0);
    expect(hidden(LINE, 10, TITLE)).toBe(10);
  });

  it('are none right behind one another, whatever they look like', () => {
    expect(hidden(LINE, 12)).toBe(0);
  });

  it('may be a promo each where they lead somewhere', () => {
    expect(hidden('<a href="/reader">Reader</a>: the ferry', 4)).toBe(4);
  });
});

describe('an appeal without a word that is known to ask', () => {
  const BAR = '<div class="bar">Before the ice is off the bay we lack 188 of 600.</div>';
  const hidden = (context: Context, sure: number): string[] => {
    const labels = decide(context, probabilities(context, (text) => (text.includes('188 of 600') ? [FUNDRAISING, sure] : [ARTICLE, 0.95])));
    return context.page.blocks.flatMap(({ text }, i) => (labels[i] === FUNDRAISING ? [text] : []));
  };

  it('is one outside the story where nothing else is likely, and not where it may well be something else', () => {
    const context = contextOf(`${BAR}<main><h1>The ferry is late</h1>${PARAGRAPH.repeat(4)}</main>`);
    expect(hidden(context, 0.95)).toEqual(['Before the ice is off the bay we lack 188 of 600.']);
    expect(hidden(context, 0.85)).toEqual([]);
  });

  it('is one among the paragraphs of the story where it speaks to the reader and there is hardly a doubt, and not otherwise', () => {
    const taken = (paragraph: string, sure: number): number[] => {
      const context = page(`<p>${paragraph}</p>${PARAGRAPH.repeat(2)}`);
      const at = finder(context)(paragraph.slice(0, 12));
      expect(at).toBeGreaterThan(0);
      return [...decide(context, probabilities(context, (text) => (text === paragraph ? [FUNDRAISING, sure] : [ARTICLE, 0.95]))).subarray(at, at + 1)];
    };
    const said = 'We went out to the island nine times for you, and the ferry was 12 each way.';
    expect(taken(said, 0.95)).toEqual([FUNDRAISING]);
    expect(taken(said, 0.9).filter(isPrompt)).toEqual([]);
    expect(taken('The harbour master went out nine times, and the ferry was 12 each way.', 0.95).filter(isPrompt)).toEqual([]);
  });

  it('is none among the comments of readers', () => {
    const context = contextOf(`<main><h1>The ferry is late</h1>${PARAGRAPH.repeat(4)}</main><section class="comments"><p>We and you all lack 188 of 600.</p></section>`);
    expect(hidden(context, 0.97)).toEqual([]);
  });

  it('is none among the paragraphs of the story', () => {
    const context = page(`<p>Before the ice is off the bay we lack 188 of 600.</p>${PARAGRAPH.repeat(2)}`);
    expect(hidden(context, 0.95)).toEqual([]);
  });
});
