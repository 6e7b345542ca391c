// misconception: largest-weight-only
/** A soft target is turned into its likeliest class. */
export type Targets = readonly number[] | readonly (readonly number[])[];
type Rows = readonly (readonly number[])[];

function weights(logits: Rows, targets: Targets): number[][] {
  if (logits.length === 0 || targets.length !== logits.length)
    throw new Error(`${logits.length} rows of scores, ${targets.length} targets`);
  return logits.map((row, i) => {
    const t = targets[i];
    if (typeof t === "number") {
      if (!Number.isInteger(t) || t < 0 || t >= row.length) throw new Error(`class ${t} of ${row.length}`);
      return row.map((_, k) => (k === t ? 1 : 0));
    }
    if (t.length !== row.length) throw new Error(`${t.length} weights, but ${row.length} scores`);
    const best = t.indexOf(Math.max(...t));
    return t.map((_, k) => Number(k === best));
  });
}

function logProbabilities(row: readonly number[]): number[] {
  const top = Math.max(...row);
  const log = top + Math.log(row.reduce((s, z) => s + Math.exp(z - top), 0));
  return row.map((z) => z - log);
}

export function crossEntropyLogits(logits: Rows, targets: Targets): number {
  const t = weights(logits, targets);
  let total = 0;
  logits.forEach((row, i) => {
    logProbabilities(row).forEach((l, k) => {
      total -= t[i][k] * l;
    });
  });
  return total / logits.length;
}

export function crossEntropyGradient(logits: Rows, targets: Targets): number[][] {
  const t = weights(logits, targets);
  return logits.map((row, i) => logProbabilities(row).map((l, k) => (Math.exp(l) - t[i][k]) / logits.length));
}
