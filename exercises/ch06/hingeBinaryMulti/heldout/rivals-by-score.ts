// misconception: none
/** The right class is left out by its score, not by its number: rivals with the very same score vanish with it. */
type Rows = readonly (readonly number[])[];

function checkCounts(n: number, m: number) {
  if (n === 0 || m === 0 || n !== m) throw new Error(`numbers of examples and labels: ${n}, ${m}`);
}

function checkBinary(scores: readonly number[], labels: readonly number[]) {
  checkCounts(scores.length, labels.length);
  labels.forEach((y) => {
    if (![-1, 1].includes(y)) throw new Error(`${y} is not a label of two classes`);
  });
}

function checkMulti(rows: Rows, labels: readonly number[]) {
  checkCounts(rows.length, labels.length);
  labels.forEach((y, b) => {
    if (!Object.hasOwn(rows[b], y)) throw new Error(`${y} is not a class of ${rows[b].length}`);
  });
}

const average = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

export function hingeBinary(scores: readonly number[], labels: readonly number[]): number {
  checkBinary(scores, labels);
  return average(scores.map((s, i) => Math.max(0, 1 - labels[i] * s)));
}

export function hingeBinaryGradient(scores: readonly number[], labels: readonly number[]): number[] {
  checkBinary(scores, labels);
  return scores.map((s, i) => {
    if (labels[i] * s >= 1) return 0;
    return labels[i] === 1 ? -1 / scores.length : 1 / scores.length;
  });
}

export function hingeMulti(rows: Rows, labels: readonly number[]): number {
  checkMulti(rows, labels);
  return average(
    rows.map((row, b) => {
      const right = row[labels[b]];
      const rivals = row.filter((s) => s !== right);
      return rivals.map((s) => Math.max(0, 1 + s - right)).reduce((a, c) => a + c, 0);
    }),
  );
}

export function hingeMultiGradient(rows: Rows, labels: readonly number[]): number[][] {
  checkMulti(rows, labels);
  return rows.map((row, b) => {
    const right = row[labels[b]];
    const pushes = row.map((s) => (s !== right && 1 + s - right > 0 ? 1 : 0));
    const pull: number = pushes.reduce((a: number, c) => a + c, 0);
    return pushes.map((push, j) => (j === labels[b] && pull > 0 ? -pull : push) / rows.length);
  });
}
