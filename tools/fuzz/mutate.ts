// In: a document and a stream of random numbers. Out: that document, broken in a few of the ways in which real pages differ and break.
type Random = () => number;
type Mutation = (document: Document, random: Random) => void;

/** What no well-behaved page has: names that shadow properties, controls outside forms, broken nesting, direction marks, half characters. */
const DEBRIS = [
  '<form><input name="parentNode"><input name="nodeType"><input name="localName"><input name="textContent"><input name="children"><input name="id"></form>',
  '<img name="body"><form name="documentElement"></form><object name="title"></object>',
  '<table><tr><td><table></table></table><select><option>1<p>2</select>',
  '<svg><foreignObject><p>In a drawing</p></foreignObject><title>Not the title</title></svg><math><mtext>x</mtext></math>',
  '<iframe srcdoc="&lt;p&gt;Donate&lt;/p&gt;"></iframe><template><p>Newsletter</p></template><noscript><p>Newsletter</p></noscript>',
  '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle",7,null],"headline":{"a":[]},"mainEntity":[[[]]]}]}</script>',
  '<meta property="og:type"><meta name="author" content=""><link rel="canonical" href="http://[::bad"><base href="javascript:0">',
  '<a href="http://%zz/"><a href="//"><a href="mailto:"><a href="data:,x">x</a>',
  '<div contenteditable><p>A draft</p></div><dialog open><p>Sign up for our newsletter</p><input type="email"></dialog>',
  `<p>\u202e\u0000\ud800 ${'a'.repeat(5000)} ${'&shy;'.repeat(500)}</p>`,
  `${'<div>'.repeat(300)}<b>Down here</b>${'</div>'.repeat(300)}`,
];

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  drop(document, random) {
    any(document, random)?.remove();
  },
  duplicate(document, random) {
    const element = any(document, random);
    const times = 1 + Math.floor(random() * 3);
    for (let i = 0; i < times; i++) element?.after(element.cloneNode(true));
  },
  swap(document, random) {
    const [a, b] = [any(document, random), any(document, random)];
    if (!a || !b || a.contains(b) || b.contains(a)) return;
    const place = document.createComment('');
    a.replaceWith(place);
    b.replaceWith(a);
    place.replaceWith(b);
  },
  wrap(document, random) {
    const element = any(document, random);
    if (!element) return;
    const wrapper = document.createElement(pick(['div', 'section', 'a', 'span', 'ul', 'article', 'form', 'table', 'x-box'], random));
    const other = any(document, random)?.getAttribute('class');
    if (other) wrapper.setAttribute('class', other);
    element.replaceWith(wrapper);
    wrapper.append(element);
  },
  unwrap(document, random) {
    const element = any(document, random);
    element?.replaceWith(...element.childNodes);
  },
  /** All that comes after some place of the page is lost, as when a connection breaks. */
  truncate(document, random) {
    let at: Element | null = any(document, random) ?? null;
    while (at && at !== document.body) {
      while (at.nextSibling) at.nextSibling.remove();
      at = at.parentElement;
    }
  },
  attributes(document, random) {
    const [a, b] = [any(document, random), any(document, random)];
    if (!a || !b) return;
    for (const name of ['class', 'id', 'href', 'role', 'hidden', 'style']) {
      const value = b.getAttribute(name);
      if (value === null) a.removeAttribute(name);
      else a.setAttribute(name, value);
    }
  },
  text(document, random) {
    const node = any(document, random)?.firstChild;
    if (node?.nodeType !== 3) return;
    const { data } = node as Text;
    const cut = Math.floor(random() * data.length);
    (node as Text).data = pick([data.slice(cut), data.toUpperCase(), Array.from(data).reverse().join(''), data.replaceAll(' ', ''), `${data.slice(0, cut)}\u00ad\u200b${data.slice(cut)}`], random);
  },
  litter(document, random) {
    const element = any(document, random);
    if (!element) return;
    const made = document.createElement('div');
    made.innerHTML = pick(DEBRIS, random);
    element.after(...made.childNodes);
  },
};

/** Breaks the document in one to eight ways, half of the time in no more than two. Returns their names. */
export function mutate(document: Document, random: Random): string[] {
  const count = 1 + Math.floor(random() ** 2 * 8);
  return Array.from({ length: count }, () => {
    const name = pick(Object.keys(MUTATIONS), random);
    MUTATIONS[name]!(document, random);
    return name;
  });
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!;

function any(document: Document, random: Random): Element | undefined {
  const all = document.body.querySelectorAll('*');
  return all[Math.floor(random() * all.length)];
}
