import { type Bench, type Draw, suite } from "@termwise/check";

type Mode = "train" | "evaluate";
type Rows = readonly (readonly number[])[];
interface Layer {
  name: string;
  W: number[][];
  b: number[];
  relu: boolean;
}
const sums = (x: Rows, { W, b }: Layer): number[][] =>
  x.map((row) => b.map((start, j) => row.reduce((sum, v, i) => sum + v * W[i][j], start)));
const activated = (z: number[][], { relu }: Layer): number[][] =>
  z.map((row) => row.map((v) => (relu && v < 0 ? 0 : v)));

/** A model whose train mode adds the mean of its batch to every sum, and counts its passes as statistics. */
function scripted(layers: readonly Layer[], { mode, recorded }: { mode: Mode; recorded: string[] }) {
  const state = { mode, recorded: [...recorded], statistics: 0, passes: 0, touched: 0 };
  let kept = new Map<string, { pre: number[][]; post: number[][] }>();
  const model = {
    names: layers.map((layer) => layer.name),
    mode: (): Mode => state.mode,
    setMode: (next: Mode): void => {
      if (next !== "train" && next !== "evaluate") throw new Error("setMode: a mode is train or evaluate");
      state.touched++;
      state.mode = next;
    },
    record: (names: readonly string[]): void => {
      state.touched++;
      state.recorded = [...names];
    },
    recorded: (): string[] => [...state.recorded],
    forward: (x: Rows): number[][] => {
      state.passes++;
      state.touched++;
      kept = new Map();
      if (x.some((row) => row.length !== layers[0].W.length))
        throw new Error("forward: a row does not fit the first layer");
      if (state.mode === "train") state.statistics++;
      let h = x.map((row) => [...row]);
      for (const layer of layers) {
        let pre = sums(h, layer);
        if (state.mode === "train") pre = pre.map((row) => row.map((v, j) => v + mean(pre, j) + 1));
        h = activated(pre, layer);
        if (state.recorded.includes(layer.name)) kept.set(layer.name, { pre, post: h });
      }
      return h;
    },
    kept: (name: string) => {
      const found = kept.get(name);
      if (!found) throw new Error(`kept: ${name} was not recorded in the last forward pass`);
      return found;
    },
  };
  return { model, state };
}
const mean = (z: number[][], j: number): number => z.reduce((sum, row) => sum + row[j], 0) / z.length;

/** The features by definition: the sums of the layer, from the rows themselves. */
function features(layers: readonly Layer[], x: Rows, name: string, stage: "pre" | "post"): number[][] {
  let h = x.map((row) => [...row]);
  for (const layer of layers) {
    const pre = sums(h, layer);
    h = activated(pre, layer);
    if (layer.name === name) return stage === "pre" ? pre : h;
  }
  return [];
}

const NAMES = ["first", "second", "third", "last"];
function network(draw: Draw): Layer[] {
  const sizes = draw.list(draw.int(2, 4) + 1, () => draw.int(1, 3));
  const number = (): number => draw.int(-6, 6) / 2;
  return sizes.slice(1).map((n, k) => ({
    name: NAMES[k],
    W: draw.list(sizes[k], () => draw.list(n, number)),
    b: draw.list(n, number),
    relu: k < sizes.length - 2 || draw.chance(0.3),
  }));
}
const NET: Layer[] = [
  { name: "first", W: [[2]], b: [-3], relu: true },
  { name: "last", W: [[1]], b: [1], relu: false },
];

type B = Bench<typeof import("./stub.ts")>;
interface Ask {
  layers: readonly Layer[];
  x: Rows;
  names: string[];
  stage?: "pre" | "post";
  before: { mode: Mode; recorded: string[] };
}
async function ask(bench: B, { layers, x, names, stage, before }: Ask): Promise<void> {
  const { model, state } = scripted(layers, before);
  bench.given("mode and recorded names before", before);
  const want = names.map((name) => features(layers, x, name, stage ?? "post"));
  if (stage) await bench.call("extractFeatures", model, x, names, { stage }).gives(want);
  else await bench.call("extractFeatures", model, x, names).gives(want);
  asBefore(bench, state, before);
  bench.holds("forward passes", state.passes, 1);
}
function asBefore(
  { holds }: B,
  state: { mode: Mode; recorded: string[]; statistics: number },
  before: Ask["before"],
): void {
  holds("mode afterwards", state.mode, before.mode);
  holds("recorded names afterwards", state.recorded, before.recorded);
  holds("passes that changed running statistics", state.statistics, 0);
}

export default suite<typeof import("./stub.ts")>("E04.7", ({ example, fact, property }) => {
  example("two layers of two rows, after and before the activation", async (bench) => {
    const before = { mode: "train" as const, recorded: ["last"] };
    await ask(bench, { layers: NET, x: [[1], [4]], names: ["last", "first"], before });
    await ask(bench, { layers: NET, x: [[1], [4]], names: ["first"], stage: "pre", before });
  });

  fact("a model that was evaluating goes on evaluating", async (bench) => {
    const before = { mode: "evaluate" as const, recorded: [] };
    await ask(bench, { layers: NET, x: [[1], [0]], names: ["first"], before });
  });

  fact("what others record is still recorded, and nothing else", async (bench) => {
    for (const recorded of [["first"], ["last", "first"], []]) {
      const before = { mode: "train" as const, recorded };
      await ask(bench, { layers: NET, x: [[2]], names: ["first"], stage: "pre", before });
    }
  });

  fact("the features of a row do not depend on the rows beside it", async (bench) => {
    const before = { mode: "train" as const, recorded: [] };
    for (const x of [[[5]], [[5], [-90]], [[1], [5], [1000]]])
      await ask(bench, { layers: NET, x, names: ["last"], before });
  });

  fact("if the forward pass throws, its error goes on and the model is as before", { points: 2 }, async (bench) => {
    for (const mode of ["train", "evaluate"] as const) {
      const before = { mode, recorded: ["last"] };
      const { model, state } = scripted(NET, before);
      await bench.call("extractFeatures", model, [[1, 2]], ["first"]).throws(/does not fit/);
      asBefore(bench, state, before);
    }
  });

  fact("an unknown layer is an error with its name, and the model is not touched", async (bench) => {
    const before = { mode: "train" as const, recorded: ["first"] };
    const { model, state } = scripted(NET, before);
    await bench.call("extractFeatures", model, [[1]], ["first", "middle"]).throws(/middle/);
    asBefore(bench, state, before);
    bench.holds("whether the model was changed or used", state.touched > 0, false);
  });

  fact("an unknown stage is an error that says so, and the model is not touched", async (bench) => {
    const { model, state } = scripted(NET, { mode: "train", recorded: [] });
    await bench.call("extractFeatures", model, [[1]], ["first"], { stage: "both" as "pre" }).throws(/stage/);
    bench.holds("whether the model was changed or used", state.touched > 0, false);
  });

  property("any layers of any network, in the order asked", { points: 7 }, async (bench) => {
    const { draw } = bench;
    const layers = network(draw);
    const x = draw.list(draw.int(1, 4), () => draw.list(layers[0].W.length, () => draw.int(-4, 4) / 2));
    const all = layers.map((layer) => layer.name);
    const names = draw.list(draw.int(1, 3), () => draw.pick(all));
    const recorded = all.filter(() => draw.chance(0.4));
    const stage = draw.pick(["pre", "post", undefined] as const);
    await ask(bench, {
      layers,
      x,
      names,
      stage,
      before: { mode: draw.pick(["train", "train", "evaluate"]), recorded },
    });
  });
});
