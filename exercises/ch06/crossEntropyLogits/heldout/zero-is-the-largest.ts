// misconception: global-maximum
/** B class numbers, or B rows of K weights that sum to 1. */
export type Targets = readonly number[] | readonly (readonly number[])[];

type Rows = readonly (readonly number[])[];

/** Every target as a row of weights. */
function weights(logits: Rows, targets: Targets): number[][] {
  if (logits.length === 0 || logits.length !== targets.length) {
    throw new Error(`${logits.length} rows and ${targets.length} targets`);
  }
  return logits.map((row, b) => {
    const target = targets[b];
    if (typeof target === "number") {
      if (!Number.isInteger(target) || target < 0 || target >= row.length) {
        throw new Error(`class number ${target} is not one of 0 to ${row.length - 1}`);
      }
      return row.map((_, k) => (k === target ? 1 : 0));
    }
    if (target.length !== row.length) throw new Error(`a target of ${target.length} for a row of ${row.length}`);
    return [...target];
  });
}

/** All scores, made harmless: the largest one of all is 0 now. */
function shifted(logits: Rows): number[][] {
  let top = -Infinity;
  for (const row of logits) for (const z of row) top = Math.max(top, z);
  return logits.map((row) => row.map((z) => z - top));
}

/** The mean over the rows of −Σ t ln softmax(z). logits: B rows of K scores. */
export function crossEntropyLogits(logits: Rows, targets: Targets): number {
  const t = weights(logits, targets);
  const z = shifted(logits);
  let total = 0;
  for (let b = 0; b < z.length; b++) {
    let normaliser = 0;
    for (const score of z[b]) normaliser += Math.exp(score);
    const logNormaliser = Math.log(normaliser);
    for (let k = 0; k < z[b].length; k++) {
      if (t[b][k] > 0) total += t[b][k] * (logNormaliser - z[b][k]);
    }
  }
  return total / z.length;
}

/** The gradient of crossEntropyLogits with respect to the logits: B rows of K. */
export function crossEntropyGradient(logits: Rows, targets: Targets): number[][] {
  const t = weights(logits, targets);
  return shifted(logits).map((row, b) => {
    const e = row.map(Math.exp);
    const total = e.reduce((x, y) => x + y, 0);
    return e.map((value, k) => (value / total - t[b][k]) / logits.length);
  });
}
