// misconception: none
// The counter is not set back to 0 at the start of an epoch, so `mistakes` holds running totals.
/** The threshold unit: 1 if w·x + b is at least 0, else 0. */
export function fires(w: readonly number[], b: number, x: readonly number[]): number {
  let sum = b;
  x.forEach((xi, i) => {
    sum += w[i] * xi;
  });
  return sum >= 0 ? 1 : 0;
}

/** Rosenblatt's rule, epoch by epoch until one has no mistake. Throws an Error on a label that is not 0 or 1. */
export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  const bad = labels.find((label) => label !== 0 && label !== 1);
  if (bad !== undefined) throw new Error(`not a label: ${bad}`);

  const w: number[] = Array.from({ length: X[0]?.length ?? 0 }, () => 0);
  let b = 0;
  let count = 0;
  let clean = false;
  const mistakes: number[] = [];
  for (let epoch = 0; epoch < maxEpochs && !clean; epoch++) {
    clean = true;
    for (const [n, x] of X.entries()) {
      const output = fires(w, b, x);
      if (output === labels[n]) continue;
      const sign = labels[n] === 1 ? 1 : -1;
      for (const i of w.keys()) w[i] += sign * x[i];
      b += sign;
      count += 1;
      clean = false;
    }
    mistakes.push(count);
  }
  return { w, b, mistakes, converged: clean };
}
