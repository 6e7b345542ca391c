import { type Bench, type Draw, suite } from "@termwise/check";

type Module = typeof import("./stub.ts");
type Point = readonly number[];
interface Bowl {
  A: number[][];
  b: number[];
}

/** The gradient of ½ xᵀAx − bᵀx. */
const slope = ({ A, b }: Bowl, x: Point): number[] =>
  A.map((row, i) => row.reduce((sum, a, j) => sum + a * x[j], 0) - b[i]);
/** The way by the definition. */
function walk(bowl: Bowl, start: Point, lr: number, steps: number): number[][] {
  const way = [[...start]];
  for (let t = 0; t < steps; t++) {
    const x = way[t];
    const g = slope(bowl, x);
    way.push(x.map((v, k) => v - lr * g[k]));
  }
  return way;
}
async function follow(bench: Bench<Module>, bowl: Bowl, start: Point, { lr, steps }: { lr: number; steps: number }) {
  const { call, given, holds } = bench;
  const want = walk(bowl, start, lr, steps);
  const asked: number[][] = [];
  const gradient = (x: Point): number[] => {
    asked.push([...x]);
    return slope(bowl, x);
  };
  given("A and b of ½ xᵀAx − bᵀx", [bowl.A, bowl.b]);
  await call("gradientDescent", gradient, start, { lr, steps }).gives(want);
  holds("points at which the gradient was asked for", asked, want.slice(0, -1));
}
/** A symmetric bowl in one to three dimensions, turned and off the centre. */
function bowl(draw: Draw): Bowl {
  const n = draw.int(1, 3);
  const A = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? draw.int(4, 8) : 0)));
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) A[i][j] = A[j][i] = draw.pick([-1.5, -1, 0.5, 1, 2]);
  return { A, b: draw.list(n, () => draw.int(-3, 3)) };
}
function regimeOf(curvatures: Point, lr: number): string {
  const top = Math.max(...curvatures) * lr;
  return top >= 2 ? "diverges" : top > 1 ? "oscillates" : "smooth";
}

export default suite<Module>("E08.1", ({ example, fact, property }) => {
  const four: Bowl = { A: [[4]], b: [0] };
  example("from 8 in the bowl of curvature 4 with rate 1/8: half of the way each step", async (bench) => {
    await follow(bench, four, [8], { lr: 0.125, steps: 3 });
    await bench.call("criticalRate", [4]).gives(0.5);
    await bench.call("regime", [4, 1], 0.375).gives("oscillates");
  });

  fact("no steps leave the start alone, and all steps are made at the minimum too", async (bench) => {
    await follow(bench, four, [8], { lr: 0.125, steps: 0 });
    await follow(bench, four, [8], { lr: 0.25, steps: 4 });
    await follow(bench, { A: [[2]], b: [6] }, [3], { lr: 0.1, steps: 2 });
  });

  fact("all coordinates of a step use the gradient at the same point", async (bench) => {
    const valley: Bowl = {
      A: [
        [2, 1, 0],
        [1, 3, -1],
        [0, -1, 2],
      ],
      b: [1, 0, -2],
    };
    await follow(bench, valley, [3, -2, 1], { lr: 0.25, steps: 3 });
  });

  fact("on a saddle the walk leaves, unless it starts on the ridge", async (bench) => {
    const saddle: Bowl = {
      A: [
        [2, 0],
        [0, -2],
      ],
      b: [0, 0],
    };
    await follow(bench, saddle, [4, 0.25], { lr: 0.25, steps: 4 });
    await follow(bench, saddle, [4, 0], { lr: 0.25, steps: 2 });
  });

  fact("a rate that leads nowhere is refused and mentioned", async ({ call }) => {
    const gradient = (x: Point): number[] => [...x];
    await call("gradientDescent", gradient, [1], { lr: 0, steps: 2 }).throws(/\b0\b/);
    await call("gradientDescent", gradient, [1], { lr: -0.5, steps: 2 }).throws(/-0\.5/);
    await call("gradientDescent", gradient, [1], { lr: NaN, steps: 2 }).throws(/NaN/);
    await call("gradientDescent", gradient, [1], { lr: Infinity, steps: 0 }).throws(/Infinity/);
  });

  fact("at the limits: 1/λ is smooth, 2/λ is too much", async ({ call }) => {
    await call("regime", [4], 0.25).gives("smooth");
    await call("regime", [4, 0.5], 0.25).gives("smooth");
    await call("regime", [4], 0.5).gives("diverges");
    await call("regime", [0.5, 4], 0.5).gives("diverges");
    await call("regime", [4], 0.4375).gives("oscillates");
    await call("regime", [4], 0.5625).gives("diverges");
  });

  property("every point of the way is as defined", { points: 3, runs: 30 }, async (bench) => {
    const { draw } = bench;
    const where = bowl(draw);
    const start = where.b.map(() => draw.int(-9, 9) / 2);
    await follow(bench, where, start, { lr: draw.pick([0.03125, 0.0625, 0.125]), steps: draw.int(1, 6) });
  });

  property(
    "a little below the critical rate the walk shrinks, a little above it grows",
    { runs: 20 },
    async (bench) => {
      const { call, draw, holds } = bench;
      const curvatures = draw.list(draw.int(1, 4), () => draw.int(1, 40) / 4);
      const critical = await call("criticalRate", curvatures);
      holds("critical rate", critical, 2 / Math.max(...curvatures));
      const top = curvatures.indexOf(Math.max(...curvatures));
      const gradient = (x: Point): number[] => x.map((v, k) => v * curvatures[k]);
      const start = curvatures.map((_, k) => (k === top ? 1 : 0.5));
      const far: number[] = [];
      for (const factor of [0.75, 1.25]) {
        const way = await call("gradientDescent", gradient, start, { lr: (factor * 2) / curvatures[top], steps: 6 });
        far.push(way[6][top]);
      }
      holds("the steepest coordinate after 6 steps", far, [0.5 ** 6, 1.5 ** 6]);
    },
  );

  property("the largest curvature decides how the walk goes", { runs: 60 }, async ({ call, draw }) => {
    const curvatures = draw.list(draw.int(1, 4), () => draw.int(1, 64) / 8);
    const lr =
      draw.pick([0.1, 0.3, 0.7, 1.1, 1.6, 1.9, 2.2, 3]) / draw.pick([Math.max(...curvatures), curvatures[0], 4]);
    await call("regime", curvatures, lr).gives(regimeOf(curvatures, lr));
  });
});
