/** The threshold is minus the bias, so reaching it means that the sum with the bias reaches 0. */
export function fires(w: readonly number[], b: number, x: readonly number[]): number {
  return x.reduce((sum, v, i) => sum + v * w[i], b) >= 0 ? 1 : 0;
}

/**
 * The error is 1, 0 or −1, and the step is that multiple of the example: towards it where the unit should have fired,
 * away from it where it should not. Each mistake turns the weights by less than it moves them towards any separating
 * line, which is why their number is bounded.
 */
export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  if (labels.some((label) => label !== 0 && label !== 1)) throw new Error("perceptronTrain: a label is 0 or 1");
  let w = X[0].map(() => 0);
  let b = 0;
  let converged = false;
  const mistakes: number[] = [];
  while (mistakes.length < maxEpochs && !converged) {
    let wrong = 0;
    for (const [n, x] of X.entries()) {
      const error = labels[n] - fires(w, b, x);
      if (error === 0) continue;
      wrong++;
      w = w.map((v, i) => v + error * x[i]);
      b += error;
    }
    mistakes.push(wrong);
    converged = wrong === 0;
  }
  return { w, b, mistakes, converged };
}
