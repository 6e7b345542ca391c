// misconception: silent-at-zero
function sumOf(w: readonly number[], b: number, x: readonly number[]): number {
  return w.length === 0 ? b : w[0] * x[0] + sumOf(w.slice(1), b, x.slice(1));
}

export function fires(w: readonly number[], b: number, x: readonly number[]): number {
  if (sumOf(w, b, x) > 0) return 1;
  return 0;
}

export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  if (!labels.every((l) => l === 0 || l === 1)) throw new Error("each label is 0 or 1");
  const w: number[] = X[0].map(() => 0);
  let b = 0;
  const mistakes: number[] = [];
  do {
    let bad = 0;
    for (const [n, x] of X.entries()) {
      const d = labels[n] - fires(w, b, x);
      if (d !== 0) bad++;
      for (const [i, v] of x.entries()) w[i] += d * v;
      b += d;
    }
    mistakes.push(bad);
  } while (mistakes[mistakes.length - 1] > 0 && mistakes.length < maxEpochs);
  return { w, b, mistakes, converged: mistakes[mistakes.length - 1] === 0 };
}
