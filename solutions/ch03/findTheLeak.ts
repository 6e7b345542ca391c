/**
 * Each leak is something that training should not have known: a test row seen before, a statistic that test rows took
 * part in, a feature that is the answer. Equal shares of the classes are not among them: that is how a split should be.
 */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

export function findLeaks({ train, test, trainLabels, testLabels, mean }: Experiment): Leak[] {
  const near = (a: readonly number[], b: readonly number[]): boolean => a.every((x, c) => Math.abs(x - b[c]) <= 0.01);
  const copies = test.some((row) => train.some((known) => near(row, known)));
  const honest = mean.map((_, c) => train.reduce((sum, row) => sum + row[c], 0) / train.length);
  const statistics = mean.some((m, c) => Math.abs(m - honest[c]) > 1e-6);
  const rows = [...train, ...test];
  const labels = [...trainLabels, ...testLabels];
  const column = (c: number): number[] => rows.map((row) => row[c]);
  const label = mean.some((_, c) => same(column(c), labels));
  const found = { copies, statistics, label };
  return (["copies", "statistics", "label"] as const).filter((leak) => found[leak]);
}

/** Whether each value belongs to one label and each label to one value. */
function same(values: readonly number[], labels: readonly number[]): boolean {
  const pairs = new Set(values.map((value, i) => `${value} ${labels[i]}`));
  return pairs.size === new Set(values).size && pairs.size === new Set(labels).size;
}

export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  const accuracy = (right: readonly boolean[]): number => right.filter((r) => r).length / right.length;
  return accuracy(leaky) - accuracy(honest);
}
