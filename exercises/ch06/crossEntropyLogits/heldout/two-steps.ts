// misconception: log-of-softmax
/** First the probabilities, then their logarithms. */
export type Targets = readonly number[] | readonly (readonly number[])[];

/** How much of the target of a row goes to class k. */
function weightOf(target: number | readonly number[], k: number): number {
  if (typeof target === "number") return target === k ? 1 : 0;
  return target[k];
}

function check(logits: readonly (readonly number[])[], targets: Targets): void {
  const B = logits.length;
  if (B < 1 || B !== targets.length) throw new Error(`rows: ${B}, targets: ${targets.length}`);
  for (let i = 0; i < B; i++) {
    const K = logits[i].length;
    const t = targets[i];
    if (Array.isArray(t)) {
      if (t.length !== K) throw new Error(`a target of ${t.length} for ${K} scores`);
    } else if (!(Number.isInteger(t) && (t as number) >= 0 && (t as number) < K)) {
      throw new Error(`no such class: ${t}`);
    }
  }
}

function exps(row: readonly number[]): number[] {
  let m = row[0];
  for (const z of row) if (z > m) m = z;
  return row.map((z) => Math.exp(z - m));
}

function rowLoss(row: readonly number[], target: number | readonly number[]): number {
  let s = 0;
  for (const e of exps(row)) s += e;
  const p = exps(row).map((e) => e / s);
  let loss = 0;
  for (let k = 0; k < row.length; k++) loss -= weightOf(target, k) * Math.log(p[k]);
  return loss;
}

export function crossEntropyLogits(logits: readonly (readonly number[])[], targets: Targets): number {
  check(logits, targets);
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += rowLoss(logits[i], targets[i]);
  return sum / logits.length;
}

export function crossEntropyGradient(logits: readonly (readonly number[])[], targets: Targets): number[][] {
  check(logits, targets);
  const out: number[][] = [];
  for (let i = 0; i < logits.length; i++) {
    const e = exps(logits[i]);
    const s = e.reduce((a, b) => a + b);
    out.push(e.map((v, k) => (v / s - weightOf(targets[i], k)) / logits.length));
  }
  return out;
}
