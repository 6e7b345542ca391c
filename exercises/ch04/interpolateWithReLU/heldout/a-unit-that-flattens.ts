// misconception: level-on-the-right
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
  if (points.length < 2) throw new Error("at least two points");
  const s = points.slice().sort((p, q) => p.x - q.x);
  const n = s.length;
  const slope = (k: number): number => (s[k + 1].y - s[k].y) / (s[k + 1].x - s[k].x);
  if (s.some((p, i) => i > 0 && p.x === s[i - 1].x)) throw new Error("points with the same x");
  const W1 = [-1, ...s.map(() => 1)];
  const b1 = [s[0].x, ...s.map((p) => -p.x)];
  const W2 = [-slope(0), slope(0)];
  for (let k = 1; k < n - 1; k++) W2.push(slope(k) - slope(k - 1));
  W2.push(-slope(n - 2));
  return { W1, b1, W2, b2: s[0].y };
}

export function evaluate(net: Net, x: number): number {
  const hidden = net.W1.map((w, k) => Math.max(0, w * x + net.b1[k]));
  return hidden.map((h, k) => h * net.W2[k]).reduce((a, b) => a + b, net.b2);
}
