// misconception: once-an-epoch
export function fires(w: readonly number[], b: number, x: readonly number[]): number {
  const sum = x.map((v, i) => v * w[i]).reduce((p, q) => p + q, 0);
  return sum + b >= 0 ? 1 : 0;
}

export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  labels.forEach((label) => {
    if (label !== 0 && label !== 1) throw new Error(`not a label: ${label}`);
  });
  const w = new Array<number>(X[0].length).fill(0);
  let b = 0;
  const mistakes: number[] = [];
  let converged = false;
  for (let e = 0; e < maxEpochs && !converged; e++) {
    const errors = X.map((x, n) => labels[n] - fires(w, b, x));
    for (let i = 0; i < w.length; i++) for (let n = 0; n < X.length; n++) w[i] += errors[n] * X[n][i];
    for (const error of errors) b += error;
    mistakes.push(errors.filter((error) => error !== 0).length);
    converged = mistakes[e] === 0;
  }
  return { w, b, mistakes, converged };
}
