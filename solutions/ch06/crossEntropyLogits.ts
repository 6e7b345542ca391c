/**
 * ln p is a difference, z − ln Σ exp z, so no probability is ever rounded to 0 before its logarithm is taken; with the
 * largest score taken out, the sum lies between 1 and K. A class number is a soft target with all weight in one place.
 */
export type Targets = readonly number[] | readonly (readonly number[])[];
type Rows = readonly (readonly number[])[];

export function crossEntropyLogits(logits: Rows, targets: Targets): number {
  const soft = distributions(logits, targets);
  const losses = logits.map((z, i) => {
    const logP = logSoftmax(z);
    return -soft[i].reduce((sum, t, k) => sum + t * logP[k], 0);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / logits.length;
}

export function crossEntropyGradient(logits: Rows, targets: Targets): number[][] {
  const soft = distributions(logits, targets);
  return logits.map((z, i) => logSoftmax(z).map((logP, k) => (Math.exp(logP) - soft[i][k]) / logits.length));
}

function logSoftmax(z: readonly number[]): number[] {
  const top = Math.max(...z);
  const logSum = top + Math.log(z.reduce((sum, score) => sum + Math.exp(score - top), 0));
  return z.map((score) => score - logSum);
}

function distributions(logits: Rows, targets: Targets): Rows {
  if (logits.length === 0 || targets.length !== logits.length)
    throw new Error(`${logits.length} rows of logits, ${targets.length} targets`);
  return logits.map((z, i) => weights(targets[i], z.length));
}

function weights(target: number | readonly number[], K: number): readonly number[] {
  if (typeof target !== "number") {
    if (target.length !== K) throw new Error(`a target of ${target.length} weights for ${K} logits`);
    return target;
  }
  if (!(Number.isInteger(target) && target >= 0 && target < K)) throw new Error(`class ${target} of ${K} classes`);
  return Array.from({ length: K }, (_, k) => (k === target ? 1 : 0));
}
