import { type Bench, type Draw, suite } from "@termwise/check";

type Module = typeof import("./stub.ts");
type Kind = "square" | "absolute" | "pinball" | "log";
type Data = readonly number[];

/** By the definitions, and a plain search by thirds on the trusted side. */
function loss(kind: Kind, data: Data, c: number, tau: number): number {
  const one = (x: number): number => {
    if (kind === "square") return (x - c) * (x - c);
    if (kind === "absolute") return x > c ? x - c : c - x;
    if (kind === "log") return x === 1 ? -Math.log(c) : -Math.log(1 - c);
    return x >= c ? tau * (x - c) : (1 - tau) * (c - x);
  };
  return data.reduce((sum, x) => sum + one(x), 0) / data.length;
}
function best(kind: Kind, data: Data, tau: number, penalty: number): number {
  let [a, b] = kind === "log" ? [1e-6, 1 - 1e-6] : [Math.min(0, ...data), Math.max(0, ...data)];
  const f = (c: number): number => loss(kind, data, c, tau) + penalty * c * c;
  for (let k = 0; k < 110; k++) {
    const [l, r] = [a + (b - a) / 3, b - (b - a) / 3];
    if (f(l) <= f(r)) b = r;
    else a = l;
  }
  return (a + b) / 2;
}

/** Searches a function whose minimiser is known; the calls are counted. */
async function search(
  { call, given, holds }: Bench<Module>,
  about: string,
  f: (c: number) => number,
  [low, high, at]: [number, number, number],
): Promise<void> {
  let calls = 0;
  given("f(c)", about);
  const found = await call(
    "minimise",
    (c: number) => {
      calls++;
      return f(c);
    },
    low,
    high,
  );
  holds("distance to the minimiser", found - at, 0, { tol: 1.01e-6 });
  holds("at most 60 calls", calls <= 60, true);
}
/** An odd number of data, all different, so that no loss below is constant around its minimum. */
function numbers(draw: Draw): number[] {
  const n = draw.pick([1, 3, 5, 7]);
  const place = draw.pick([0, 0, 12, -30]);
  const order = draw.list(n, (k) => place + 2 * k + draw.number(0, 1.5));
  order.push(order.pop()! + draw.pick([0, 9])); // sometimes one far away
  for (let i = n - 1; i > 0; i--) {
    const j = draw.int(0, i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
const TAUS = [0.123, 0.371, 0.777, 0.913];

export default suite<Module>(
  "E06.7",
  ({ example, fact, property }) => {
    const three = [1, 2, 6];
    example("1, 2 and 6: the square wants 3, the absolute value 2", async ({ call }) => {
      await call("lossOf", "pinball", three, 2, 0.75).gives(3.25 / 3);
      await call("bestConstant", "square", three, { tau: 0.5, penalty: 0 }).gives(3, { tol: 1e-4 });
      await call("bestConstant", "absolute", three, { tau: 0.5, penalty: 0 }).gives(2, { tol: 1e-4 });
      await call("bestConstant", "square", three, { tau: 0.5, penalty: 0.5 }).gives(2, { tol: 1e-4 });
    });

    fact("the losses of one constant, by hand", async ({ call }) => {
      await call("lossOf", "square", [1, 2, 6], 2, 0.5).gives(17 / 3);
      await call("lossOf", "absolute", [1, 2, 6], 2, 0.9).gives(5 / 3);
      await call("lossOf", "pinball", [1, 2, 6], 7, 0.75).gives((0.25 * 12) / 3);
      await call("lossOf", "pinball", [4], 1, 0.1).gives(0.3);
      await call("lossOf", "log", [1, 0, 0, 1], 0.25, 0.5).gives((2 * Math.log(4) + 2 * Math.log(4 / 3)) / 4);
      await call("lossOf", "log", [0], 0.25, 0.5).gives(Math.log(4 / 3));
    });

    fact("the search finds the bottom, also at an end, within 60 calls", async (bench) => {
      await search(bench, "(c − 2)²", (c) => (c - 2) ** 2, [-3, 10, 2]);
      await search(bench, "|c + 1|", (c) => Math.abs(c + 1), [-3, 10, -1]);
      await search(bench, "c, on [4, 9]", (c) => c, [4, 9, 4]);
      await search(bench, "−c, on [4, 9]", (c) => -c, [4, 9, 9]);
      await search(bench, "|c − 3|, on [3, 3]", (c) => Math.abs(c - 3), [3, 3, 3]);
    });

    fact("a million is searched to 10⁻⁶", async (bench) => {
      await search(bench, "|c − 123456.789|", (c) => Math.abs(c - 123456.789), [0, 1e6, 123456.789]);
      await search(bench, "|c + 999999|", (c) => Math.abs(c + 999999), [-1e6, 0, -999999]);
    });

    fact("no interval is an error that mentions both ends", async ({ call }) => {
      const f = (c: number): number => c * c;
      await call("minimise", f, 5, 2).throws(/5.*2|2.*5/);
      await call("minimise", f, 0.5, -1).throws(/0\.5.*-1|-1.*0\.5/);
    });

    fact("a penalty pulls towards 0, also beyond the smallest datum", async ({ call }) => {
      await call("bestConstant", "square", [10, 12, 14], { tau: 0.5, penalty: 1 }).gives(6, { tol: 1e-4 });
      await call("bestConstant", "square", [-10, -12, -14], { tau: 0.5, penalty: 3 }).gives(-3, { tol: 1e-4 });
      await call("bestConstant", "absolute", [10, 12, 14], { tau: 0.5, penalty: 0.25 }).gives(2, { tol: 1e-4 });
    });

    fact("the logarithm wants the share of ones, a coin that always falls the same a certainty", async ({ call }) => {
      await call("bestConstant", "log", [1, 0, 0, 0], { tau: 0.5, penalty: 0 }).gives(0.25, { tol: 1e-4 });
      await call("bestConstant", "log", [1, 1, 1, 0, 1], { tau: 0.5, penalty: 0 }).gives(0.8, { tol: 1e-4 });
      await call("bestConstant", "log", [0, 0], { tau: 0.5, penalty: 0 }).gives(0, { tol: 1e-4 });
      await call("bestConstant", "log", [1], { tau: 0.5, penalty: 0 }).gives(1, { tol: 1e-4 });
    });

    property("every loss is as defined", { runs: 30 }, async ({ call, draw }) => {
      const data = numbers(draw);
      const c = draw.number(-4, 14);
      const tau = draw.pick(TAUS);
      for (const kind of ["square", "absolute", "pinball"] as const)
        await call("lossOf", kind, data, c, tau).gives(loss(kind, data, c, tau));
      const coins = data.map(() => draw.int(0, 1));
      const p = draw.number(0.05, 0.95);
      await call("lossOf", "log", coins, p, tau).gives(loss("log", coins, p, tau));
    });

    property("mean, median, quantile and frequency come out", { points: 3, runs: 20 }, async ({ call, draw }) => {
      const data = numbers(draw);
      const tau = draw.pick(TAUS);
      const sorted = [...data].sort((a, b) => a - b);
      const n = data.length;
      const options = { tau, penalty: 0 };
      const mean = data.reduce((a, b) => a + b, 0) / n;
      await call("bestConstant", "square", data, options).gives(mean, { tol: 1e-4 });
      await call("bestConstant", "absolute", data, options).gives(sorted[(n - 1) / 2], { tol: 1e-4 });
      await call("bestConstant", "pinball", data, options).gives(sorted[Math.floor(tau * n)], { tol: 1e-4 });
      const coins = data.map(() => draw.int(0, 1));
      const ones = coins.filter((x) => x === 1).length / n;
      await call("bestConstant", "log", coins, options).gives(ones, { tol: 1e-4 });
    });

    property("with a penalty the objective is smallest", { points: 3, runs: 20 }, async ({ call, draw }) => {
      const data = numbers(draw);
      const [tau, penalty] = [draw.pick(TAUS), draw.pick([0.02, 0.1, 0.5, 2])];
      const kind = draw.pick(["square", "absolute", "pinball"] as const);
      await call("bestConstant", kind, data, { tau, penalty }).gives(best(kind, data, tau, penalty), { tol: 1e-4 });
      const coins = data.map(() => draw.int(0, 1));
      await call("bestConstant", "log", coins, { tau, penalty }).gives(best("log", coins, tau, penalty), { tol: 1e-4 });
    });
  },
  { tol: 1e-6 },
);
