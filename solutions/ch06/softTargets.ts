/**
 * Smoothing mixes the certain target with the one of somebody without an idea, so every row still sums to 1. A set of
 * labels is K separate questions; ln(1 + e^x), with the larger of x and 0 taken out, answers each without overflow.
 */
export function kindOfTarget(row: readonly number[]): "hard" | "soft" | "multi-label" {
  const sum = row.reduce((total, t) => total + t, 0);
  if (row.every((t) => t === 0 || t === 1)) return sum === 1 ? "hard" : "multi-label";
  if (row.every((t) => t >= 0) && Math.abs(sum - 1) <= 1e-6) return "soft";
  throw new Error(`[${row}] is neither a distribution nor a set of labels`);
}

export function smoothed(labels: readonly number[], K: number, by: number): number[][] {
  if (!(by >= 0 && by <= 1)) throw new Error(`smoothed: by is ${by}, not a share`);
  const odd = labels.find((label) => !(Number.isInteger(label) && label >= 0 && label < K));
  if (odd !== undefined) throw new Error(`smoothed: there is no class ${odd}`);
  return labels.map((label) => Array.from({ length: K }, (_, k) => (k === label ? 1 - by : 0) + by / K));
}

export function smoothedGap(K: number, by: number): number {
  const [label, other] = smoothed([0], K, by)[0];
  return Math.log(label / other);
}

export function multiLabelLoss(
  logits: readonly (readonly number[])[],
  targets: readonly (readonly number[])[],
  posWeight: readonly number[],
): number {
  const losses = logits.flatMap((row, i) =>
    row.map((z, k) => (targets[i][k] === 1 ? posWeight[k] * softplus(-z) : softplus(z))),
  );
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** ln(1 + e^x). */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
