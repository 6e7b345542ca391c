// misconception: mistakes-counted-afterwards
/** The threshold unit: 1 if w·x + b is at least 0, else 0. */
export function fires(w: readonly number[], b: number, x: readonly number[]): number {
  let z = b;
  for (let i = 0; i < x.length; i++) z += w[i] * x[i];
  return z < 0 ? 0 : 1;
}

/** Rosenblatt's rule, epoch by epoch until one has no mistake. Throws an Error on a label that is not 0 or 1. */
export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  for (const label of labels) {
    if (label !== 0 && label !== 1) throw new Error(`label ${label} is neither 0 nor 1`);
  }
  const w: number[] = new Array(X.length > 0 ? X[0].length : 0).fill(0);
  let b = 0;
  const mistakes: number[] = [];
  for (let epoch = 1; epoch <= maxEpochs; epoch++) {
    for (let n = 0; n < X.length; n++) {
      const error = labels[n] - fires(w, b, X[n]);
      for (let i = 0; i < w.length; i++) w[i] += error * X[n][i];
      b += error;
    }
    // how good is the unit after this epoch?
    let wrong = 0;
    for (let n = 0; n < X.length; n++) if (fires(w, b, X[n]) !== labels[n]) wrong++;
    mistakes.push(wrong);
    if (wrong === 0) return { w, b, mistakes, converged: true };
  }
  return { w, b, mistakes, converged: false };
}
