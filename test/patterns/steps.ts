// In: a regular expression and a text. Out: what it finds there, and in how many steps: a backtracking matcher as browsers have one, which counts.
import { parse, parts, type Tree } from './parse';

type Next = (at: number) => number;
type Match = (at: number, next: Next) => number;

export interface Work {
  /** Characters looked at while everything was searched for. */
  readonly steps: number;
  /** Start and end of every match, as `matchAll` would find them; those found so far when the work was given up. */
  readonly found: readonly (readonly [start: number, end: number])[];
}

export interface Counter {
  /** A character of each sort that the pattern can tell apart. */
  readonly alphabet: readonly string[];
  /** Whether any part may repeat without end. */
  readonly unbounded: boolean;
  count(text: string, limit: number): Work;
}

export function createCounter(source: string, flags: string): Counter {
  const tree = parse(source);
  const all = parts(tree);
  const kept = flags.replace(/[gy]/g, '');
  const tests = new Map(all.flatMap((part) => (part.is === 'one' ? [[part.source, tester(new RegExp(`^(?:${part.source})$`, kept))]] : [])));

  return {
    alphabet: alphabetOf(source, [...tests.values()]),
    unbounded: all.some((part) => part.is === 'repeat' && part.most === Infinity),
    count(text, limit) {
      const units = kept.includes('u') ? Array.from(text) : text.split('');
      let steps = 0;
      const step = () => {
        if (++steps > limit) throw new RangeError('Too many steps');
      };
      const match = compile(tree);
      const found: [number, number][] = [];
      try {
        for (let at = 0; at <= units.length; ) {
          const end = match(at, (reached) => reached);
          if (end >= 0) found.push([at, end]);
          at = end > at ? end : at + 1;
        }
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
      return { steps, found };

      function compile(part: Tree): Match {
        if (part.is === 'one') {
          const test = tests.get(part.source)!;
          return (at, next) => (step(), at < units.length && test(units[at]!) ? next(at + 1) : -1);
        }
        if (part.is === 'place') return (at, next) => (step(), isPlace(part.source, units, at) ? next(at) : -1);
        if (part.is === 'look') return look(part, compile(part.inner));
        if (part.is === 'repeat') return repeat(part, compile(part.inner));
        const compiled = part.parts.map(compile);
        if (part.is === 'all') return compiled.reduceRight<Match>((rest, first) => (at, next) => first(at, (reached) => rest(reached, next)), (at, next) => next(at));
        return (at, next) => {
          for (const one of compiled) {
            const end = one(at, next);
            if (end >= 0) return end;
          }
          return -1;
        };
      }

      function look({ behind, wanted }: Extract<Tree, { is: 'look' }>, inner: Match): Match {
        const holds = (at: number) => (behind ? at > 0 && inner(at - 1, (reached) => (reached === at ? reached : -1)) >= 0 : inner(at, (reached) => reached) >= 0);
        return (at, next) => (step(), holds(at) === wanted ? next(at) : -1);
      }
    },
  };
}

/** Tries again with one more, or one less, until what follows agrees. */
function repeat({ least, most, lazy }: Extract<Tree, { is: 'repeat' }>, inner: Match): Match {
  const from = (times: number, at: number, next: Next): number => {
    const more = () => (times < most ? inner(at, (reached) => (reached === at && times >= least ? -1 : from(times + 1, reached, next))) : -1);
    if (times < least) return more();
    const first = lazy ? next(at) : more();
    return first >= 0 ? first : lazy ? more() : next(at);
  };
  return (at, next) => from(0, at, next);
}

function tester(pattern: RegExp): (character: string) => boolean {
  const known = new Map<string, boolean>();
  return (character) => {
    let is = known.get(character);
    if (is === undefined) known.set(character, (is = pattern.test(character)));
    return is;
  };
}

function isPlace(source: string, units: readonly string[], at: number): boolean {
  if (source === '^') return at === 0;
  if (source === '$') return at === units.length;
  const isWord = (unit: string | undefined) => unit !== undefined && /\w/.test(unit);
  return (isWord(units[at - 1]) !== isWord(units[at])) === (source === '\\b');
}

/** Of all characters in the pattern, and some of every other sort, one for each answer that its parts give. */
function alphabetOf(source: string, tests: readonly ((character: string) => boolean)[]): string[] {
  const bySort = new Map<string, string>();
  for (const character of [...'aA0 -_.,;:/?#@!\n\u00a0"é字¤', ...source]) {
    const sort = tests.map((test) => Number(test(character))).join('');
    if (!bySort.has(sort)) bySort.set(sort, character);
  }
  return [...bySort.values()];
}
