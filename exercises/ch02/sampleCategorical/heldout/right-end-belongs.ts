// misconception: boundary-to-the-left
/** Stops at the first running sum with u ≤ sum: a u on a boundary goes to the piece that ends there (empty pieces are skipped). */
function check(p: readonly number[]): void {
  let sum = 0;
  let good = true;
  for (const x of p) {
    if (Number.isNaN(x) || x < 0) good = false;
    sum += x;
  }
  if (!good || Number.isNaN(sum) || Math.abs(sum - 1) > 1e-6) {
    throw new Error(`sampleCategorical: entries must be at least 0 and sum to 1, but these sum to ${sum}`);
  }
}

export function sampleCategorical(p: readonly number[], u: number): number {
  check(p);
  let running = 0;
  let last = 0;
  for (let i = 0; i < p.length; i++) {
    if (p[i] === 0) continue;
    running += p[i];
    if (u <= running) return i;
    last = i;
  }
  return last;
}
