// misconception: gradient-of-the-start
/** The slope is taken at the start. */
export function gradientDescent(
  gradient: (x: readonly number[]) => number[],
  start: readonly number[],
  { lr, steps }: { lr: number; steps: number },
): number[][] {
  if (!(lr > 0 && Number.isFinite(lr))) throw new Error(`no rate: ${lr}`);
  const way = [[...start]];
  const g = gradient(start);
  for (let k = 0; k < steps; k++) {
    const x = way[k];
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
