// misconception: training-rows-only
/** Compares features with the label in the training rows only. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

function nearCopy(a: readonly number[], b: readonly number[]): boolean {
  for (let c = 0; c < a.length; c++) {
    if (Math.abs(a[c] - b[c]) > 0.01) return false;
  }
  return true;
}

function isLabel(column: readonly number[], labels: readonly number[]): boolean {
  const values = new Set(column).size;
  const classes = new Set(labels).size;
  const pairs = new Set(column.map((v, i) => `${v}|${labels[i]}`)).size;
  return values === pairs && classes === pairs;
}

/** The leaks of an experiment, in the order of the type above. */
export function findLeaks({ train, test, trainLabels, mean }: Experiment): Leak[] {
  const C = mean.length;
  let copies = false;
  for (const t of test) for (const r of train) if (nearCopy(t, r)) copies = true;

  let statistics = false;
  let label = false;
  for (let c = 0; c < C; c++) {
    const column = train.map((row) => row[c]);
    const average = column.reduce((a, b) => a + b, 0) / column.length;
    if (Math.abs(average - mean[c]) > 1e-6) statistics = true;
    if (isLabel(column, trainLabels)) label = true;
  }

  const result: Leak[] = [];
  if (copies) result.push("copies");
  if (statistics) result.push("statistics");
  if (label) result.push("label");
  return result;
}

/** By how much the leaky accuracy is above the honest one. Each list says for every test row whether it came out right. */
export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  let l = 0;
  for (const right of leaky) if (right) l++;
  let h = 0;
  for (const right of honest) if (right) h++;
  return l / leaky.length - h / honest.length;
}
