import { type Draw, suite } from "@termwise/check";

interface Point {
  x: number;
  y: number;
}
interface Net {
  W1: readonly number[];
  b1: readonly number[];
  W2: readonly number[];
  b2: number;
}
/** The output of a network, unit by unit. */
function output({ W1, b1, W2, b2 }: Net, x: number): number {
  let sum = b2;
  for (let k = 0; k < W1.length; k++) {
    const z = W1[k] * x + b1[k];
    if (z > 0) sum += W2[k] * z;
  }
  return sum;
}
/** The polygonal line itself: the piece that x lies on, or the nearest one. */
function line(points: readonly Point[], x: number): number {
  const sorted = [...points].sort((p, q) => p.x - q.x);
  let k = 0;
  while (k < sorted.length - 2 && x > sorted[k + 1].x) k++;
  const [p, q] = [sorted[k], sorted[k + 1]];
  return p.y + ((q.y - p.y) / (q.x - p.x)) * (x - p.x);
}
/** The weights of the contract: each bend is how much the line turns at a point. */
function weights(points: readonly Point[]): Net {
  const sorted = [...points].sort((p, q) => p.x - q.x);
  const slope = (k: number): number => (sorted[k + 1].y - sorted[k].y) / (sorted[k + 1].x - sorted[k].x);
  const n = sorted.length;
  return {
    W1: sorted.map((_, k) => (k === 0 ? -1 : 1)),
    b1: sorted.map((_, k) => (k === 0 ? sorted[0].x : -sorted[k - 1].x)),
    W2: Array.from({ length: n }, (_, k) => (k === 0 ? -slope(0) : slope(k - 1) - (k === 1 ? 0 : slope(k - 2)))),
    b2: sorted[0].y,
  };
}
function cloud(draw: Draw, count: number): Point[] {
  let x = draw.int(-12, 4);
  const points = draw.list(count, () => {
    x += draw.pick([0.5, 1, 2, 5]);
    return { x, y: draw.int(-8, 8) / 2 };
  });
  for (let k = count - 1; k > 0; k--) {
    const j = draw.int(0, k);
    [points[k], points[j]] = [points[j], points[k]];
  }
  return points;
}
const three: Point[] = [
  { x: 0, y: 1 },
  { x: 2, y: 5 },
  { x: 3, y: 2 },
];
const net: Net = { W1: [-1, 1, 1], b1: [0, 0, -2], W2: [-2, 2, -5], b2: 1 };

export default suite<typeof import("./stub.ts")>("E04.8", ({ example, fact, property }) => {
  example("three points give three units, and the line goes on at both ends", async ({ call }) => {
    await call("interpolateWithReLU", three).gives(net);
    await call("evaluate", net, 1).gives(3);
    await call("evaluate", net, -1).gives(-1);
    await call("evaluate", net, 4).gives(-1);
  });

  fact("two points give one straight line, a level one too", async ({ call }) => {
    await call("interpolateWithReLU", [
      { x: 2, y: 3 },
      { x: 6, y: 1 },
    ]).gives({ W1: [-1, 1], b1: [2, -2], W2: [0.5, -0.5], b2: 3 });
    await call("interpolateWithReLU", [
      { x: -1, y: 4 },
      { x: 5, y: 4 },
    ]).gives({ W1: [-1, 1], b1: [-1, 1], W2: [0, 0], b2: 4 });
  });

  fact("the order of the points does not matter, and numbers are not sorted as words", async ({ call }) => {
    await call("interpolateWithReLU", [three[2], three[0], three[1]]).gives(net);
    const far = [
      { x: 10, y: 1 },
      { x: 9, y: 0 },
      { x: -2, y: 5 },
      { x: -10, y: 0 },
    ];
    await call("interpolateWithReLU", far).gives(weights(far));
  });

  fact("one point, or two with the same x, are errors", async ({ call }) => {
    await call("interpolateWithReLU", [{ x: 1, y: 2 }]).throws(/two/);
    await call("interpolateWithReLU", []).throws(/two/);
    await call("interpolateWithReLU", [
      { x: 1, y: 2 },
      { x: 0, y: 0 },
      { x: 1, y: 3 },
    ]).throws(/same x/);
    await call("interpolateWithReLU", [
      { x: 4, y: 2 },
      { x: 4, y: 2 },
    ]).throws(/same x/);
  });

  property(
    "the network passes through its points, and is straight between and beyond them",
    { points: 5 },
    async ({ call, draw, holds }) => {
      const points = cloud(draw, draw.int(2, 6));
      const got = (await call("interpolateWithReLU", points)) as Net;
      const xs = points.map((p) => p.x);
      const [low, high] = [Math.min(...xs), Math.max(...xs)];
      const between = draw.list(3, () => draw.number(low, high));
      const places = [...xs, ...between, low - draw.number(1, 9), high + draw.number(1, 9)];
      holds(
        "hidden units",
        [got.W1.length, got.b1.length, got.W2.length],
        [points.length, points.length, points.length],
      );
      holds(
        "the network at the points, between and beyond",
        places.map((x) => output(got, x)),
        places.map((x) => line(points, x)),
        { tol: 1e-9 },
      );
    },
  );

  property("weights and biases are those of the contract", { points: 4 }, async ({ call, draw }) => {
    const points = cloud(draw, draw.int(2, 6));
    await call("interpolateWithReLU", points).gives(weights(points));
  });

  property("evaluate computes any 1-n-1 network", { points: 4 }, async ({ call, draw }) => {
    const n = draw.int(1, 5);
    const numbers = (): number[] => draw.list(n, () => draw.int(-8, 8) / 2);
    const any = { W1: numbers(), b1: numbers(), W2: numbers(), b2: draw.int(-6, 6) / 2 };
    const x = draw.int(-10, 10) / 2;
    await call("evaluate", any, x).gives(output(any, x));
  });
});
