import { type Bench, type Draw, suite } from "@termwise/check";

type Module = typeof import("./stub.ts");
interface Data {
  x: number[][];
  y: number[];
  size: number;
}

const rowsOf = (n: number): Data => ({
  x: Array.from({ length: n }, (_, k) => [k + 1, -k]),
  y: Array.from({ length: n }, (_, k) => 10 * (k + 1)),
  size: 2,
});
/** Orders to be given out one after the other, and how often they were asked for. */
function dealer(orders: readonly number[][]) {
  const asked: number[] = [];
  const shuffle = (n: number): number[] => {
    asked.push(n);
    const order = orders[asked.length - 1] ?? orders[0] ?? [];
    return order.filter((k) => k < n);
  };
  return { asked, shuffle };
}
function shuffled(draw: Draw, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = draw.int(0, i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
/** The batches by definition. */
function dealt({ x, y, size }: Data, order: readonly number[]): { x: number[][]; y: number[] }[] {
  const found = [];
  for (let at = 0; at < order.length; at += size) {
    const rows = order.filter((_, k) => k >= at && k < at + size);
    found.push({ x: rows.map((r) => x[r]), y: rows.map((r) => y[r]) });
  }
  return found;
}
async function epochs({ create, given, holds }: Bench<Module>, data: Data, orders: readonly number[][]): Promise<void> {
  const { asked, shuffle } = dealer(orders);
  given("orders", orders);
  const loader = await create("DataLoader", data.x, data.y, { size: data.size, shuffle });
  for (const order of orders) await loader.call("epoch").gives(dealt(data, order));
  await loader.get("length").gives(Math.ceil(data.x.length / data.size));
  holds(
    "shuffle was asked for",
    asked,
    orders.map(() => data.x.length),
  );
}

export default suite<Module>("E03.2", ({ example, fact, property }) => {
  example("five rows, two at a time, in the order 4, 0, 2, 1, 3", async ({ create }) => {
    const { shuffle } = dealer([[4, 0, 2, 1, 3]]);
    const x = [[1], [2], [3], [4], [5]];
    const loader = await create("DataLoader", x, [10, 20, 30, 40, 50], { size: 2, shuffle });
    await loader.call("epoch").gives([
      { x: [[5], [1]], y: [50, 10] },
      { x: [[3], [2]], y: [30, 20] },
      { x: [[4]], y: [40] },
    ]);
    await loader.get("length").gives(3);
  });

  fact("a size as large as the rows, or larger, gives one batch", async (bench) => {
    await epochs(bench, { ...rowsOf(3), size: 3 }, [[2, 0, 1]]);
    await epochs(bench, { ...rowsOf(3), size: 9 }, [[1, 2, 0]]);
  });

  fact("no rows make no batches", async (bench) => {
    await epochs(bench, { x: [], y: [], size: 4 }, [[]]);
  });

  fact("nothing is shuffled before an epoch is asked for", async ({ create, holds }) => {
    const { asked, shuffle } = dealer([[0, 1, 2]]);
    const { x, y } = rowsOf(3);
    const loader = await create("DataLoader", x, y, { size: 1, shuffle });
    await loader.get("length").gives(3);
    holds("shuffle was asked for", asked, []);
  });

  fact("rows and labels of different number are an error that mentions both", async ({ create }) => {
    const { shuffle } = dealer([[0, 1]]);
    await create("DataLoader", [[1], [2], [3]], [1, 2], { size: 1, shuffle }).throws(/3.*2|2.*3/);
    await create("DataLoader", [], [7], { size: 1, shuffle }).throws(/0.*1|1.*0/);
  });

  fact("a size that is no whole number from 1 is an error that mentions it", async ({ create }) => {
    const { shuffle } = dealer([[0]]);
    await create("DataLoader", [[1]], [1], { size: 0, shuffle }).throws(/\b0\b/);
    await create("DataLoader", [[1]], [1], { size: 2.5, shuffle }).throws(/2\.5/);
  });

  property("every epoch deals the rows in the order that was given for it", { points: 3 }, async (bench) => {
    const { draw } = bench;
    const n = draw.int(1, 9);
    const data = { ...rowsOf(n), size: draw.int(1, 4) };
    await epochs(
      bench,
      data,
      draw.list(draw.int(1, 3), () => shuffled(draw, n)),
    );
  });

  property(
    "each row comes once an epoch, beside its own label",
    { points: 3, runs: 20 },
    async ({ create, draw, holds }) => {
      const n = draw.int(2, 10);
      const { x, y } = rowsOf(n);
      const { shuffle } = dealer([shuffled(draw, n)]);
      const loader = await create("DataLoader", x, y, { size: draw.int(1, 4), shuffle });
      const batches: { x: number[][]; y: number[] }[] = await loader.call("epoch");
      const pairs = batches.flatMap((b) => b.x.map((row, i) => [row[0], b.y[i]]));
      holds(
        "pairs, sorted",
        pairs.sort((a, b) => a[0] - b[0]),
        x.map((row, i) => [row[0], y[i]]),
      );
    },
  );
});
