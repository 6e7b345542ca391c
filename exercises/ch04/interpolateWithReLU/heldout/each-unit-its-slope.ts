// misconception: slopes-as-weights
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Net {
  readonly W1: readonly number[];
  readonly b1: readonly number[];
  readonly W2: readonly number[];
  readonly b2: number;
}

export function interpolateWithReLU(points: readonly Point[]): Net {
  if (points.length < 2) throw new Error("needs two points");
  const p = [...points].sort((a, b) => a.x - b.x);
  const slopes: number[] = [];
  for (let k = 1; k < p.length; k++) {
    if (p[k].x === p[k - 1].x) throw new Error("same x twice");
    slopes.push((p[k].y - p[k - 1].y) / (p[k].x - p[k - 1].x));
  }
  return {
    W1: p.map((_, k) => (k === 0 ? -1 : 1)),
    b1: p.map((_, k) => (k === 0 ? p[0].x : -p[k - 1].x)),
    W2: [-slopes[0], ...slopes],
    b2: p[0].y,
  };
}

export function evaluate({ W1, b1, W2, b2 }: Net, x: number): number {
  return W1.reduce((sum, w, k) => sum + W2[k] * Math.max(0, w * x + b1[k]), b2);
}
