// misconception: none
/** Gives up as soon as an epoch has as many mistakes as the one before. */
export function fires(w: readonly number[], b: number, x: readonly number[]): number {
  return w.reduce((s, v, i) => s + v * x[i], b) >= 0 ? 1 : 0;
}

export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  if (labels.some((l) => l !== 0 && l !== 1)) throw new Error("label must be 0 or 1");
  const w = X[0].map(() => 0);
  let b = 0;
  const mistakes: number[] = [];
  let before = Infinity;
  for (let epoch = 0; epoch < maxEpochs; epoch++) {
    let now = 0;
    for (let n = 0; n < X.length; n++) {
      const error = labels[n] - fires(w, b, X[n]);
      if (error === 0) continue;
      now++;
      for (let i = 0; i < w.length; i++) w[i] += error * X[n][i];
      b += error;
    }
    mistakes.push(now);
    if (now === 0 || now === before) break;
    before = now;
  }
  return { w, b, mistakes, converged: mistakes[mistakes.length - 1] === 0 };
}
