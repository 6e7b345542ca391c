// misconception: knots-with-the-wrong-sign
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
  if (points.length < 2) throw new Error("give two points");
  const p = [...points].sort((a, b) => a.x - b.x);
  const W1: number[] = [];
  const b1: number[] = [];
  const W2: number[] = [];
  let before = 0;
  for (let k = 0; k + 1 < p.length; k++) {
    const dx = p[k + 1].x - p[k].x;
    if (dx === 0) throw new Error("same x");
    const m = (p[k + 1].y - p[k].y) / dx;
    if (k === 0) {
      W1.push(-1);
      b1.push(-p[0].x);
      W2.push(-m);
    }
    W1.push(1);
    b1.push(p[k].x);
    W2.push(m - before);
    before = m;
  }
  return { W1, b1, W2, b2: p[0].y };
}

export function evaluate({ W1, b1, W2, b2 }: Net, x: number): number {
  return W1.map((w, k) => Math.max(0, w * x + b1[k]) * W2[k]).reduce((s, v) => s + v, b2);
}
