// misconception: only-the-mean-of-all
/** Finds only a mean over all rows. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";
type Rows = readonly (readonly number[])[];

const columnMean = (rows: Rows, c: number): number => rows.reduce((s, row) => s + row[c], 0) / rows.length;
const differs = (a: number, b: number): boolean => Math.abs(a - b) > 1e-6;

const checks: Record<Leak, (e: Experiment) => boolean> = {
  copies: ({ train, test }) =>
    test.some((t) => train.some((r) => Math.max(...t.map((v, c) => Math.abs(v - r[c]))) <= 0.01)),

  // the mean was taken over everything, before the split
  statistics: ({ train, test, mean }) => {
    const all = [...train, ...test];
    return (
      mean.every((m, c) => !differs(m, columnMean(all, c))) && mean.some((m, c) => differs(m, columnMean(train, c)))
    );
  },

  label: ({ train, test, trainLabels, testLabels, mean }) => {
    const rows = [...train, ...test];
    const labels = [...trainLabels, ...testLabels];
    return mean.some((_, c) => {
      const there = new Map<number, number>();
      const back = new Map<number, number>();
      return rows.every((row, i) => {
        if (!there.has(row[c])) there.set(row[c], labels[i]);
        if (!back.has(labels[i])) back.set(labels[i], row[c]);
        return there.get(row[c]) === labels[i] && back.get(labels[i]) === row[c];
      });
    });
  },
};

/** The leaks of an experiment, in the order of the type above. */
export function findLeaks(experiment: Experiment): Leak[] {
  return (["copies", "statistics", "label"] as const).filter((name) => checks[name](experiment));
}

/** By how much the leaky accuracy is above the honest one. Each list says for every test row whether it came out right. */
export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  const share = (list: readonly boolean[]): number => list.reduce((s, b) => s + Number(b), 0) / list.length;
  return share(leaky) - share(honest);
}
