// misconception: rate-unchecked
/** Walks with whatever rate comes. */
type Vector = readonly number[];

function move(x: Vector, g: Vector, lr: number): number[] {
  const to = [...x];
  for (let i = 0; i < to.length; i++) to[i] -= lr * g[i];
  return to;
}

export function gradientDescent(
  gradient: (x: Vector) => number[],
  start: Vector,
  options: { lr: number; steps: number },
): number[][] {
  const { lr, steps } = options;
  const points: number[][] = [start.slice()];
  let x: Vector = points[0];
  let left = steps;
  while (left > 0) {
    const next = move(x, gradient(x), lr);
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
