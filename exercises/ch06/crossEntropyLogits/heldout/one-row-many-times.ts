// misconception: none
/** The one-hot rows are one and the same array (fill), so every row gets the classes of all rows. */
export type Targets = readonly number[] | readonly (readonly number[])[];

type Matrix = readonly (readonly number[])[];

function toSoft(targets: Targets, logits: Matrix): Matrix {
  const B = logits.length;
  if (B === 0 || B !== targets.length) throw new Error(`B = ${B} rows, ${targets.length} targets`);
  if (typeof targets[0] === "number") {
    const K = logits[0].length;
    const hot: number[][] = Array(B).fill(Array(K).fill(0));
    for (let b = 0; b < B; b++) {
      const c = targets[b] as number;
      if (!Number.isInteger(c) || c < 0 || c > K - 1) throw new Error(`class ${c} is not from 0 to ${K - 1}`);
      hot[b][c] = 1;
    }
    return hot;
  }
  const soft = targets as Matrix;
  soft.forEach((row, b) => {
    if (row.length !== logits[b].length) throw new Error(`${row.length} weights for ${logits[b].length} scores`);
  });
  return soft;
}

function logProbabilities(row: readonly number[]): number[] {
  const m = row.reduce((a, b) => (a > b ? a : b));
  const total = row.map((z) => Math.exp(z - m)).reduce((a, b) => a + b);
  return row.map((z) => z - m - Math.log(total));
}

export function crossEntropyLogits(logits: Matrix, targets: Targets): number {
  const t = toSoft(targets, logits);
  let loss = 0;
  for (let b = 0; b < logits.length; b++) {
    const lp = logProbabilities(logits[b]);
    for (let k = 0; k < lp.length; k++) loss -= t[b][k] * lp[k];
  }
  return loss / logits.length;
}

export function crossEntropyGradient(logits: Matrix, targets: Targets): number[][] {
  const t = toSoft(targets, logits);
  return logits.map((row, b) => logProbabilities(row).map((lp, k) => (Math.exp(lp) - t[b][k]) / logits.length));
}
