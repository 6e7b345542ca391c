/**
 * Terms with p = 0 are left out, which is the only special case: with p > 0, −p ln 0 is Infinity by itself. The
 * divergence is summed from differences of logarithms, so that nearly equal distributions keep their digits.
 */
export function entropy(p: readonly number[]): number {
  return crossEntropy(p, p);
}

export function crossEntropy(p: readonly number[], q: readonly number[]): number {
  check(p, q);
  return p.reduce((sum, x, k) => (x > 0 ? sum - x * Math.log(q[k]) : sum), 0);
}

export function klDivergence(p: readonly number[], q: readonly number[]): number {
  check(p, q);
  return p.reduce((sum, x, k) => (x > 0 ? sum + x * (Math.log(x) - Math.log(q[k])) : sum), 0);
}

function check(p: readonly number[], q: readonly number[]): void {
  if (p.length !== q.length) throw new Error(`distributions over ${p.length} and ${q.length} events`);
  for (const list of [p, q]) {
    const total = list.reduce((sum, x) => sum + x, 0);
    if (list.some((x) => x < 0) || !(Math.abs(total - 1) <= 1e-6))
      throw new Error(`no distribution: ${list.length} numbers with the sum ${total}`);
  }
}
