// misconception: one-addition-less
/** Counts k multiplications and k − 1 additions for each entry. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

function check(name: string, list: readonly number[], rows: [string, number], cols: [string, number]): void {
  const expected = rows[1] * cols[1];
  if (list.length !== expected) {
    throw new Error(`matmul: ${name} has ${list.length} numbers, but ${rows[0]} × ${cols[0]} = ${expected}`);
  }
}

export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  check("a", a, ["m", m], ["k", k]);
  check("b", b, ["k", k], ["n", n]);
  const out: number[] = [];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let total = 0;
      for (let p = 0; p < k; p++) total += a[i * k + p] * b[p * n + j];
      out.push(total);
    }
  }
  return out;
}

export function flops({ m, k, n }: Sizes): number {
  const perEntry = k === 0 ? 0 : k + (k - 1);
  return m * n * perEntry;
}
