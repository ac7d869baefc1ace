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
  readonly first: Int32Array;
  readonly threshold: Float32Array;
  readonly tree: Int32Array;
  /** The test's bit in `failed` of its tree. */
  readonly bit: Int32Array;
  /** Leaves that stay in reach when test b of tree t fails: bit n of `keep[t * MOST + b]` is the n-th leaf from the left. */
  readonly keep: Int32Array;
  /** Leaf n of tree t is `leaf[t * MOST + n]`. */
  readonly leaf: Float32Array;
  /** The row before: its value per column, where its failing tests end per column, which tests failed and the leaf reached per tree. */
  readonly last: Float32Array;
  readonly place: Int32Array;
  readonly failed: Int32Array;
  readonly reached: Float32Array;
  /** Trees to look at again, and whether a tree is among them. */
  readonly dirty: Int32Array;
  readonly isDirty: Uint8Array;
}

/** Most leaves of a tree: a bit each. */
const MOST = 32;

interface Test { readonly column: number; readonly threshold: number; readonly tree: number; readonly bit: number }

/** @throws Error when a tree has more than 32 leaves */
export function quicken({ column, threshold, right, roots }: Trees): QuickForest {
  const tests: Test[] = [];
  const leaf = new Float32Array(roots.length * MOST);
  const keep = new Int32Array(roots.length * MOST);
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
    let test = 0;
    for (let node = root; node < end; node++) {
      if (column[node]! < 0) continue;
      let kept = -1;
      for (let n = before[node - root]!; n < before[right[node]! - root]!; n++) kept &= ~(1 << n);
      keep[tree * MOST + test] = kept;
      tests.push({ column: column[node]!, threshold: threshold[node]!, tree, bit: 1 << test });
      test++;
    }
  }
  tests.sort((a, b) => a.column - b.column || a.threshold - b.threshold);
  const columns = [...new Set(tests.map((test) => test.column))];
  const first = Int32Array.from([...columns.map((wanted) => tests.findIndex((test) => test.column === wanted)), tests.length]);
  return {
    columns: Int16Array.from(columns), first, keep, leaf,
    threshold: Float32Array.from(tests, (test) => test.threshold), tree: Int32Array.from(tests, (test) => test.tree), bit: Int32Array.from(tests, (test) => test.bit),
    // Before the first row every test holds, and every tree is in its first leaf.
    last: new Float32Array(columns.length).fill(-Infinity), place: first.slice(0, -1), failed: new Int32Array(roots.length),
    reached: Float32Array.from(roots, (_, tree) => leaf[tree * MOST]!), dirty: new Int32Array(roots.length), isDirty: new Uint8Array(roots.length),
  };
}

/** Adds the leaves a row reaches to `out` from `to` on, tree by tree, labels in turn. Gives the same whatever row came before. */
export function addLeaves(forest: QuickForest, labels: number, rows: Float32Array, from: number, out: Float32Array, to: number): void {
  const { columns, first, threshold, tree, bit, keep, leaf, last, place, failed, reached, dirty, isDirty } = forest;
  let count = 0;
  for (let c = 0; c < columns.length; c++) {
    const value = rows[from + columns[c]!]!;
    if (value === last[c]) continue;
    last[c] = value;
    // Tests that changed sides: from where failing tests ended to where they end now.
    const before = place[c]!;
    let now = before;
    while (now < first[c + 1]! && value > threshold[now]!) now++;
    if (now === before) while (now > first[c]! && value <= threshold[now - 1]!) now--;
    place[c] = now;
    for (let test = Math.min(before, now), end = Math.max(before, now); test < end; test++) {
      const t = tree[test]!;
      failed[t]! ^= bit[test]!;
      if (isDirty[t] === 1) continue;
      isDirty[t] = 1;
      dirty[count++] = t;
    }
  }
  for (let d = 0; d < count; d++) {
    const t = dirty[d]!;
    isDirty[t] = 0;
    let reach = -1;
    for (let rest = failed[t]!; rest !== 0; rest &= rest - 1) reach &= keep[t * MOST + 31 - Math.clz32(rest & -rest)]!;
    reached[t] = leaf[t * MOST + 31 - Math.clz32(reach & -reach)]!;
  }
  for (let label = 0; label < labels; label++) {
    let sum = out[to + label]!;
    // Rounded at every step, as a sum in a Float32Array is.
    for (let t = label; t < reached.length; t += labels) sum = Math.fround(sum + reached[t]!);
    out[to + label] = sum;
  }
}
