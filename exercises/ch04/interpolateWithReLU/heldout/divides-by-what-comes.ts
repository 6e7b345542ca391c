// misconception: same-x-accepted
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
  if (points.length < 2) throw new Error("fewer than two points");
  const xs = points.map((p) => p.x).sort((a, b) => a - b);
  const ys = xs.map((x) => points.find((p) => p.x === x)?.y ?? 0);
  const W1: number[] = [];
  const b1: number[] = [];
  const W2: number[] = [];
  const slope = (k: number) => (ys[k + 1] - ys[k]) / (xs[k + 1] - xs[k]);
  for (let k = 0; k < xs.length; k++) {
    W1.push(k === 0 ? -1 : 1);
    b1.push(k === 0 ? xs[0] : -xs[k - 1]);
    if (k === 0) W2.push(-slope(0));
    else if (k === 1) W2.push(slope(0));
    else W2.push(slope(k - 1) - slope(k - 2));
  }
  return { W1, b1, W2, b2: ys[0] };
}

export function evaluate({ W1, b1, W2, b2 }: Net, x: number): number {
  const relu = (z: number) => (z > 0 ? z : 0);
  return b2 + W1.map((w, k) => W2[k] * relu(w * x + b1[k])).reduce((p, q) => p + q, 0);
}
