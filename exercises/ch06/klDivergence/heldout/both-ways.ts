// misconception: made-symmetric
/** A distance should not depend on the order. */
function check(...lists: (readonly number[])[]): void {
  const [first, ...others] = lists;
  for (const other of others)
    if (other.length !== first.length) throw new Error(`${first.length} events, but ${other.length}`);
  for (const list of lists) {
    const sum = list.reduce((s, v) => s + v, 0);
    if (list.some((v) => !(v >= 0)) || Math.abs(sum - 1) > 1e-6)
      throw new Error(`not a distribution, the sum is ${sum}`);
  }
}

const term = (p: number, value: () => number): number => (p === 0 ? 0 : p * value());

export function entropy(p: readonly number[]): number {
  check(p);
  return p.reduce((h, v) => h + term(v, () => -Math.log(v)), 0);
}

export function crossEntropy(p: readonly number[], q: readonly number[]): number {
  check(p, q);
  return p.reduce((h, v, k) => h + term(v, () => -Math.log(q[k])), 0);
}

export function klDivergence(p: readonly number[], q: readonly number[]): number {
  check(p, q);
  return (oneWay(p, q) + oneWay(q, p)) / 2;
}

function oneWay(p: readonly number[], q: readonly number[]): number {
  return p.reduce((h, v, k) => h + term(v, () => Math.log(v) - Math.log(q[k])), 0);
}
