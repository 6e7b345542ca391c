// misconception: one-list-for-all-points
/** Moves one list and pushes it each time. */
type Vector = readonly number[];

export function gradientDescent(
  gradient: (x: Vector) => number[],
  start: Vector,
  options: { lr: number; steps: number },
): number[][] {
  const { lr, steps } = options;
  if (!Number.isFinite(lr) || lr <= 0) throw new Error(`learning rate ${lr}`);
  const points: number[][] = [start.slice()];
  const point = points[0];
  const x: Vector = point;
  let left = steps;
  while (left > 0) {
    const g = gradient(x);
    for (let i = 0; i < point.length; i++) point[i] -= lr * g[i];
    points.push(point);
    left--;
  }
  return points;
}

/** The steepest direction. */
function steepest(curvatures: Vector): number {
  let top = curvatures[0];
  for (const c of curvatures) if (c > top) top = c;
  return top;
}

export function criticalRate(curvatures: Vector): number {
  return 2 / steepest(curvatures);
}

export function regime(curvatures: Vector, lr: number): "smooth" | "oscillates" | "diverges" {
  const product = lr * steepest(curvatures);
  if (product >= 2) return "diverges";
  if (product > 1) return "oscillates";
  return "smooth";
}
