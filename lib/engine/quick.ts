// Trees in, a form of them that scores one row after another out, paying only for what changed since the row before.
//
// After QuickScorer (Lucchese et al., SIGIR 2015): every test that fails rules out the leaves on its left, and the first leaf
// left over is the one a walk down the tree would have ended in. Tests are kept by column and ascending threshold, so those that
// fail are a front part of their column. Neighbouring blocks share most of what is known about them (their card, box, heading,
// page): of some 400 columns about 60 differ from the block before, and only trees that test those are looked at again.

/** Trees as `unpack` of forest.ts lays them out. */
export interface Trees {
  readonly column: Int16Array;
  readonly threshold: Float32Array;
  readonly right: Int32Array;
  readonly roots: Int32Array;
}

export interface QuickForest {
  /** Columns that are tested at all; tests of `columns[c]` are `first[c]` to `first[c + 1]`, by ascending threshold. */
  readonly columns: Int16Array;
  /** Index into `columns` per column, -1 for one that is not tested. */
  readonly indexOf: Int16Array;
  readonly first: Int32Array;
  readonly threshold: Float32Array;
  readonly tree: Int32Array;
  /** The test's bit in `failed` of its tree. */
  readonly bit: Int32Array;
  /**
   * Leaves that stay in reach when tests of a tree fail: bit n is the n-th leaf from the left. Worked out beforehand for every
   * set of failing tests among PART of them: part p of tree t starts at `(t * parts + p) << PART`.
   */
  readonly keep: Int32Array;
  readonly parts: number;
  /** Leaf n of tree t is `leaf[t * MOST + n]`. */
  readonly leaf: Float32Array;
  /** The row before: its value per column, where its failing tests end per column, which tests failed and the leaf reached per tree. */
  readonly last: Float32Array;
  readonly place: Int32Array;
  readonly failed: Int32Array;
  readonly reached: Float32Array;
  /** Trees to look at again, how many, and whether a tree is among them. */
  readonly dirty: Int32Array;
  dirtyCount: number;
  readonly isDirty: Uint8Array;
}

/** Most leaves of a tree: a bit each. */
const MOST = 32;
/** Tests looked up at once. */
const PART = 6;
const LOW = (1 << PART) - 1;

interface Test { readonly column: number; readonly threshold: number; readonly tree: number; readonly bit: number }

/**
 * @param width columns of a row
 * @throws Error when a tree has more than 32 leaves
 */
export function quicken({ column, threshold, right, roots }: Trees, width: number): QuickForest {
  const tests: Test[] = [];
  const leaf = new Float32Array(roots.length * MOST);
  const keeps: number[][] = [];
  for (let tree = 0; tree < roots.length; tree++) {
    const root = roots[tree]!;
    const end = tree + 1 < roots.length ? roots[tree + 1]! : column.length;
    /** Leaves to the left of a node. */
    const before = new Int32Array(end - root);
    let leaves = 0;
    for (let node = root; node < end; node++) {
      before[node - root] = leaves;
      if (column[node]! >= 0) continue;
      if (leaves === MOST) throw new Error(`The model is damaged: a tree with more than ${MOST} leaves. Train it again.`);
      leaf[tree * MOST + leaves++] = threshold[node]!;
    }
    const own: number[] = [];
    for (let node = root; node < end; node++) {
      if (column[node]! < 0) continue;
      let kept = -1;
      for (let n = before[node - root]!; n < before[right[node]! - root]!; n++) kept &= ~(1 << n);
      tests.push({ column: column[node]!, threshold: threshold[node]!, tree, bit: 1 << own.length });
      own.push(kept);
    }
    keeps.push(own);
  }
  tests.sort((a, b) => a.column - b.column || a.threshold - b.threshold);
  const columns = [...new Set(tests.map((test) => test.column))];
  const first = Int32Array.from([...columns.map((wanted) => tests.findIndex((test) => test.column === wanted)), tests.length]);
  return {
    columns: Int16Array.from(columns), indexOf: Int16Array.from({ length: width }, (_, f) => columns.indexOf(f)), first, ...lookUps(keeps), leaf,
    threshold: Float32Array.from(tests, (test) => test.threshold), tree: Int32Array.from(tests, (test) => test.tree), bit: Int32Array.from(tests, (test) => test.bit),
    // Before the first row every test holds, and every tree is in its first leaf.
    last: new Float32Array(columns.length).fill(-Infinity), place: first.slice(0, -1), failed: new Int32Array(roots.length),
    reached: Float32Array.from(roots, (_, tree) => leaf[tree * MOST]!), dirty: new Int32Array(roots.length + 1), dirtyCount: 0, isDirty: new Uint8Array(roots.length),
  };
}

function lookUps(keeps: readonly (readonly number[])[]): Pick<QuickForest, 'keep' | 'parts'> {
  const parts = Math.max(1, ...keeps.map((own) => Math.ceil(own.length / PART)));
  const keep = new Int32Array((keeps.length * parts) << PART);
  keeps.forEach((own, tree) => {
    for (let part = 0; part < parts; part++) {
      const start = (tree * parts + part) << PART;
      keep[start] = -1;
      // A set of tests is one test and a smaller set.
      for (let set = 1; set < 1 << PART; set++) keep[start + set] = keep[start + (set & (set - 1))]! & (own[part * PART + 31 - Math.clz32(set & -set)] ?? -1);
    }
  });
  return { keep, parts };
}

/**
 * Takes note of all columns from index `begin` to `end` (of `forest.columns`) of a row.
 *
 * @param offset where column 0 of the row stands, or would stand, in `rows`
 */
export function lookAtAll(forest: QuickForest, rows: Float32Array, offset: number, begin: number, end: number): void {
  const { columns, last } = forest;
  for (let c = begin; c < end; c++) {
    const value = rows[offset + columns[c]!]!;
    if (value !== last[c]) change(forest, c, value);
  }
}

/** Takes note of the columns that changed since the row before: those listed in `changed` from `begin` to `end`. */
export function lookAtChanged(forest: QuickForest, rows: Float32Array, offset: number, changed: Int16Array, begin: number, end: number): void {
  const { indexOf, last } = forest;
  for (let at = begin; at < end; at++) {
    const c = indexOf[changed[at]!]!;
    if (c < 0) continue;
    const value = rows[offset + changed[at]!]!;
    if (value !== last[c]) change(forest, c, value);
  }
}

function change(forest: QuickForest, c: number, value: number): void {
  const { first, threshold, tree, bit, last, place, failed, dirty, isDirty } = forest;
  last[c] = value;
  // Tests that changed sides: from where failing tests ended to where they end now.
  const before = place[c]!;
  let now = before;
  while (now < first[c + 1]! && value > threshold[now]!) now++;
  if (now === before) while (now > first[c]! && value <= threshold[now - 1]!) now--;
  if (now === before) return;
  place[c] = now;
  let count = forest.dirtyCount;
  for (let test = Math.min(before, now), end = Math.max(before, now); test < end; test++) {
    const t = tree[test]!;
    failed[t]! ^= bit[test]!;
    dirty[count] = t;
    count += 1 - isDirty[t]!;
    isDirty[t] = 1;
  }
  forest.dirtyCount = count;
}

/** Adds the leaves reached by the row looked at to `out` from `to` on, tree by tree, labels in turn. Gives the same whatever row came before. */
export function addLeaves(forest: QuickForest, labels: number, out: Float32Array, to: number): void {
  const { keep, parts, leaf, failed, reached, dirty, isDirty } = forest;
  for (let d = 0; d < forest.dirtyCount; d++) {
    const t = dirty[d]!;
    isDirty[t] = 0;
    let reach = -1;
    let rest = failed[t]!;
    for (let part = t * parts; rest !== 0; part++, rest >>>= PART) reach &= keep[(part << PART) | (rest & LOW)]!;
    reached[t] = leaf[t * MOST + 31 - Math.clz32(reach & -reach)]!;
  }
  forest.dirtyCount = 0;
  for (let label = 0; label < labels; label++) {
    let sum = out[to + label]!;
    // Rounded at every step, as a sum in a Float32Array is.
    for (let t = label; t < reached.length; t += labels) sum = Math.fround(sum + reached[t]!);
    out[to + label] = sum;
  }
}
