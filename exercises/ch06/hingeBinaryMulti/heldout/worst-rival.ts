// misconception: strongest-rival-only
/** Only the best of the wrong classes matters. */
type Rows = readonly (readonly number[])[];

function check(
  things: readonly unknown[],
  labels: readonly number[],
  allowed: (y: number, i: number) => boolean,
): void {
  if (things.length !== labels.length || things.length === 0)
    throw new Error(`${things.length} examples and ${labels.length} labels`);
  labels.forEach((y, i) => {
    if (!allowed(y, i)) throw new Error(`label ${y}`);
  });
}
const sign = (y: number): boolean => y === 1 || y === -1;
const classOf =
  (rows: Rows) =>
  (y: number, i: number): boolean =>
    Number.isInteger(y) && y >= 0 && y < rows[i].length;

const plus = (v: number): number => Math.max(0, v);
const mean = (list: number[]): number => list.reduce((s, v) => s + v, 0) / list.length;

export function hingeBinary(scores: readonly number[], labels: readonly number[]): number {
  check(scores, labels, sign);
  return mean(scores.map((s, i) => plus(1 - labels[i] * s)));
}

export function hingeBinaryGradient(scores: readonly number[], labels: readonly number[]): number[] {
  check(scores, labels, sign);
  return scores.map((s, i) => (labels[i] * s < 1 ? -labels[i] / scores.length : 0));
}

export function hingeMulti(rows: Rows, labels: readonly number[]): number {
  check(rows, labels, classOf(rows));
  return mean(
    rows.map((row, i) => {
      const others = row.filter((_, j) => j !== labels[i]);
      return others.length === 0 ? 0 : plus(1 + Math.max(...others) - row[labels[i]]);
    }),
  );
}

export function hingeMultiGradient(rows: Rows, labels: readonly number[]): number[][] {
  check(rows, labels, classOf(rows));
  return rows.map((row, i) => {
    const y = labels[i];
    let best = -1;
    for (let j = 0; j < row.length; j++) if (j !== y && (best < 0 || row[j] > row[best])) best = j;
    const out = row.map(() => 0);
    if (best >= 0 && 1 + row[best] - row[y] > 0) {
      out[best] = 1 / rows.length;
      out[y] = -1 / rows.length;
    }
    return out;
  });
}
