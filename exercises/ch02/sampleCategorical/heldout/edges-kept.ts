// misconception: state-kept
/** Keeps the running sums until a list of another length comes. */
let edges: number[] = [];

/** np.cumsum */
function cumsum(p: readonly number[]): number[] {
  let s = 0;
  return p.map((v) => (s += v));
}

/** The category that a uniform number u in [0, 1) draws from the probabilities p, as an index. */
export function sampleCategorical(p: readonly number[], u: number): number {
  const sum = p.reduce((a, b) => a + b, 0);
  if (!p.every((v) => v >= 0) || Math.abs(sum - 1) > 1e-6) throw new Error(`no distribution: these sum to ${sum}`);

  // 50,000 words: adding them up once is enough
  if (edges.length !== p.length) edges = cumsum(p);

  const index = edges.findIndex((edge) => u < edge);
  return index >= 0 ? index : p.findLastIndex((v) => v > 0);
}
