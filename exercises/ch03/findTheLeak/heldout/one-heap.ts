// misconception: copies-within-a-part and counts-compared
/** Looks for copies among all rows in one heap, and subtracts numbers of right answers instead of accuracies. */
export interface Experiment {
  readonly train: readonly (readonly number[])[];
  readonly test: readonly (readonly number[])[];
  readonly trainLabels: readonly number[];
  readonly testLabels: readonly number[];
  readonly mean: readonly number[];
}
type Leak = "copies" | "statistics" | "label";

export function findLeaks({ train, test, trainLabels, testLabels, mean }: Experiment): Leak[] {
  const rows = [...train, ...test];
  const labels = [...trainLabels, ...testLabels];
  const leaks: Leak[] = [];

  let copies = false;
  for (let i = 0; i < rows.length; i++) {
    for (let j = i + 1; j < rows.length; j++) {
      let worst = 0;
      for (let c = 0; c < mean.length; c++) worst = Math.max(worst, Math.abs(rows[i][c] - rows[j][c]));
      if (worst <= 0.01) copies = true;
    }
  }
  if (copies) leaks.push("copies");

  for (let c = 0; c < mean.length; c++) {
    let sum = 0;
    for (const row of train) sum += row[c];
    if (Math.abs(sum / train.length - mean[c]) > 1e-6) {
      leaks.push("statistics");
      break;
    }
  }

  for (let c = 0; c < mean.length; c++) {
    let is = true;
    for (let i = 0; i < rows.length; i++)
      for (let j = i + 1; j < rows.length; j++) {
        const sameValue = rows[i][c] === rows[j][c];
        const sameLabel = labels[i] === labels[j];
        if (sameValue !== sameLabel) is = false;
      }
    if (is) {
      leaks.push("label");
      break;
    }
  }
  return leaks;
}

export function optimism(leaky: readonly boolean[], honest: readonly boolean[]): number {
  return leaky.filter((x) => x).length - honest.filter((x) => x).length;
}
