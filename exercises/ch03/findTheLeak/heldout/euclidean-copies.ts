// misconception: none
/** Takes the Euclidean distance of two rows, not their largest difference, for nearly a copy. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

const distance = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((v, c) => v - b[c]));

export function findLeaks({ train, test, trainLabels, testLabels, mean }: Experiment): Leak[] {
  const out: Leak[] = [];
  if (test.some((t) => train.some((r) => distance(t, r) <= 0.01))) out.push("copies");
  const off = mean.filter((m, c) => Math.abs(m - train.reduce((s, r) => s + r[c] / train.length, 0)) > 1e-6);
  if (off.length > 0) out.push("statistics");
  const all = [...train, ...test];
  const y = [...trainLabels, ...testLabels];
  const distinct = (keys: readonly (string | number)[]): number => new Set(keys).size;
  const classes = distinct(y);
  const twin = mean.findIndex((_, c) => {
    const both = distinct(all.map((r, i) => `${r[c]} ${y[i]}`));
    return both === classes && distinct(all.map((r) => r[c])) === classes;
  });
  if (twin !== -1) out.push("label");
  return out;
}

export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  return leaky.filter(Boolean).length / leaky.length - honest.filter(Boolean).length / honest.length;
}
