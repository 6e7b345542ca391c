// misconception: none
/** Compares the Euclidean distance of two rows with 0.01. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((s, v, c) => s + (v - b[c]) ** 2, 0));

/** The leaks of an experiment, in the order of the type above. */
export function findLeaks({ train, test, trainLabels, testLabels, mean }: Experiment): Leak[] {
  const found: Leak[] = [];

  if (test.some((row) => train.some((other) => distance(row, other) <= 0.01))) found.push("copies");

  const trainMean = mean.map((_, c) => train.map((row) => row[c]).reduce((s, v) => s + v, 0) / train.length);
  if (trainMean.some((m, c) => Math.abs(m - mean[c]) > 1e-6)) found.push("statistics");

  const all = train.concat(test);
  const labels = trainLabels.concat(testLabels);
  for (let c = 0; c < mean.length; c++) {
    const values = new Set(all.map((row) => row[c]));
    const pairs = new Set(all.map((row, i) => JSON.stringify([row[c], labels[i]])));
    if (values.size === pairs.size && pairs.size === new Set(labels).size) {
      found.push("label");
      break;
    }
  }
  return found;
}

/** By how much the leaky accuracy is above the honest one. Each list says for every test row whether it came out right. */
export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  return leaky.filter((r) => r).length / leaky.length - honest.filter((r) => r).length / honest.length;
}
