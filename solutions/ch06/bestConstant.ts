/**
 * Golden section: each step keeps 0.618 of the interval and one of the two inner points, so 60 calls shrink a million
 * to less than 10⁻⁶. The bracket holds 0 too, because the penalty pulls there. Loss first, then the penalty, once.
 */
export type Kind = "square" | "absolute" | "pinball" | "log";

export function lossOf(kind: Kind, data: readonly number[], c: number, tau: number): number {
  const losses = data.map((x) => {
    if (kind === "log") return -Math.log(x === 1 ? c : 1 - c);
    if (kind === "square") return (x - c) ** 2;
    if (kind === "absolute") return Math.abs(x - c);
    return x < c ? (1 - tau) * (c - x) : tau * (x - c);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

export function minimise(f: (c: number) => number, low: number, high: number): number {
  if (!(low <= high)) throw new Error(`minimise: from ${low} to ${high} there is nothing`);
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [left, right] = [b - golden * (b - a), a + golden * (b - a)];
  let [fLeft, fRight] = [f(left), f(right)];
  while (b - a > 1e-6) {
    if (fLeft < fRight) {
      [b, right, fRight] = [right, left, fLeft];
      left = b - golden * (b - a);
      fLeft = f(left);
    } else {
      [a, left, fLeft] = [left, right, fRight];
      right = a + golden * (b - a);
      fRight = f(right);
    }
  }
  return (a + b) / 2;
}

export function bestConstant(
  kind: Kind,
  data: readonly number[],
  { tau, penalty }: { tau: number; penalty: number },
): number {
  const objective = (c: number): number => lossOf(kind, data, c, tau) + penalty * c * c;
  return minimise(objective, Math.min(0, ...data), Math.max(0, ...data));
}
