// misconception: slope-at-the-kink
/** At the kink the slope of the active side is taken. */
type Rows = readonly (readonly number[])[];

function sameCount(n: number, m: number): void {
  if (n !== m || n < 1) throw new Error(`scores: ${n}, labels: ${m}`);
}

export function hingeBinary(scores: readonly number[], labels: readonly number[]): number {
  sameCount(scores.length, labels.length);
  let total = 0;
  for (const [i, y] of labels.entries()) {
    if (Math.abs(y) !== 1) throw new Error(`no label of two classes: ${y}`);
    const missing = 1 - y * scores[i];
    if (missing > 0) total += missing;
  }
  return total / scores.length;
}

export function hingeBinaryGradient(scores: readonly number[], labels: readonly number[]): number[] {
  sameCount(scores.length, labels.length);
  const g: number[] = [];
  for (const [i, y] of labels.entries()) {
    if (Math.abs(y) !== 1) throw new Error(`no label of two classes: ${y}`);
    const missing = 1 - y * scores[i];
    g.push(missing >= 0 ? -y / scores.length : 0);
  }
  return g;
}

/** Calls visit(i, j, v) for every rival j of the right class of row i. */
function rivals(rows: Rows, labels: readonly number[], visit: (i: number, j: number, missing: number) => void): void {
  sameCount(rows.length, labels.length);
  for (let i = 0; i < rows.length; i++) {
    const y = labels[i];
    if (rows[i][y] === undefined) throw new Error(`no class ${y}`);
    for (let j = 0; j < rows[i].length; j++) {
      if (j === y) continue;
      const missing = 1 + rows[i][j] - rows[i][y];
      if (missing >= 0) visit(i, j, missing);
    }
  }
}

export function hingeMulti(rows: Rows, labels: readonly number[]): number {
  let total = 0;
  rivals(rows, labels, (_, __, missing) => {
    total += missing;
  });
  return total / rows.length;
}

export function hingeMultiGradient(rows: Rows, labels: readonly number[]): number[][] {
  const g = rows.map((row) => row.map(() => 0));
  rivals(rows, labels, (i, j) => {
    g[i][j] += 1 / rows.length;
    g[i][labels[i]] -= 1 / rows.length;
  });
  return g;
}
