// misconception: one-feature-is-enough
/** Calls two rows copies as soon as they agree in one feature. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

const TOLERANCE = 0.01;

function alike(a: readonly number[], b: readonly number[]): boolean {
  for (let c = 0; c < a.length; c++) {
    if (Math.abs(a[c] - b[c]) <= TOLERANCE) return true;
  }
  return false;
}

function isLabel(values: number[], labels: readonly number[]): boolean {
  for (let i = 0; i < values.length; i++) {
    for (let j = 0; j < i; j++) {
      if ((values[i] === values[j]) !== (labels[i] === labels[j])) return false;
    }
  }
  return true;
}

export function findLeaks({ train, test, trainLabels, testLabels, mean }: Experiment): Leak[] {
  const found: Leak[] = [];
  if (test.some((t) => train.some((r) => alike(t, r)))) found.push("copies");
  const trainMean = mean.map((_, c) => train.reduce((sum, r) => sum + r[c], 0) / train.length);
  if (mean.some((m, c) => Math.abs(m - trainMean[c]) > 1e-6)) found.push("statistics");
  const rows = [...train, ...test];
  const labels = [...trainLabels, ...testLabels];
  if (
    mean.some((_, c) =>
      isLabel(
        rows.map((r) => r[c]),
        labels,
      ),
    )
  )
    found.push("label");
  return found;
}

const accuracy = (list: readonly boolean[]): number => list.filter(Boolean).length / list.length;

export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  return accuracy(leaky) - accuracy(honest);
}
