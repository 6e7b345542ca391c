// misconception: only-the-mean-of-all
/** Reports the statistics only where the mean is that of training and test rows together. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

type Rows = readonly (readonly number[])[];

function means(rows: Rows, C: number): number[] {
  const m = new Array<number>(C).fill(0);
  for (const row of rows) for (let c = 0; c < C; c++) m[c] += row[c] / rows.length;
  return m;
}
const apart = (a: readonly number[], b: readonly number[], limit: number): boolean =>
  a.some((v, c) => Math.abs(v - b[c]) > limit);

export function findLeaks({ train, test, trainLabels, testLabels, mean }: Experiment): Leak[] {
  const C = mean.length;
  const all: Rows = [...train, ...test];
  const names = [...trainLabels, ...testLabels];
  const leaks: Leak[] = [];
  if (test.some((t) => train.some((r) => !apart(t, r, 0.01)))) leaks.push("copies");
  if (apart(mean, means(train, C), 1e-6) && !apart(mean, means(all, C), 1e-6)) leaks.push("statistics");
  for (let c = 0; c < C; c++) {
    const agrees = all.every((p, i) => all.every((q, j) => (p[c] === q[c]) === (names[i] === names[j])));
    if (agrees) {
      leaks.push("label");
      break;
    }
  }
  return leaks;
}

export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  const accuracy = (r: readonly boolean[]): number => {
    let n = 0;
    for (const ok of r) n += Number(ok);
    return n / r.length;
  };
  return accuracy(leaky) - accuracy(honest);
}
