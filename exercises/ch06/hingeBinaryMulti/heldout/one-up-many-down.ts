// misconception: one-pull-at-the-right-class
/** The right class is pulled up once, however many rivals are near. */
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
    rows.map((row, i) => row.reduce((sum, s, j) => (j === labels[i] ? sum : sum + plus(1 + s - row[labels[i]])), 0)),
  );
}

export function hingeMultiGradient(rows: Rows, labels: readonly number[]): number[][] {
  check(rows, labels, classOf(rows));
  return rows.map((row, i) => {
    const y = labels[i];
    const out = row.map((s, j) => (j !== y && 1 + s - row[y] > 0 ? 1 / rows.length : 0));
    if (out.some((v) => v > 0)) out[y] = -1 / rows.length;
    return out;
  });
}
