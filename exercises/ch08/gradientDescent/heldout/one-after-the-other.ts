// misconception: coordinate-after-coordinate
/** Every coordinate moves with the gradient at the point that the one before has moved. */
type Vector = readonly number[];

export function gradientDescent(
  gradient: (x: Vector) => number[],
  start: Vector,
  options: { lr: number; steps: number },
): number[][] {
  const { lr, steps } = options;
  if (!Number.isFinite(lr) || lr <= 0) throw new Error(`learning rate ${lr}`);
  const points: number[][] = [start.slice()];
  let x: Vector = points[0];
  let left = steps;
  while (left > 0) {
    const next = [...x];
    for (let i = 0; i < next.length; i++) next[i] -= lr * gradient(next)[i];
    points.push(next);
    x = next;
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
