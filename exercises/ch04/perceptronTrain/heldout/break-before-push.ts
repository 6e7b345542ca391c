// misconception: last-epoch-not-listed
export function fires(w: readonly number[], b: number, x: readonly number[]): number {
  let total = b;
  for (const [i, v] of x.entries()) total += v * w[i];
  return total < 0 ? 0 : 1;
}

export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  for (const label of labels) if (label !== 0 && label !== 1) throw new Error(`label: ${label}`);
  const w: number[] = Array(X[0].length).fill(0);
  let b = 0;
  const mistakes: number[] = [];
  let converged = false;
  for (let epoch = 1; epoch <= maxEpochs; epoch++) {
    let errors = 0;
    for (let n = 0; n < X.length; n++) {
      const out = fires(w, b, X[n]);
      if (out === labels[n]) continue;
      errors++;
      const sign = out === 0 ? 1 : -1;
      for (let i = 0; i < w.length; i++) w[i] += sign * X[n][i];
      b += sign;
    }
    if (errors === 0) {
      converged = true;
      break;
    }
    mistakes.push(errors);
  }
  return { w, b, mistakes, converged };
}
