// misconception: first-leak-only
/** A chain of returns: stops at the first leak. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

export function findLeaks(experiment: Experiment): Leak[] {
  if (hasCopies(experiment)) return ["copies"];
  if (hasForeignMean(experiment)) return ["statistics"];
  if (hasLabel(experiment)) return ["label"];
  return [];
}

function hasCopies({ train, test }: Experiment): boolean {
  return test.some((a) => train.some((b) => a.every((v, c) => Math.abs(v - b[c]) <= 0.01)));
}

function hasForeignMean({ train, mean }: Experiment): boolean {
  for (let c = 0; c < mean.length; c++) {
    let total = 0;
    for (const row of train) total += row[c];
    if (Math.abs(total / train.length - mean[c]) > 1e-6) return true;
  }
  return false;
}

function hasLabel({ train, test, trainLabels, testLabels, mean }: Experiment): boolean {
  const rows = train.concat(test);
  const labels = trainLabels.concat(testLabels);
  for (let c = 0; c < mean.length; c++) {
    const seenValue = new Map<number, number>();
    const seenLabel = new Map<number, number>();
    let same = true;
    rows.forEach((row, i) => {
      const v = row[c];
      const l = labels[i];
      if (!seenValue.has(l)) seenValue.set(l, v);
      if (!seenLabel.has(v)) seenLabel.set(v, l);
      if (seenValue.get(l) !== v || seenLabel.get(v) !== l) same = false;
    });
    if (same) return true;
  }
  return false;
}

export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  const share = (list: readonly boolean[]) => list.reduce((n, ok) => n + (ok ? 1 : 0), 0) / list.length;
  return share(leaky) - share(honest);
}
