// misconception: bias-forgotten
export const fires = (w: readonly number[], b: number, x: readonly number[]): number =>
  Number(w.reduce((sum, wi, i) => sum + wi * x[i], b) >= 0);

export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  if (labels.some((t) => ![0, 1].includes(t))) throw new Error("a label must be 0 or 1");
  let w: number[] = X[0].map(() => 0);
  const b = 0;
  const mistakes: number[] = [];
  for (let epoch = 0; epoch < maxEpochs; epoch++) {
    let count = 0;
    for (let n = 0; n < X.length; n++) {
      const delta = labels[n] - fires(w, b, X[n]);
      if (delta === 0) continue;
      count++;
      w = w.map((v, i) => v + delta * X[n][i]);
    }
    mistakes.push(count);
    if (count === 0) return { w, b, mistakes, converged: true };
  }
  return { w, b, mistakes, converged: false };
}
