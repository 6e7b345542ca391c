// misconception: labels-not-checked
export function fires(w: readonly number[], b: number, x: readonly number[]): number {
  let z = 0;
  w.forEach((wi, i) => {
    z += wi * x[i];
  });
  return z + b >= 0 ? 1 : 0;
}

export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  const w = X[0].map(() => 0);
  let b = 0;
  const mistakes: number[] = [];
  for (let k = 0; k < maxEpochs; k++) {
    let m = 0;
    X.forEach((x, n) => {
      const err = labels[n] - fires(w, b, x);
      if (err !== 0) {
        m += 1;
        x.forEach((v, i) => {
          w[i] += err * v;
        });
        b += err;
      }
    });
    mistakes.push(m);
    if (m === 0) break;
  }
  return { w, b, mistakes, converged: mistakes.at(-1) === 0 };
}
