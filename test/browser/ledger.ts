// In: a path. Out: articles of one invented newspaper, made by one template as a publishing system would, and by the template it has after a relaunch.
import type { Served } from '../../tools/serve';

interface Story {
  /** What the system puts into names: another for every article. */
  readonly hash: string;
  readonly number: number;
  readonly section: string;
  readonly title: string;
  readonly standfirst: string;
  readonly author: string;
  readonly bio: string;
  readonly letter: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly paragraphs: readonly string[];
  /** After how many paragraphs the letter, the plug for the podcast, the facts and the advertisement stand. */
  readonly after: Readonly<Record<'letter' | 'plug' | 'facts' | 'ad', number>>;
  readonly ad: string;
}

const STORIES: Readonly<Record<string, Story>> = {
  '/2025/03/14/marsh-wall': {
    hash: '7f3a9c', number: 918, section: 'Marsh',
    title: 'The wall that the tide is taking back',
    standfirst: 'For two centuries the farms of Low Fen lay behind a bank of clay. This winter the county decided to let the sea have it.',
    author: 'Ruth Pellow', bio: 'Ruth Pellow has written about the coast for the Ledger since 2011. She lives in Anderby with two dogs and no sea view.',
    letter: 'The Friday Ledger',
    facts: [['Length of the bank', '4.2 miles'], ['Built', '1794 to 1801'], ['Houses behind it', '31']],
    paragraphs: [
      'The first breach was eleven feet wide and nobody saw it happen. On the morning of the ninth of January Tom Garrod walked out with his dog, as he has done for fifty years, and found that the footpath ended in the air.',
      'By the weekend the gap was wide enough for a boat. The water board sent two engineers and a drone, and the drone came back with pictures that were shown in the village hall on a bedsheet, to a silence that lasted until somebody switched on the urn.',
      'Nobody in Low Fen had expected the bank to stand for ever. It was raised by soldiers who had no war to go to, and patched by farmers who had no money to do it properly. Old maps show the sea where the sugar beet grows now.',
      'What they had expected was to be asked. The decision to leave the breach open was taken in a meeting room forty miles inland, on a Tuesday, by nine people, of whom one had been to the marsh.',
      '“They call it managed realignment,” says Garrod. “I have been managed before. I was in the army.” He has measured the gap every day since, with a rope that he has knotted at every yard.',
      'The county says that a new bank, half a mile further back, would cost less than the repair of the old one, and would give the birds three hundred acres. Thirty-one houses stand between the two lines.',
      'In spring the samphire came up in Garrod’s lower field, for the first time since his grandfather’s day. He has not decided what to think of it. He picked some, and his wife fried it in butter.',
    ],
    after: { letter: 2, plug: 4, facts: 5, ad: 1 },
    ad: '<div class="ad-slot" id="dfp-7f3a9c-1"><span class="ad-slot__label">Advertisement</span></div>',
  },
  '/2025/04/02/night-bus': {
    hash: 'b20e51', number: 1377, section: 'Town',
    title: 'Last stop, Corn Exchange',
    standfirst: 'The night bus carries eleven people on a good evening. The council would like to know whether they could walk.',
    author: 'Idris Coombe', bio: 'Idris Coombe covers the council and what becomes of its promises. He came to the Ledger from the Anderby Free Press and does not own a car.',
    letter: 'The Ledger at Six',
    facts: [['Passengers a night', '11'], ['Cost of the route', '£62,000 a year'], ['Distance', '7 miles'], ['Stops', '14'], ['First run', 'October 1988']],
    paragraphs: [
      'At twenty to midnight the 14N stands at the Corn Exchange with its lights on and its doors open, and Dawn Musgrave eats a sandwich at the wheel. She has driven the route for nine years. She knows who is late and who is not coming.',
      'Tonight it is two nurses, a boy with a trombone, and a man who has fallen asleep against the window before she has let off the brake.',
      'The council has put the route on a list. It is a long list, and the bus is on the third page, between a footbridge and the grant for the brass band. Everything on it is to be saved, which in the language of the list means that it is to be ended.',
      'Eleven passengers is the average. It was counted by a student with a clicker, in the first week of August, when the hospital runs its summer shifts and the college is closed. Musgrave told him so. He wrote it down, she says, but there was no box for it.',
      'The nurses get off at Hallam Road. It is forty minutes on foot from there to the hospital by day, and by night, along the dual carriageway, nobody has tried it and written about it afterwards.',
    ],
    after: { letter: 4, plug: 1, facts: 3, ad: 2 },
    ad: '<div class="ad-slot ad-slot--wide" id="dfp-b20e51-4" data-lazy="true"><span class="ad-slot__label">Advertisement</span><a class="ad-slot__link" href="https://shoes.example/sale">Boots for wet fields, from £49</a></div>',
  },
};

function page(story: Story, slug: string): string {
  const { hash, number, section, title, standfirst, author, bio, letter, facts, paragraphs, after, ad } = story;
  const parts = {
    letter: `<aside class="c-signup l-inline block-of-${number} inserted-${hash}a1" id="block-${hash}a1"><h3 class="c-signup__title">${letter}, in your inbox</h3><p class="c-signup__text">Sign up for ${letter}, our free newsletter by e-mail. You can unsubscribe at any time.</p><form class="c-signup__form" action="/newsletters/${hash}"><input type="email" name="email" aria-label="E-mail address" placeholder="Your e-mail address"><button>Sign up</button></form></aside>`,
    plug: `<div class="c-embed embed-in-${hash}" id="embed-${hash}b2" data-embed-id="${hash}b2"><p>The Ledger Aloud: what the week was like, read by those who wrote it. A new one is out each Saturday.</p></div>`,
    facts: `<div class="c-embed embed-in-${hash}" id="embed-${hash}c3" data-embed-id="${hash}c3"><p>In figures</p><table>${facts.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join('')}</table></div>`,
    ad,
  };
  const body = paragraphs.map((text, at) => {
    const here = (Object.keys(after) as (keyof typeof after)[]).filter((part) => after[part] === at + 1).map((part) => parts[part]);
    return `<p class="c-text" id="p-${hash}-${at}" data-block="${at}">${text}</p>${here.join('')}`;
  }).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Fenmarsh Ledger</title>
    <meta property="og:type" content="article"><meta property="og:title" content="${title}"><meta property="og:site_name" content="The Fenmarsh Ledger">
    <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${title}","author":{"@type":"Person","name":"${author}"}}</script>
    <style>body { margin: 0 auto; max-width: 720px; font: 18px/1.6 serif } .c-embed, .c-signup, .c-author { padding: 10px; border: 1px solid #999 } .ad-slot { min-height: 60px }</style></head>
    <body class="single single-post postid-${number} s-${hash}"><header class="c-masthead"><a href="/">The Fenmarsh Ledger</a><nav class="c-nav"><a href="/marsh">Marsh</a> <a href="/town">Town</a> <a href="/sport">Sport</a></nav></header>
    <main id="content-${hash}"><article class="c-article" id="post-${number}"><p class="c-kicker">${section}</p><h1 class="c-title">${title}</h1><p class="c-standfirst">${standfirst}</p><p class="c-byline">By ${author}</p>
    <div class="c-article__body">${body}</div>
    <div class="c-author by-${number} author-of-${slug}" id="author-${hash}"><p class="c-author__bio">${bio}</p></div></article>
    <section class="c-appeal appeal-below-${slug}" id="appeal-${hash}"><h3>The Ledger has no owner but its readers</h3><p>If our reporting is worth something to you, please support us with a donation. Every contribution keeps the Ledger free for everyone.</p><a href="https://www.paypal.com/donate/">Donate now</a></section></main>
    <footer class="c-footer">© 2025 The Fenmarsh Ledger · <a href="/imprint">Imprint</a></footer></body></html>`;
}

/** After the relaunch the same parts have other names, other tags and another order. */
function relaunched(html: string): string {
  return html
    .replaceAll(/<(aside|section) class="c-/g, '<div class="c-').replaceAll(/<\/(aside|section)>/g, '</div>')
    .replaceAll(/class="([^"]*)"/g, (_, names: string) => `class="${names.replaceAll(/\bc-(\w)/g, 'fl_$1').replaceAll('__', '-').replace('l-inline', 'w-text')}"`)
    .replaceAll('c-', 'fl_');
}

export const LEDGER = Object.keys(STORIES) as [string, string];

/** The articles, and below `/new` what they are after the relaunch. */
export function findLedger(path: string): Served | undefined {
  const address = path.replace('/new', '');
  const story = STORIES[address];
  if (!story) return undefined;
  const made = page(story, address.split('/').at(-1)!);
  return { body: path.startsWith('/new') ? relaunched(made) : made };
}
