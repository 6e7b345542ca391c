// misconception: log-of-sigmoid
/** Probabilities first. */
export function kindOfTarget(row: readonly number[]): "hard" | "soft" | "multi-label" {
  let ones = 0;
  let zeros = 0;
  let sum = 0;
  for (const v of row) {
    if (v < 0 || Number.isNaN(v)) throw new Error(`negative or no number: ${v}`);
    if (v === 1) ones++;
    else if (v === 0) zeros++;
    sum += v;
  }
  if (ones + zeros === row.length) return ones === 1 ? "hard" : "multi-label";
  if (sum > 1 + 1e-6 || sum < 1 - 1e-6) throw new Error(`sums to ${sum}`);
  return "soft";
}

export function smoothed(labels: readonly number[], K: number, by: number): number[][] {
  if (by < 0 || by > 1 || Number.isNaN(by)) throw new Error(`by is ${by}`);
  const out: number[][] = [];
  for (const label of labels) {
    if (label < 0 || label > K - 1 || label % 1 !== 0) throw new Error(`label ${label}`);
    const row: number[] = [];
    for (let k = 0; k < K; k++) row.push(by / K + (k === label ? 1 - by : 0));
    out.push(row);
  }
  return out;
}

export function smoothedGap(K: number, by: number): number {
  const [row] = smoothed([0], K, by);
  return Math.log(row[0]) - Math.log(row[1]);
}

function entryLoss(z: number, t: number, w: number): number {
  const yes = 1 / (1 + Math.exp(-z));
  return t === 1 ? -w * Math.log(yes) : -Math.log(1 - yes);
}

export function multiLabelLoss(
  logits: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  posWeight: readonly number[],
): number {
  let total = 0;
  let n = 0;
  for (let i = 0; i < logits.length; i++) {
    for (let k = 0; k < logits[i].length; k++) {
      total += entryLoss(logits[i][k], targets[i][k], posWeight[k]);
      n++;
    }
  }
  return total / n;
}
