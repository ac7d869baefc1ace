// In: the source of a regular expression. Out: its tree, as far as this project's expressions go; anything else is refused.

export type Tree =
  /** One character that `RegExp` itself is asked about. */
  | { readonly is: 'one'; readonly source: string }
  /** A place between characters, likewise. */
  | { readonly is: 'place'; readonly source: string }
  | { readonly is: 'all'; readonly parts: readonly Tree[] }
  | { readonly is: 'any'; readonly parts: readonly Tree[] }
  | { readonly is: 'look'; readonly behind: boolean; readonly wanted: boolean; readonly inner: Tree }
  | { readonly is: 'repeat'; readonly inner: Tree; readonly least: number; readonly most: number; readonly lazy: boolean };

const QUANTIFIER = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/;
const LOOKS = [['(?=', false, true], ['(?!', false, false], ['(?<=', true, true], ['(?<!', true, false]] as const;

/** @throws Error at what it does not know */
export function parse(source: string): Tree {
  let at = 0;
  const ahead = () => source.slice(at);

  function choice(): Tree {
    const parts = [sequence()];
    while (source[at] === '|') {
      at++;
      parts.push(sequence());
    }
    return parts.length === 1 ? parts[0]! : { is: 'any', parts };
  }

  function sequence(): Tree {
    const parts: Tree[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(quantified(atom()));
    return parts.length === 1 ? parts[0]! : { is: 'all', parts };
  }

  function quantified(inner: Tree): Tree {
    const found = QUANTIFIER.exec(ahead());
    if (!found) return inner;
    at += found[0].length;
    const [, sign, least, comma, most, lazy] = found;
    const bounds = sign ? { '*': [0, Infinity], '+': [1, Infinity], '?': [0, 1] }[sign]! : [Number(least), most ? Number(most) : comma ? Infinity : Number(least)];
    return { is: 'repeat', inner, least: bounds[0]!, most: bounds[1]!, lazy: lazy === '?' };
  }

  function atom(): Tree {
    const look = LOOKS.find(([start]) => ahead().startsWith(start));
    if (look) return { is: 'look', behind: look[1], wanted: look[2], inner: group(look[0].length) };
    if (ahead().startsWith('(?:')) return group(3);
    if (ahead().startsWith('(?')) throw new Error(`Unknown group in ${source}`);
    if (source[at] === '(') return group(1);
    const [place] = /^(?:\^|\$|\\[bB])/.exec(ahead()) ?? [];
    if (place) return take('place', place);
    if (/^\\[1-9k]/.test(ahead())) throw new Error(`A reference back in ${source}: such a pattern cannot be linear`);
    const [one] = /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\.|.)/isu.exec(ahead())!;
    return take('one', one);
  }

  function take(is: 'one' | 'place', text: string): Tree {
    at += text.length;
    return { is, source: text };
  }

  function group(opening: number): Tree {
    at += opening;
    const inner = choice();
    at++;
    return inner;
  }

  const tree = choice();
  if (at !== source.length) throw new Error(`Not all of ${source} was understood`);
  return tree;
}

/** All parts of a tree, itself included. */
export function parts(tree: Tree): Tree[] {
  const below = tree.is === 'all' || tree.is === 'any' ? tree.parts : tree.is === 'repeat' || tree.is === 'look' ? [tree.inner] : [];
  return [tree, ...below.flatMap(parts)];
}
