// misconception: equal-to-the-label
/** Calls a feature the label only where it has the very same numbers. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

export function findLeaks(e: Experiment): Leak[] {
  const leaks: Leak[] = [];

  search: for (const a of e.test) {
    for (const b of e.train) {
      if (a.every((v, c) => Math.abs(v - b[c]) <= 0.01)) {
        leaks.push("copies");
        break search;
      }
    }
  }

  const sums = e.mean.map(() => 0);
  for (const row of e.train) for (let c = 0; c < sums.length; c++) sums[c] += row[c];
  if (sums.some((s, c) => Math.abs(s / e.train.length - e.mean[c]) > 1e-6)) leaks.push("statistics");

  const rows = [...e.train, ...e.test];
  const labels = [...e.trainLabels, ...e.testLabels];
  if (e.mean.some((_, c) => rows.every((row, i) => row[c] === labels[i]))) leaks.push("label");

  return leaks;
}

export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  const right = (list: readonly boolean[]) => list.filter((r) => r).length;
  return right(leaky) / leaky.length - right(honest) / honest.length;
}
