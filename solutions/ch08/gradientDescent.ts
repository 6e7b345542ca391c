/**
 * Each new point is mapped from the old one, so nothing is overwritten while the old point is still needed. In a bowl
 * every coordinate shrinks by its own factor 1 − lr·λ; the one with the largest curvature is the first to jump over.
 */
export function gradientDescent(
  gradient: (x: readonly number[]) => number[],
  start: readonly number[],
  { lr, steps }: { lr: number; steps: number },
): number[][] {
  if (!(lr > 0 && lr < Infinity)) throw new Error(`gradientDescent: the learning rate is ${lr}`);
  const way = [[...start]];
  while (way.length <= steps) {
    const x = way[way.length - 1];
    const g = gradient(x);
    way.push(x.map((value, k) => value - lr * g[k]));
  }
  return way;
}

export function criticalRate(curvatures: readonly number[]): number {
  return 2 / Math.max(...curvatures);
}

export function regime(curvatures: readonly number[], lr: number): "smooth" | "oscillates" | "diverges" {
  const factors = curvatures.map((curvature) => 1 - lr * curvature);
  if (factors.some((factor) => factor <= -1)) return "diverges";
  return factors.some((factor) => factor < 0) ? "oscillates" : "smooth";
}
