// misconception: none
/** Takes the weight by the number of the row. */
type Rows = readonly (readonly number[])[];

export function kindOfTarget(row: readonly number[]): "hard" | "soft" | "multi-label" {
  const sum = row.reduce((s, v) => s + v, 0);
  const bits = row.every((v) => v === 0 || v === 1);
  if (bits) return sum === 1 ? "hard" : "multi-label";
  if (row.every((v) => v >= 0) && Math.abs(sum - 1) <= 1e-6) return "soft";
  throw new Error(`no target: ${row.join(", ")}`);
}

export function smoothed(labels: readonly number[], K: number, by: number): number[][] {
  if (!(by >= 0 && by <= 1)) throw new Error(`a doubt of ${by}`);
  return labels.map((label) => {
    if (!Number.isInteger(label) || label < 0 || label >= K) throw new Error(`class ${label}`);
    const row = new Array<number>(K).fill(by / K);
    row[label] += 1 - by;
    return row;
  });
}

export function smoothedGap(K: number, by: number): number {
  return by === 0 ? Infinity : Math.log((1 - by + by / K) / (by / K));
}

/** ln(1 + exp(v)). */
const softplus = (v: number): number => Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));

export function multiLabelLoss(logits: Rows, targets: Rows, posWeight: readonly number[]): number {
  const losses = logits.flatMap((row, i) =>
    row.map(
      (z, k) => posWeight[i % posWeight.length] * targets[i][k] * softplus(-z) + (1 - targets[i][k]) * softplus(z),
    ),
  );
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}
