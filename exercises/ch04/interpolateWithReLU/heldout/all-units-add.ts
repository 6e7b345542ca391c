// misconception: no-relu-in-evaluate
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
  if (points.length < 2) throw new Error("two points or more");
  const p = [...points].sort((a, b) => a.x - b.x);
  for (let i = 1; i < p.length; i++) if (p[i].x === p[i - 1].x) throw new Error(`the same x ${p[i].x}: same x`);
  const slopes = p.slice(1).map((q, i) => (q.y - p[i].y) / (q.x - p[i].x));
  const W2 = [-slopes[0]];
  slopes.forEach((s, i) => {
    W2.push(i === 0 ? s : s - slopes[i - 1]);
  });
  return { W1: W2.map((_, k) => (k ? 1 : -1)), b1: W2.map((_, k) => (k ? -p[k - 1].x : p[0].x)), W2, b2: p[0].y };
}

export function evaluate({ W1, b1, W2, b2 }: Net, x: number): number {
  let y = b2;
  for (let k = 0; k < W1.length; k++) y += W2[k] * (W1[k] * x + b1[k]);
  return y;
}
