// misconception: updates-on-correct-points
export function fires(w: readonly number[], b: number, x: readonly number[]): number {
  let s = b;
  for (let i = 0; i < w.length; i++) s += w[i] * x[i];
  return s >= 0 ? 1 : 0;
}

export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  for (const l of labels) if (l !== 0 && l !== 1) throw new Error(`label ${l}`);
  const w = X[0].map(() => 0);
  let b = 0;
  const mistakes: number[] = [];
  while (mistakes.length < maxEpochs) {
    let wrong = 0;
    X.forEach((x, n) => {
      if (fires(w, b, x) !== labels[n]) wrong += 1;
      const direction = labels[n] === 1 ? 1 : -1;
      x.forEach((v, i) => {
        w[i] += direction * v;
      });
      b += direction;
    });
    mistakes.push(wrong);
    if (wrong === 0) break;
  }
  return { w, b, mistakes, converged: mistakes[mistakes.length - 1] === 0 };
}
