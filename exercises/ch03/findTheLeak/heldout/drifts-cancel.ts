// misconception: none
/** Adds the differences of the means with their signs, so that two features can cancel. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

export function findLeaks({ train, test, trainLabels, testLabels, mean }: Experiment): Leak[] {
  const copied = (t: readonly number[]) => train.some((r) => r.every((v, c) => Math.abs(v - t[c]) <= 0.01));
  const own = (c: number) => train.reduce((s, r) => s + r[c], 0) / train.length;
  const drift = mean.reduce((total, m, c) => total + (m - own(c)), 0);
  const rows = [...train, ...test];
  const labels = [...trainLabels, ...testLabels];

  const isLabel = (c: number): boolean => {
    const byLabel = new Map<number, Set<number>>();
    rows.forEach((r, i) => {
      byLabel.set(labels[i], (byLabel.get(labels[i]) ?? new Set<number>()).add(r[c]));
    });
    const sets = [...byLabel.values()];
    return sets.every((s) => s.size === 1) && new Set(sets.flatMap((s) => [...s])).size === sets.length;
  };

  return [
    ...(test.some(copied) ? (["copies"] as const) : []),
    ...(Math.abs(drift) > 1e-6 ? (["statistics"] as const) : []),
    ...(mean.some((_, c) => isLabel(c)) ? (["label"] as const) : []),
  ];
}

export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  const rate = (list: readonly boolean[]) => list.filter((r) => r === true).length / list.length;
  return rate(leaky) - rate(honest);
}
