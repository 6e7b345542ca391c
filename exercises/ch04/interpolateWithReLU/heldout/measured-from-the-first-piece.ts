// misconception: bend-from-the-first-slope
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
  if (points.length < 2) throw new Error("at least two points are needed");
  const sorted = [...points].sort((p, q) => p.x - q.x);
  const slopes: number[] = [];
  for (let k = 1; k < sorted.length; k++) {
    const run = sorted[k].x - sorted[k - 1].x;
    if (run === 0) throw new Error(`two points have the same x: ${sorted[k].x}`);
    slopes.push((sorted[k].y - sorted[k - 1].y) / run);
  }
  const W1 = [-1];
  const b1 = [sorted[0].x];
  const W2 = [-slopes[0]];
  slopes.forEach((slope, k) => {
    W1.push(1);
    b1.push(0 - sorted[k].x);
    // unit 1 gives the first slope, every other one what is different from it
    W2.push(k === 0 ? slope : slope - slopes[0]);
  });
  return { W1, b1, W2, b2: sorted[0].y };
}

/** The output of the network for x. */
export function evaluate({ W1, b1, W2, b2 }: Net, x: number): number {
  let y = b2;
  for (let k = 0; k < W1.length; k++) y += W2[k] * Math.max(0, W1[k] * x + b1[k]);
  return y;
}
