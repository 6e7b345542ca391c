// misconception: targets-unchecked
/** Takes every target as it comes. */
export type Targets = readonly number[] | readonly (readonly number[])[];

/** How much of the target of a row goes to class k. */
function weightOf(target: number | readonly number[], k: number): number {
  if (typeof target === "number") return target === k ? 1 : 0;
  return target[k];
}

function exps(row: readonly number[]): number[] {
  let m = row[0];
  for (const z of row) if (z > m) m = z;
  return row.map((z) => Math.exp(z - m));
}

function rowLoss(row: readonly number[], target: number | readonly number[]): number {
  let m = row[0];
  for (const z of row) if (z > m) m = z;
  let s = 0;
  for (const e of exps(row)) s += e;
  let loss = 0;
  for (let k = 0; k < row.length; k++) loss += weightOf(target, k) * (m + Math.log(s) - row[k]);
  return loss;
}

export function crossEntropyLogits(logits: readonly (readonly number[])[], targets: Targets): number {
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += rowLoss(logits[i], targets[i]);
  return sum / logits.length;
}

export function crossEntropyGradient(logits: readonly (readonly number[])[], targets: Targets): number[][] {
  const out: number[][] = [];
  for (let i = 0; i < logits.length; i++) {
    const e = exps(logits[i]);
    const s = e.reduce((a, b) => a + b);
    out.push(e.map((v, k) => (v / s - weightOf(targets[i], k)) / logits.length));
  }
  return out;
}
