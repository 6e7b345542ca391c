// misconception: sorts-the-given-list
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
  if (points.length < 2) throw new Error(`two points at least, not ${points.length}`);
  const sorted = (points as Point[]).sort((a, b) => a.x - b.x);
  const W1 = [-1];
  const b1 = [sorted[0].x];
  const W2: number[] = [];
  let previous = 0;
  for (let k = 1; k < sorted.length; k++) {
    const run = sorted[k].x - sorted[k - 1].x;
    if (run === 0) throw new Error(`same x: ${sorted[k].x}`);
    const slope = (sorted[k].y - sorted[k - 1].y) / run;
    if (k === 1) W2.push(-slope);
    W1.push(1);
    b1.push(-sorted[k - 1].x);
    W2.push(slope - previous);
    previous = slope;
  }
  return { W1, b1, W2, b2: sorted[0].y };
}

export function evaluate({ W1, b1, W2, b2 }: Net, x: number): number {
  let y = b2;
  for (let k = 0; k < W1.length; k++) {
    const z = W1[k] * x + b1[k];
    if (z > 0) y += W2[k] * z;
  }
  return y;
}
