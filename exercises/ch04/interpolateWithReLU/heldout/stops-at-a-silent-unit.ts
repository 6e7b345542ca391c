// misconception: none
// Evaluate stops at the first inactive unit that looks right, which is wrong for a net whose knots are not in order.
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** A network 1-n-1: hₖ = relu(W1ₖ x + b1ₖ), output Σₖ W2ₖ hₖ + b2. */
export interface Net {
  readonly W1: readonly number[];
  readonly b1: readonly number[];
  readonly W2: readonly number[];
  readonly b2: number;
}

/** The network whose function is the polygonal line through the points, straight on at both ends. */
export function interpolateWithReLU(points: readonly Point[]): Net {
  if (points.length < 2) throw new Error("need two points at least");
  const p = points.slice().sort((a, b) => a.x - b.x);
  const rise: number[] = [];
  for (let i = 0; i < p.length - 1; i++) {
    if (p[i].x === p[i + 1].x) throw new Error("two points with the same x");
    rise[i] = (p[i + 1].y - p[i].y) / (p[i + 1].x - p[i].x);
  }
  return {
    W1: p.map((_, k) => (k > 0 ? 1 : -1)),
    b1: [p[0].x, ...p.slice(0, -1).map(({ x }) => 0 - x)],
    W2: [-rise[0], rise[0], ...rise.slice(1).map((s, i) => s - rise[i])],
    b2: p[0].y,
  };
}

/** The output of the network for x. */
export function evaluate({ W1, b1, W2, b2 }: Net, x: number): number {
  let y = b2;
  for (let k = 0; k < W1.length; k++) {
    const z = W1[k] * x + b1[k];
    if (z > 0) y += W2[k] * z;
    else if (W1[k] > 0) break; // the knots further right are not reached either
  }
  return y;
}
