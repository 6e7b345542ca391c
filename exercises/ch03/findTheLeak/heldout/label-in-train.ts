// misconception: training-rows-only
/** Looks for the label among the features of the training rows and forgets the test rows. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

const column = (rows: readonly (readonly number[])[], c: number): number[] => rows.map((row) => row[c]);
const near = (a: number, b: number, most: number): boolean => Math.abs(a - b) <= most;
const average = (list: readonly number[]): number => list.reduce((s, v) => s + v, 0) / list.length;

export function findLeaks({ train, test, trainLabels, mean }: Experiment): Leak[] {
  const copies = train.some((r) => test.some((t) => r.every((v, c) => near(v, t[c], 0.01))));
  const statistics = mean.some((m, c) => !near(m, average(column(train, c)), 1e-6));
  const label = mean.some((_, c) => {
    const pairs = new Set(train.map((row, i) => `${row[c]}|${trainLabels[i]}`)).size;
    return pairs === new Set(trainLabels).size && pairs === new Set(column(train, c)).size;
  });
  const table: [Leak, boolean][] = [
    ["copies", copies],
    ["statistics", statistics],
    ["label", label],
  ];
  return table.filter(([, there]) => there).map(([name]) => name);
}

export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  return average(leaky.map(Number)) - average(honest.map(Number));
}
