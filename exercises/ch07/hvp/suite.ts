import { type Draw, suite, type TensorValue, tensor } from "@termwise/check";

interface Waves {
  A: TensorValue;
  c: TensorValue;
}
const row = ({ A }: Waves, k: number): number[] => Array.from(A.data.slice(k * A.shape[1], (k + 1) * A.shape[1]));
const at = (waves: Waves, k: number, w: TensorValue): number =>
  row(waves, k).reduce((sum, a, i) => sum + a * w.data[i], 0);
const exact = (shape: number[], data: readonly number[]): TensorValue => ({ shape, data: Float64Array.from(data) });

/** H, written out: −Σ c_k sin(a_k · w) a_k a_kᵀ. */
function hessianOf(waves: Waves, w: TensorValue): number[][] {
  const n = w.data.length;
  const H = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  waves.c.data.forEach((c, k) => {
    const [a, factor] = [row(waves, k), -c * Math.sin(at(waves, k, w))];
    for (const [i, line] of H.entries()) for (const j of line.keys()) line[j] += factor * a[i] * a[j];
  });
  return H;
}
const timesVector = (M: readonly (readonly number[])[], d: TensorValue): number[] =>
  M.map((line) => line.reduce((sum, v, j) => sum + v * d.data[j], 0));
const jacobianOf = (waves: Waves, w: TensorValue): number[][] =>
  Array.from(waves.c.data, (c, k) => row(waves, k).map((a) => c * Math.cos(at(waves, k, w)) * a));
function curvatureOf(waves: Waves, w: TensorValue, d: TensorValue): number {
  const bend = timesVector(hessianOf(waves, w), d).reduce((sum, v, i) => sum + v * d.data[i], 0);
  return bend / [...d.data].reduce((sum, v) => sum + v * v, 0);
}

function drawn(draw: Draw, m = draw.int(1, 4), n = draw.int(1, 4)): { waves: Waves; w: TensorValue; d: TensorValue } {
  const waves = { A: draw.tensor([m, n], { scale: 1.2 }), c: draw.tensor([m]) };
  return { waves, w: draw.tensor([n]), d: draw.tensor([n], { scale: draw.pick([0.5, 1, 2]) }) };
}

const two: Waves = {
  A: tensor([
    [1, 0],
    [1, 1],
  ]),
  c: tensor([1, 2]),
};
const quarter = tensor([Math.PI / 2, 0]);
const origin = tensor([0, 0]);

export default suite<typeof import("./stub.ts")>(
  "E07.6",
  ({ example, fact, property }) => {
    example("sin x + 2 sin(x + y): the numbers of the statement", async ({ call }) => {
      await call("ask", "hvp", two, quarter, tensor([1, 0])).gives(tensor([-3, -2]));
      await call("ask", "jvp", two, origin, tensor([0, 1])).gives(tensor([0, 2]));
    });

    fact("H d grows with d; it is 0 for d = 0, and where f does not bend", async ({ call }) => {
      await call("ask", "hvp", two, quarter, tensor([20, 10])).gives(tensor([-80, -60]));
      await call("ask", "hvp", two, quarter, origin).gives(origin);
      await call("ask", "hvp", two, origin, tensor([3, -1])).gives(origin);
    });

    property("H d is that of the written-out table, along any d", { points: 3, runs: 20 }, async ({ call, draw }) => {
      const { waves, w, d } = drawn(draw);
      await call("ask", "hvp", waves, w, d).gives(exact([w.data.length], timesVector(hessianOf(waves, w), d)));
    });

    fact("forty variables, forty results: no table is made to multiply with it", async ({ call, draw }) => {
      const { waves, w, d } = drawn(draw, 3, 40);
      await call("ask", "hvp", waves, w, d).gives(exact([40], timesVector(hessianOf(waves, w), d)));
      await call("ask", "curvature", waves, w, d).gives(exact([], [curvatureOf(waves, w, d)]));
      const large = drawn(draw, 40, 40);
      const Jd = timesVector(jacobianOf(large.waves, large.w), large.d);
      await call("ask", "jvp", large.waves, large.w, large.d).gives(exact([40], Jd));
    });

    property(
      "the Hessian is the table of second slopes, of twenty variables too",
      { points: 2, runs: 12 },
      async ({ call, draw }) => {
        const n = draw.pick([1, 2, 3, 4, 20]);
        const { waves, w, d } = drawn(draw, draw.int(1, 4), n);
        await call("ask", "hessian", waves, w, d).gives(exact([n, n], hessianOf(waves, w).flat()));
      },
    );

    fact("curvature does not depend on the length of the direction", async ({ call }) => {
      await call("ask", "curvature", two, quarter, tensor([1, 0])).gives(tensor(-3));
      await call("ask", "curvature", two, quarter, tensor([2, 0])).gives(tensor(-3));
      await call("ask", "curvature", two, quarter, tensor([-0.5, 0])).gives(tensor(-3));
      await call("ask", "curvature", two, quarter, tensor([1, -1])).gives(tensor(-0.5));
    });

    property("curvature is dᵀH d / dᵀd", { points: 2, runs: 12 }, async ({ call, draw }) => {
      const { waves, w, d } = drawn(draw);
      await call("ask", "curvature", waves, w, d).gives(exact([], [curvatureOf(waves, w, d)]));
    });

    fact("two results of three variables: J d has shape [2]; five of one: [5]", async ({ call, draw }) => {
      for (const [m, n] of [
        [2, 3],
        [5, 1],
      ]) {
        const { waves, w, d } = drawn(draw, m, n);
        await call("ask", "jvp", waves, w, d).gives(exact([m], timesVector(jacobianOf(waves, w), d)));
      }
    });

    fact("a square J is not turned", async ({ call, draw }) => {
      const { waves, w, d } = drawn(draw, 3, 3);
      await call("ask", "jvp", waves, w, d).gives(exact([3], timesVector(jacobianOf(waves, w), d)));
      await call("ask", "jvp", two, origin, tensor([1, 0])).gives(tensor([1, 2]));
    });

    fact("along the crest of a wave nothing changes, however high it is", async ({ call }) => {
      const A = tensor([
        [3, 2],
        [6, 4],
        [1.5, 1],
        [4.5, 3],
        [9, 6],
      ]);
      const high: Waves = { A, c: tensor([30, -40, 50, 20, -60]) };
      const [w, d] = [tensor([0.7, -0.4]), tensor([2, -3])];
      await call("ask", "jvp", high, w, d).gives(tensor([0, 0, 0, 0, 0]));
    });

    property("J d is that of the written-out table", { points: 3, runs: 16 }, async ({ call, draw }) => {
      const { waves, w, d } = drawn(draw);
      await call("ask", "jvp", waves, w, d).gives(exact([waves.c.data.length], timesVector(jacobianOf(waves, w), d)));
    });
  },
  { tol: 1e-4 },
);
