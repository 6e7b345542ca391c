// misconception: one-way-only
/** Finds it enough that a value tells the label; rows of one class may have many values. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

export function findLeaks({ train, test, trainLabels, testLabels, mean }: Experiment): Leak[] {
  const leaks = new Set<Leak>();
  for (const t of test)
    for (const r of train) {
      const furthest = Math.max(...t.map((v, c) => Math.abs(v - r[c])));
      if (furthest <= 0.01) leaks.add("copies");
    }

  mean.forEach((m, c) => {
    const own = train.map((r) => r[c]).reduce((a, b) => a + b, 0) / train.length;
    if (Math.abs(own - m) > 1e-6) leaks.add("statistics");
  });

  const everyone = [
    ...train.map((row, i) => ({ row, label: trainLabels[i] })),
    ...test.map((row, i) => ({ row, label: testLabels[i] })),
  ];
  for (let c = 0; c < mean.length; c++) {
    const told = new Map<number, number>();
    let clear = true;
    for (const { row, label } of everyone) {
      const known = told.get(row[c]);
      if (known === undefined) told.set(row[c], label);
      else if (known !== label) clear = false;
    }
    if (clear) leaks.add("label");
  }
  return [...leaks];
}

export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  let a = 0;
  let b = 0;
  for (const right of leaky) if (right) a++;
  for (const right of honest) if (right) b++;
  return a / leaky.length - b / honest.length;
}
