import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { classify, createLiveClassifier, type Classification, type LiveClassifier } from '../../lib/engine';
import { Segmenter } from '../../lib/engine/segment';
import { finish } from '../../lib/engine/steps';

/** By force, so that there are groups to compare whatever the gate makes of so plain a page. */
const OPTIONS = { url: 'https://news.example/2025/05/a-long-story-about-a-bridge', force: true };
const SENTENCE = 'The bridge was closed for repair in the spring, and nobody on the island could say when it would open again. ';
const LETTER = '<h3>Newsletter</h3><p>Sign up for our free newsletter and get the news in your inbox every morning.</p><form action="/newsletter"><input type="email" name="email"><button type="submit">Sign up</button></form>';
const APPEAL = '<p>Please support our journalism with a donation. <a href="https://www.paypal.com/donate/?x">Donate now</a></p>';
const PAGE = `<header><a href="/">The Courier</a><nav><a href="/a">News</a> <a href="/b">Sport</a></nav></header>
  <main><article><h1>A story about a bridge</h1>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(6)}</article>
  <aside><a href="/c"><div class="teaser">Who signed off the bearings?</div><div class="teaser">Seagrass returns</div></a></aside></main>
  <div class="newsletter">${LETTER}</div><script type="application/ld+json">{"@type":"NewsArticle"}</script><footer>© Courier <a href="/imprint">Imprint</a></footer>`;
const PIECES = ['Some text ', SENTENCE, LETTER, APPEAL, '<span>inline <b>bold</b></span>', '<ul><li>One</li><li>Two</li></ul>', '<div hidden><p>Hidden</p></div>', '<meta name="author" content="A. Writer">', '<a href="/x"><div>Card</div></a>', '<x-host></x-host>'];

/** What a classification says, in a form that can be compared: its elements by identity, everything else by value. */
const told = ({ blocks, ...rest }: Classification) => ({ ...rest, blocks: blocks.map(({ element, label, confidence, text, words }) => ({ element, label, confidence, text, words })) });

type Edit = (live: LiveClassifier, pick: (count: number) => number) => void;

const all = () => Array.from(document.documentElement.querySelectorAll('body, body *'));
const any = (pick: (count: number) => number) => all()[pick(all().length)]!;

/** Edits as an observer would report them. */
const EDITS: Readonly<Record<string, Edit>> = {
  insert(live, pick) {
    const at = any(pick);
    const made = document.createElement('div');
    made.innerHTML = PIECES[pick(PIECES.length)]!;
    for (const host of made.querySelectorAll('x-host')) host.attachShadow({ mode: 'open' }).innerHTML = APPEAL;
    const nodes = [...made.childNodes];
    at.prepend(...nodes);
    live.touch(at);
    for (const node of nodes) live.renew(node);
  },
  remove(live, pick) {
    const at = any(pick);
    if (at === document.body) return;
    const parent = at.parentNode!;
    at.remove();
    live.touch(parent);
  },
  move(live, pick) {
    const [at, to] = [any(pick), any(pick)];
    if (at === document.body || at.contains(to)) return;
    const from = at.parentNode!;
    to.append(at);
    live.touch(from);
    live.touch(to);
    live.renew(at);
  },
  moveChanged(live, pick) {
    const [at, to] = [any(pick), any(pick)];
    if (at === document.body || at.contains(to)) return;
    const from = at.parentNode!;
    // Nobody sees what happens to it while it is away.
    at.remove();
    Array.from(at.querySelectorAll('*')).at(-1)?.append('Changed while away. ');
    to.append(at);
    live.touch(from);
    live.touch(to);
    live.renew(at);
  },
  text(live, pick) {
    const at = any(pick).firstChild;
    if (at?.nodeType !== 3) return;
    (at as Text).data += ' and so on';
    live.touch(at);
  },
  attribute(live, pick) {
    const at = any(pick);
    const [name, value] = [['class', 'newsletter-box'], ['hidden', ''], ['href', '/donate'], ['style', 'display: none']][pick(4)] as [string, string];
    at.setAttribute(name, value);
    live.touch(at);
  },
  link(live, pick) {
    const links = document.querySelectorAll('a');
    const at = links[pick(Math.max(1, links.length))];
    at?.setAttribute('href', ['/donate', 'https://www.paypal.com/donate/', '#'][pick(3)]!);
    if (at) live.touch(at);
  },
  shadow(live, pick) {
    const roots = all().flatMap((element) => element.shadowRoot ?? []);
    const root = roots[pick(Math.max(1, roots.length))];
    if (!root) return;
    root.append(document.createElement('p'), 'Late in the shadow');
    live.touch(root);
  },
};

beforeEach(() => {
  document.documentElement.lang = 'en';
  document.head.innerHTML = '<title>A story about a bridge</title><meta property="og:type" content="article">';
  document.body.innerHTML = PAGE;
});

describe('a live classifier', () => {
  it('says what a full run says, after any edits', { timeout: 60_000 }, () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), fc.boolean()), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(steps, (edits) => {
        document.body.innerHTML = PAGE;
        const live = createLiveClassifier(document, OPTIONS);
        expect(told(finish(live.classify()))).toEqual(told(classify(document, OPTIONS)));
        for (const [name, picks, look] of edits) {
          let turn = 0;
          EDITS[name]!(live, (count) => picks[turn++ % picks.length]! % count);
          if (look) expect(told(finish(live.classify()))).toEqual(told(classify(document, OPTIONS)));
        }
        expect(told(finish(live.classify()))).toEqual(told(classify(document, OPTIONS)));
      }),
      { numRuns: 100 },
    );
  });

  it('finds a prompt in this page, so that the runs above compare something', () => {
    expect(classify(document, OPTIONS).groups.map(({ kind }) => kind)).toContain('newsletter');
  });

  it('reads little again of a page that has hardly changed', () => {
    const read = vi.spyOn(Segmenter.prototype as unknown as { enter(element: Element): unknown }, 'enter');
    const live = createLiveClassifier(document, OPTIONS);
    finish(live.classify());
    const whole = read.mock.calls.length;
    expect(whole).toBeGreaterThan(30);
    read.mockClear();
    finish(live.classify());
    expect(read.mock.calls.map(([element]) => element.localName)).toEqual(['html']);
    read.mockClear();
    const story = document.querySelector('article p')!;
    (story.firstChild as Text).data += 'More. ';
    live.touch(story.firstChild!);
    finish(live.classify());
    expect(read.mock.calls.map(([element]) => element.localName)).toEqual(['html', 'body', 'main', 'article', 'p', 'script']);
  });

  it('takes changes that come between two steps into the next run', () => {
    const live = createLiveClassifier(document, OPTIONS);
    const steps = live.classify();
    steps.next();
    const late = document.createElement('div');
    late.innerHTML = LETTER;
    document.body.append(late);
    live.touch(document.body);
    live.renew(late);
    const first = finish(steps);
    expect(first.blocks.some(({ element }) => late.contains(element))).toBe(false);
    expect(told(finish(live.classify()))).toEqual(told(classify(document, OPTIONS)));
  });
});
