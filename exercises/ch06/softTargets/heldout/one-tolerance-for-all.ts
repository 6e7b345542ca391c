// misconception: nearly-one-is-one
const EPS = 1e-6;
const is = (x: number, value: number): boolean => Math.abs(x - value) < EPS;

export function kindOfTarget(row: readonly number[]): "hard" | "soft" | "multi-label" {
  const zeroOne = row.every((x) => is(x, 0) || is(x, 1));
  const sum = row.reduce((s, x) => s + x, 0);
  if (zeroOne) return row.filter((x) => is(x, 1)).length === 1 ? "hard" : "multi-label";
  if (row.every((x) => x >= 0) && is(sum, 1)) return "soft";
  throw new Error(`unknown kind of target: [${row}]`);
}

function oneRow(label: number, K: number, by: number): number[] {
  if (label % 1 !== 0 || label < 0 || label >= K || Number.isNaN(label)) throw new Error(`bad class number ${label}`);
  const row = Array<number>(K).fill(by / K);
  row[label] = by / K + (1 - by);
  return row;
}

export function smoothed(labels: readonly number[], K: number, by: number): number[][] {
  if (by < 0 || by > 1 || Number.isNaN(by)) throw new Error(`bad share ${by}`);
  return labels.map((label) => oneRow(label, K, by));
}

export function smoothedGap(K: number, by: number): number {
  const [label, other] = oneRow(0, K, by);
  return Math.log(label / other);
}

/** −ln σ(z) */
function surprise(z: number): number {
  return z >= 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z;
}

export function multiLabelLoss(
  logits: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  posWeight: readonly number[],
): number {
  const K = posWeight.length;
  let sum = 0;
  for (let k = 0; k < K; k++) {
    for (let b = 0; b < logits.length; b++) {
      sum += targets[b][k] ? posWeight[k] * surprise(logits[b][k]) : surprise(-logits[b][k]);
    }
  }
  return sum / (K * logits.length);
}
