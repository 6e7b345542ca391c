// misconception: limit-means-not-converged
export function fires(w: readonly number[], b: number, x: readonly number[]): number {
  return x.reduce((s, v, i) => s + v * w[i], 0) + b >= 0 ? 1 : 0;
}

export function perceptronTrain(
  X: readonly (readonly number[])[],
  labels: readonly number[],
  { maxEpochs }: { maxEpochs: number },
): { w: number[]; b: number; mistakes: number[]; converged: boolean } {
  const strange = labels.find((l) => l !== 0 && l !== 1);
  if (strange !== undefined) throw new Error(`label ${strange} is neither 0 nor 1`);
  const state = { w: X[0].map(() => 0), b: 0 };
  const learn = (x: readonly number[], label: number): number => {
    const delta = label - fires(state.w, state.b, x);
    state.w = state.w.map((v, i) => v + delta * x[i]);
    state.b += delta;
    return Math.abs(delta);
  };
  const mistakes: number[] = [];
  for (let e = 0; e < maxEpochs; e++) {
    mistakes.push(X.map((x, n) => learn(x, labels[n])).reduce((p, q) => p + q, 0));
    if (mistakes[e] === 0) break;
  }
  return { ...state, mistakes, converged: mistakes.length < maxEpochs };
}
