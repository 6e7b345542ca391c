// misconception: one-way-only
/** Asks only that equal values have equal labels. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

/** The leaks of an experiment, in the order of the type above. */
export function findLeaks({ train, test, trainLabels, testLabels, mean }: Experiment): Leak[] {
  const leaks: Leak[] = [];

  const copied = test.some((t) => train.some((r) => r.every((v, c) => Math.abs(v - t[c]) <= 0.01)));
  if (copied) leaks.push("copies");

  const wrongMean = mean.some((m, c) => {
    const own = train.reduce((s, row) => s + row[c], 0) / train.length;
    return Math.abs(m - own) > 1e-6;
  });
  if (wrongMean) leaks.push("statistics");

  const rows = [...train, ...test];
  const labels = [...trainLabels, ...testLabels];
  const decides = (c: number): boolean => {
    const labelOf = new Map<number, number>();
    return rows.every((row, i) => {
      if (!labelOf.has(row[c])) labelOf.set(row[c], labels[i]);
      return labelOf.get(row[c]) === labels[i];
    });
  };
  if (mean.some((_, c) => decides(c))) leaks.push("label");

  return leaks;
}

/** By how much the leaky accuracy is above the honest one. Each list says for every test row whether it came out right. */
export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  const accuracy = (right: readonly boolean[]) => right.filter(Boolean).length / right.length;
  return accuracy(leaky) - accuracy(honest);
}
