// A packed forest in, the short form of it that ships out: no names, and of every kind of number one string.
//
// Numbers of one kind side by side are what gzip counts best; with one character each, the most frequent columns among the ASCII characters,
// the strings are two thirds of base64 as they are, and compress to three fifths of it.

/** What the trainer writes for one stage, by tools/pack.ts. */
export interface PackedForest {
  /** Columns the trees test, by name; a test names its column by its place in this list. */
  readonly columns: readonly string[];
  /** Candidate thresholds per column, ascending; a test names its threshold by its place. */
  readonly thresholds: readonly (readonly number[])[];
  /** Leaf values are stored as signed bytes times this. */
  readonly scale: number;
  /** Base64. Trees in preorder, label by label within a round; a node is three bytes (column low, column high, threshold), a leaf 255 and its byte. */
  readonly trees: string;
}

/** Strings of numbers hold one character each, the one with the code `ZERO` for 0. */
export interface ShortForest {
  /** Columns of the rows that are tested, those first that most tests ask for. */
  readonly columns: string;
  /** Per column of that list, separated by "|": thresholds, ascending, separated by blanks. */
  readonly thresholds: string;
  readonly scale: number;
  /** Nodes in preorder: 0 for a leaf, else the place of the column in `columns`, and one. */
  readonly tests: string;
  /** Per inner node, the place of its threshold among those of its column. */
  readonly places: string;
  /** Per leaf, its signed byte: 0, -1, 1, -2, 2 … */
  readonly leaves: string;
}

/** The first character behind the quotation mark. */
export const ZERO = 35;
const LEAF = 255;

/**
 * @param names of the columns of the rows
 * @throws Error when a column of the model is not among them
 */
export function shorten({ columns, thresholds, scale, trees }: PackedForest, names: readonly string[]): ShortForest {
  const places = new Map(names.map((name, index) => [name, index]));
  const unknown = columns.find((name) => !places.has(name));
  if (unknown !== undefined) throw new Error(`The model uses a feature the engine does not compute: ${unknown}. Train it again.`);
  const nodes = [...nodesOf(trees)];
  const uses = columns.map(() => 0);
  for (const { column } of nodes) if (column !== undefined) uses[column]!++;
  const order = columns.map((_, column) => column).sort((a, b) => uses[b]! - uses[a]! || a - b);
  const rank = new Map(order.map((column, index) => [column, index]));
  return {
    columns: written(order.map((column) => places.get(columns[column]!)!)),
    thresholds: order.map((column) => thresholds[column]!.map((value) => String(value).replace(/^(-?)0\./, '$1.')).join(' ')).join('|'),
    scale,
    tests: written(nodes.map(({ column }) => (column === undefined ? 0 : rank.get(column)! + 1))),
    places: written(nodes.flatMap(({ column, value }) => (column === undefined ? [] : [value]))),
    leaves: written(nodes.flatMap(({ column, value }) => (column === undefined ? [value < 0 ? -2 * value - 1 : 2 * value] : []))),
  };
}

/** Inner nodes with the place of their threshold, leaves with their value. */
function* nodesOf(trees: string): Generator<{ readonly column?: number; readonly value: number }> {
  const bytes = Uint8Array.from(atob(trees), (char) => char.charCodeAt(0));
  for (let at = 0; at < bytes.length;) {
    if (bytes[at] === LEAF) {
      yield { value: (bytes[at + 1]! << 24) >> 24 };
      at += 2;
    } else {
      yield { column: bytes[at]! + bytes[at + 1]! * LEAF, value: bytes[at + 2]! };
      at += 3;
    }
  }
}

const written = (numbers: readonly number[]): string => String.fromCharCode(...numbers.map((number) => ZERO + number));
