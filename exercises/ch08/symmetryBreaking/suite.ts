import { type Draw, differences, suite } from "@termwise/check";

interface Net {
  W: number[][];
  b: number[];
  v: number[];
  c: number;
}
interface Data {
  X: number[][];
  y: number[];
}
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** The loss by the definition, and a step by central differences of it. */
function loss({ W, b, v, c }: Net, { X, y }: Data): number {
  const f = (x: number[]): number =>
    c + sum(v.map((out, j) => out * Math.tanh(b[j] + sum(x.map((value, d) => value * W[d][j])))));
  return sum(X.map((x, n) => (f(x) - y[n]) ** 2)) / X.length;
}
const flat = ({ W, b, v, c }: Net): number[] => [...W.flat(), ...b, ...v, c];
function shaped(list: ArrayLike<number>, D: number, H: number): Net {
  const w = Array.from(list);
  const W = Array.from({ length: D }, (_, d) => w.slice(d * H, (d + 1) * H));
  return { W, b: w.slice(D * H, D * H + H), v: w.slice(D * H + H, D * H + 2 * H), c: w[w.length - 1] };
}
function stepped(net: Net, data: Data, lr: number): Net {
  const [D, H] = [net.W.length, net.v.length];
  const now = flat(net);
  const x = { shape: [now.length], data: Float64Array.from(now) };
  const slope = differences((x) => loss(shaped(x.data, D, H), data), x).data;
  return shaped(
    now.map((w, i) => w - lr * slope[i]),
    D,
    H,
  );
}
function rows(draw: Draw, N: number, D: number): Data {
  return { X: draw.list(N, () => draw.list(D, () => draw.normal())), y: draw.list(N, () => draw.normal()) };
}
function network(draw: Draw, D: number, H: number): Net {
  const list = (n: number): number[] => draw.list(n, () => draw.normal() * 0.7);
  return { W: draw.list(D, () => list(H)), b: list(H), v: list(H), c: draw.normal() };
}
/** A network in which unit j is a copy of unit `of[j]` of another one. */
const copied = (net: Net, of: readonly number[]): Net => ({
  W: net.W.map((row) => of.map((j) => row[j])),
  b: of.map((j) => net.b[j]),
  v: of.map((j) => net.v[j]),
  c: net.c,
});

export default suite<typeof import("./stub.ts")>("E08.5", ({ example, fact, property }) => {
  const twins: Net = { W: [[0, 0]], b: [0, 0], v: [1, 1], c: 0 };
  example("two units that start equal take the same step", async ({ call }) => {
    await call("trainStep", twins, [[1]], [2], 0.25).gives({ W: [[1, 1]], b: [1, 1], v: [1, 1], c: 1 });
    await call("distinctUnits", twins).gives(1);
    await call("startingWeights", 1, 2, [0.75, 0.25, 0.5, 0.5]).gives({ W: [[0.5, -0.5]], b: [0, 0], v: [0, 0], c: 0 });
  });

  fact("units that differ in one weight only are two units", async ({ call }) => {
    const base: Net = {
      W: [
        [1, 1],
        [2, 2],
      ],
      b: [3, 3],
      v: [4, 4],
      c: 0,
    };
    await call("distinctUnits", base).gives(1);
    await call("distinctUnits", {
      ...base,
      W: [
        [1, 1],
        [2, 2.5],
      ],
    }).gives(2);
    await call("distinctUnits", {
      ...base,
      W: [
        [1, -1],
        [2, 2],
      ],
    }).gives(2);
    await call("distinctUnits", { ...base, b: [3, 3.5] }).gives(2);
    await call("distinctUnits", { ...base, v: [4, -4] }).gives(2);
    await call("distinctUnits", {
      ...base,
      W: [
        [1, 2],
        [2, 4],
      ],
      b: [3, 6],
      v: [4, 8],
    }).gives(2);
  });

  fact("equal units need not be neighbours, and rounding errors make no new ones", async ({ call }) => {
    await call("distinctUnits", { W: [[1, 2, 1, 2, 3]], b: [0, 0, 0, 0, 0], v: [5, 5, 5, 5, 5], c: 1 }).gives(3);
    await call("distinctUnits", { W: [[0.3, 0.1 + 0.2]], b: [1, 1], v: [0, 0], c: 1 }).gives(1);
    await call("distinctUnits", { W: [[0.3, 0.3 + 1e-7]], b: [1, 1], v: [0, 0], c: 1 }).gives(2);
    await call("distinctUnits", { W: [[0.3, 0.3]], b: [1, 1 - 1e-7], v: [0, 0], c: 1 }).gives(2);
    await call("distinctUnits", { W: [[1], [2], [2]], b: [0], v: [0], c: 0 }).gives(1);
  });

  fact("with everything 0 only the output's bias learns", async ({ call }) => {
    const nothing: Net = { W: [[0, 0, 0]], b: [0, 0, 0], v: [0, 0, 0], c: 0 };
    await call("trainStep", nothing, [[1], [-2]], [1, 3], 0.5).gives({ ...nothing, c: 2 });
    await call("unitsOverTime", nothing, [[1], [-2]], [1, 3], { lr: 0.5, steps: 3 }).gives([1, 1, 1, 1]);
  });

  fact("different outgoing weights are enough to part units at the first step", async ({ call }) => {
    const net: Net = { W: [[0.5, 0.5, 0.5]], b: [0, 0, 0], v: [1, -1, 0.5], c: 0 };
    const after = stepped(net, { X: [[1], [2]], y: [1, -1] }, 0.1);
    await call("trainStep", net, [[1], [2]], [1, -1], 0.1).gives(after);
    await call("unitsOverTime", net, [[1], [2]], [1, -1], { lr: 0.1, steps: 2 }).gives([3, 3, 3]);
    const inputs = { ...net, v: [1, 1, 1], W: [[0.5, 0.25, 0.5]] };
    await call("unitsOverTime", inputs, [[1], [2]], [1, -1], { lr: 0.1, steps: 2 }).gives([2, 2, 2]);
  });

  fact("training makes a tiny difference larger", async ({ call }) => {
    const nearly: Net = { W: [[0, 0]], b: [0, 0], v: [1, 1 + 8.8e-10], c: 0 };
    await call("unitsOverTime", nearly, [[1]], [20], { lr: 0.02, steps: 3 }).gives([1, 1, 2, 2]);
    await call("unitsOverTime", nearly, [[1]], [-20], { lr: 0.02, steps: 2 }).gives([1, 1, 2]);
  });

  fact("without steps there is one count", async ({ call }) => {
    await call("unitsOverTime", twins, [[1]], [2], { lr: 1, steps: 0 }).gives([1]);
  });

  property(
    "one step is −lr times the gradient, everywhere at once",
    { points: 3, runs: 20 },
    async ({ call, draw }) => {
      const [D, H] = [draw.int(1, 3), draw.int(1, 4)];
      const data = rows(draw, draw.int(1, 4), D);
      const net = network(draw, D, H);
      const lr = draw.pick([0.05, 0.3, 1]);
      await call("trainStep", net, data.X, data.y, lr).gives(stepped(net, data, lr));
    },
  );

  property(
    "after ten steps there are as many units as at the start",
    { points: 2, runs: 10 },
    async ({ call, draw, given }) => {
      const [D, kinds] = [draw.int(1, 3), draw.int(1, 3)];
      const data = rows(draw, 4, D);
      const of = draw.list(5, (j) => (j < kinds ? j : draw.int(0, kinds - 1)));
      const net = copied(network(draw, D, kinds), of);
      given("kind of each unit", of);
      await call("unitsOverTime", net, data.X, data.y, { lr: 0.05, steps: 10 }).gives(
        Array.from({ length: 11 }, () => kinds),
      );
    },
  );

  property(
    "starting weights are centred, scaled and in the order of the numbers",
    { points: 2 },
    async ({ call, draw }) => {
      const [D, H] = [draw.int(1, 4), draw.int(1, 4)];
      const u = draw.list(D * H + H, () => draw.unit());
      const w = u.map((x, i) => (2 * x - 1) / Math.sqrt(i < D * H ? D : H));
      const zeros = draw.list(H, () => 0);
      const W = draw.list(D, (d) => w.slice(d * H, (d + 1) * H));
      await call("startingWeights", D, H, u).gives({ W, b: zeros, v: w.slice(D * H), c: 0 });
    },
  );

  property("started at random, no two units are the same", { points: 2, runs: 10 }, async ({ call, draw, holds }) => {
    const [D, H] = [draw.int(1, 3), draw.int(2, 5)];
    const data = rows(draw, 4, D);
    const u = draw.list(D * H + H, () => draw.unit());
    const net = (await call("startingWeights", D, H, u)) as Net;
    await call("distinctUnits", net).gives(H);
    const counts = await call("unitsOverTime", net, data.X, data.y, { lr: 0.05, steps: 5 });
    holds("units at the end", counts[5], H);
  });
});
