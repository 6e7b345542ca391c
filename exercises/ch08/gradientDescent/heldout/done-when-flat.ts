// misconception: stops-at-the-minimum
/** Nothing more to do where the gradient is 0. */
export function gradientDescent(
  gradient: (x: readonly number[]) => number[],
  start: readonly number[],
  { lr, steps }: { lr: number; steps: number },
): number[][] {
  if (!(lr > 0 && Number.isFinite(lr))) throw new Error(`no rate: ${lr}`);
  const way = [[...start]];
  for (let k = 0; k < steps; k++) {
    const x = way[k];
    const g = gradient(x);
    if (g.every((v) => v === 0)) break;
    way.push(x.map((v, i) => v - lr * g[i]));
  }
  return way;
}

export function criticalRate(curvatures: readonly number[]): number {
  return 2 / Math.max(...curvatures);
}

export function regime(curvatures: readonly number[], lr: number): "smooth" | "oscillates" | "diverges" {
  const factors = curvatures.map((c) => 1 - lr * c);
  if (factors.some((f) => Math.abs(f) >= 1)) return "diverges";
  return factors.some((f) => f < 0) ? "oscillates" : "smooth";
}
