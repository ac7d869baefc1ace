// In: the sample article. Out: pages that make trouble, by path; on those that are articles its prompts must still go.
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Served } from '../../tools/serve';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Written into the page's own script; counts what the page itself does. */
const script = (code: string) => `<script>${code}</script>`;

type Make = (sample: string) => Served;

const atEnd = (addition: string): Make => (sample) => ({ body: sample.replace('</body>', `${addition}</body>`) });
const rows = (count: number): Make => atEnd(script(`
    const box = document.body.appendChild(document.createElement('div'));
    for (let i = 0; i < ${count}; i++) box.appendChild(document.createElement('p')).textContent = 'Row ' + i;`));

/** Takes away what is put beside its body: once, and hides it once, or for as long as anybody brings it back. */
const evicting = (forever: boolean): Make => atEnd(script(`
  window.evicted = 0;
  new MutationObserver((records) => {
    for (const one of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      window.evicted++;
      if (${forever} || window.evicted === 1) one.remove();
      else one.setAttribute('style', 'display: none !important');
    }
  }).observe(document.documentElement, { childList: true });`));

/** Notes whether anything was marked, and after how many ms of being hidden `#known` was shown again. */
const NOTING = script(`
  let since;
  const look = (records) => {
    window.marked ||= records.some(({ type }) => type === 'attributes');
    const known = document.getElementById('known');
    if (!known) return;
    const hidden = known.getClientRects().length === 0;
    if (hidden) since ??= performance.now();
    else if (since !== undefined) window.backAfter ??= performance.now() - since;
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });`);

async function* stalling(first: string, last: string): AsyncGenerator<string> {
  yield first;
  await delay(4000);
  yield last;
}

/** Markup, written so that the page itself shows it as text. */
const ATTACK = '&lt;img src=x onerror=top.hit=1&gt;&lt;b id=owned&gt;Tide&lt;/b&gt;';

export const PAGES: Readonly<Record<string, Make>> = {
  '/article': (sample) => ({ body: sample }),
  '/plain': () => ({ body: '<!doctype html><title>Shop</title><body><p>Shoes, 20 €</p>' }),

  // Documents that are no HTML page with a body.
  '/feed.xml': () => ({ body: '<?xml version="1.0"?><rss><item><title>Donate</title></item></rss>', type: 'application/xml' }),
  '/drawing.svg': () => ({ body: '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">Donate</text></svg>', type: 'image/svg+xml' }),
  '/note.txt': () => ({ body: 'Please donate', type: 'text/plain' }),
  '/frameset': () => ({ body: '<!doctype html><frameset cols="50%,50%"><frame src="/plain"><frame src="/plain"></frameset>' }),
  '/no-body': () => ({ body: `<!doctype html>${script('document.body?.remove(); onload = () => document.body?.remove()')}` }),
  '/no-root': () => ({ body: `<!doctype html><p>Gone${script('document.documentElement.remove()')}` }),
  '/not-xhtml.xml': () => ({ body: `<root xmlns:h="${XHTML}"><h:body><h:p>Donate</h:p></h:body></root>`, type: 'text/xml' }),

  // Articles that are hard to handle.
  '/many': rows(50_000),
  '/long': rows(12_000),
  '/deep': atEnd(script(`
    let box = document.body;
    for (let i = 0; i < 2_000; i++) box = box.appendChild(document.createElement('div'));
    box.textContent = 'Down here';`)),
  '/clobber': atEnd(`
    <form><input name="id"><input name="children"><input name="parentNode"><input name="attributes"><input name="style">
      <input name="setAttribute"><input name="getAttribute"><input name="closest"><input name="querySelector">
      <input name="nodeType"><input name="tagName"><input name="localName"><input name="textContent"></form>
    <form name="body"></form><img name="documentElement"><img name="readyState"><img name="createElement"><img name="addEventListener">`),
  '/strange-text': atEnd('<p>&lt;/script&gt; ]]&gt; --&gt; &lt;!-- \u0000 \u202e \ud800 </p><p>{{constructor}} ${x} __MSG_x__</p>'),
  '/frames': atEnd(`<iframe src="http://localhost:1/"></iframe><iframe sandbox srcdoc="<p>Donate</p>"></iframe><object data="about:blank"></object>`),

  // Dark, as the reader's system need not be.
  '/night': (sample) => ({ body: sample.replace('background: #fff; color: #22262a', 'background: #14171a; color: #e8eaec') }),
  '/relaunched': (sample) => ({ body: sample.replaceAll('byline', 'credits') }),

  // Two prompts that were neighbours, so that both stubs belong to one place.
  '/neighbours': (sample) => {
    const appeal = /<section class="support-appeal".*?<\/section>/s.exec(sample)![0];
    return { body: sample.replace(appeal, '').replace(/(<section class="newsletter-box".*?<\/section>)/s, `$1${appeal}`) };
  },

  // Styles and scripts that reach for everything, ours among it.
  '/hostile': (sample) => ({
    body: sample
      .replace('</style>', `* { color: red !important; font-size: 30px !important }
        html > :not(head, body) { display: none !important; visibility: hidden !important; opacity: 0 !important; transform: scale(0) !important; animation: gone 1s infinite; transition: all 999s !important }
        @keyframes gone { to { opacity: 0; translate: -9999px } }
        @layer strong { unpitch-layer, unpitch-stubs { display: none !important; all: unset !important } }</style>
        ${script(`
          const broken = () => { throw new Error('broken by the page'); };
          const back = [];
          const spoil = (owner, name, change) => {
            back.push([owner, name, Object.getOwnPropertyDescriptor(owner, name)]);
            Object.defineProperty(owner, name, { configurable: true, ...change });
          };
          for (const name of ['attachShadow', 'setAttribute', 'removeAttribute', 'getBoundingClientRect', 'remove', 'matches', 'closest', 'querySelectorAll', 'scrollIntoView', 'replaceChildren', 'append'])
            spoil(Element.prototype, name, { value: broken });
          for (const name of ['appendChild', 'insertBefore', 'removeChild', 'contains']) spoil(Node.prototype, name, { value: broken });
          for (const name of ['showPopover', 'focus']) spoil(HTMLElement.prototype, name, { value: broken });
          for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'requestAnimationFrame']) spoil(window, name, { value: broken });
          spoil(Document.prototype, 'createElement', { value: broken });
          // For whoever wants to look at the page as it is.
          window.mend = () => { for (const [owner, name, own] of back) Object.defineProperty(owner, name, own); };`)}`),
  }),
  // Elements named like ours get a class of the page's, and downloads a listener.
  '/spies': (sample) => ({
    body: sample.replace('<head>', `<head>${script(`
      window.defined = [];
      window.entered = [];
      for (const name of ['unpitch-layer', 'unpitch-stubs', 'unpitch-toast', 'unpitch-legend']) {
        customElements.define(name, class extends HTMLElement {
          constructor() {
            super();
            const internals = this.attachInternals();
            const look = () => internals.shadowRoot && window.entered.push(name);
            window.defined.push(name);
            look(), setTimeout(look);
          }
        });
      }
      window.saved = [];
      window.navigation?.addEventListener('navigate', ({ destination }) => { if (destination.url.startsWith('blob:')) window.saved.push(destination.url); });`)}`),
  }),
  '/evicts': evicting(false),
  '/evicts-forever': evicting(true),

  // The same site, all of a sudden full of appeals.
  '/drowned': (sample) => ({ body: sample.replace(/<section class="support-appeal".*?<\/section>/s, (appeal) => appeal.repeat(14)) }),

  // Articles that do not want to be changed, or forbid it.
  '/fights': atEnd(script(`
    window.fights = 0;
    const fight = (target) => { if (target.hasAttribute('data-unpitch')) { window.fights++; target.removeAttribute('data-unpitch'); } };
    new MutationObserver((records) => records.forEach(({ target }) => fight(target))).observe(document, { subtree: true, attributes: true });
    // Known prompts are hidden before this script runs.
    document.querySelectorAll('[data-unpitch]').forEach(fight);`)),
  '/rewrites': atEnd(script(`
    const box = document.querySelector('.newsletter-box');
    box.after(box.cloneNode(true)), box.remove();
    setTimeout(() => document.querySelectorAll('[data-unpitch]').forEach((one) => one.removeAttribute('data-unpitch')), 50);`)),
  '/insists': (sample) => ({
    body: sample
      .replace('</style>', '@layer page { .newsletter-box { display: block !important } } #a#b, html body main section.support-appeal { display: block !important }</style>')
      .replace('class="support-appeal"', 'class="support-appeal" style="display:  grid !IMPORTANT; color:  #222"'),
  }),
  // Known by its class from other pages: on this one, which is no article, it says nothing of the kind.
  '/innocent': () => ({ body: `<!doctype html><title>Hours</title>${NOTING}<h1>Opening hours</h1><section class="newsletter-box" id="known"><h2>The shop</h2><p>${'Open from nine to five, on Saturdays until noon. '.repeat(8)}</p></section>` }),
  // Its parser waits longer than anything may be hidden without a verdict, with too little there to be looked at.
  '/stalls': () => ({ body: stalling(`<!doctype html><html lang="en"><title>Stalls</title>${NOTING}<section class="newsletter-box" id="known"><h2>Letters</h2></section>`, '<p>The end') }),
  '/late': atEnd(script(`
    const box = document.querySelector('.newsletter-box');
    box.remove();
    addEventListener('load', () => setTimeout(() => document.querySelector('article').append(box), 300));`)),
  '/policy': (sample) => ({
    body: sample.replace(/<style>.*<\/style>/s, ''),
    headers: { 'content-security-policy': "default-src 'none'; style-src 'none'; script-src 'none'; require-trusted-types-for 'script'" },
  }),
  // Whatever Unpitch repeats of it looks like markup, or like an address that runs.
  '/markup': (sample) => ({
    body: sample
      .replaceAll('The Tidewater Courier', ATTACK)
      .replace(/<title>.*<\/title>/, `<title>${ATTACK}</title>`)
      .replace(/(<section class="newsletter-box[^>]*>\s*<h3>)/, `$1${ATTACK} `)
      .replace(/(class="support-appeal[^>]*>\s*<h3>)/, `$1${ATTACK} `)
      .replace(/href="[^"]*"(?=[^>]*class="give")|(?<=class="give"[^>]*)href="[^"]*"/, 'href="javascript:top.hit=1"'),
  }),
  '/editor': atEnd(`<div id="draft" contenteditable="true">
    <section class="newsletter-box"><h3>Our newsletter</h3><p>Sign up for our newsletter by e-mail.</p><input type="email"></section></div>`),
};

export async function find(path: string): Promise<Served | undefined> {
  return PAGES[path]?.(await readFile('demo/sample.html', 'utf8'));
}
