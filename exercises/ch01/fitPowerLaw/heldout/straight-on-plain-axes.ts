// misconception: linear-axes
/** Fits a straight line to the numbers themselves: its height and its fall are a and beta. */
export function fitPowerLaw(n: readonly number[], error: readonly number[]): { a: number; beta: number } {
  const bad = [...n, ...error].find((v) => !(v > 0));
  if (bad !== undefined) throw new Error(`not positive: ${bad}`);
  const N = n.length;
  let nMean = 0;
  let eMean = 0;
  for (let i = 0; i < N; i++) {
    nMean += n[i] / N;
    eMean += error[i] / N;
  }
  let up = 0;
  let across = 0;
  for (let i = 0; i < N; i++) {
    up += (n[i] - nMean) * (error[i] - eMean);
    across += (n[i] - nMean) * (n[i] - nMean);
  }
  const fall = -up / across;
  return { a: eMean + fall * nMean, beta: fall };
}
