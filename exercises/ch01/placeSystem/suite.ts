import { type Draw, suite } from "@termwise/check";

type Layer = { kind: "linear" | "nonlinear"; trained: boolean };
interface System {
  task: string;
  learns: boolean;
  layers: Layer[];
}
const TASKS = ["chess", "spam", "digits", "translation", "Go", "prices", "route planning", "speech"];
const linear: Layer = { kind: "linear", trained: true };
const fixed: Layer = { kind: "linear", trained: false };
const relu: Layer = { kind: "nonlinear", trained: false };

/** By the definition: cut at the nonlinear layers, count the stretches with something trained. */
function place({ learns, layers }: System): string {
  if (!learns) return "artificial intelligence";
  const stretches: Layer[][] = [[]];
  for (const layer of layers) {
    if (layer.kind === "nonlinear") stretches.push([]);
    else stretches[stretches.length - 1].push(layer);
  }
  const depth = stretches.filter((s) => s.some((layer) => layer.trained)).length;
  return depth > 2 ? "deep learning" : "machine learning";
}
function system(draw: Draw): System {
  const learns = draw.chance(0.85);
  const layers = draw.list(draw.int(0, 9), (): Layer => {
    const kind = draw.chance(0.6) ? "linear" : "nonlinear";
    return { kind, trained: learns && draw.chance(kind === "linear" ? 0.75 : 0.2) };
  });
  return { task: draw.pick(TASKS), learns, layers };
}

export default suite<typeof import("./stub.ts")>("E01.1", ({ example, fact, property }) => {
  example("a chess program of rules, a spam filter, a network and a linear stack", async ({ call }) => {
    await call("placeSystem", { task: "chess", learns: false, layers: [] }).gives("artificial intelligence");
    await call("placeSystem", { task: "spam", learns: true, layers: [] }).gives("machine learning");
    const layers = [linear, relu, linear, relu, linear];
    await call("placeSystem", { task: "digits", learns: true, layers }).gives("deep learning");
    const stack = [linear, linear, linear];
    await call("placeSystem", { task: "digits", learns: true, layers: stack }).gives("machine learning");
  });

  fact("playing a game says nothing about learning", async ({ call }) => {
    for (const task of ["chess", "Go", "backgammon"]) {
      await call("placeSystem", { task, learns: false, layers: [] }).gives("artificial intelligence");
      await call("placeSystem", { task, learns: true, layers: [] }).gives("machine learning");
    }
  });

  fact("logistic regression, one linear layer and a sigmoid, is not deep", async ({ call }) => {
    await call("placeSystem", { task: "spam", learns: true, layers: [linear, relu] }).gives("machine learning");
  });

  fact("one hidden layer is not deep, two are", async ({ call }) => {
    const one = [linear, relu, linear, relu];
    await call("placeSystem", { task: "digits", learns: true, layers: one }).gives("machine learning");
    await call("placeSystem", { task: "digits", learns: true, layers: [...one, linear] }).gives("deep learning");
  });

  fact("a network whose weights were all set by hand has learned nothing", async ({ call }) => {
    const layers = [fixed, relu, fixed, relu, fixed];
    await call("placeSystem", { task: "logic", learns: false, layers }).gives("artificial intelligence");
  });

  fact("filters set by hand do not count, unless something beside them was trained", async ({ call }) => {
    const layers = [fixed, relu, fixed, relu, linear];
    await call("placeSystem", { task: "digits", learns: true, layers }).gives("machine learning");
    const mixed = [fixed, linear, relu, linear, fixed, relu, linear];
    await call("placeSystem", { task: "digits", learns: true, layers: mixed }).gives("deep learning");
  });

  fact("two nonlinear layers in a row cut once", async ({ call }) => {
    const layers = [relu, linear, relu, relu, linear, relu, relu];
    await call("placeSystem", { task: "speech", learns: true, layers }).gives("machine learning");
  });

  property("any system is placed by what was learned in it", { points: 5, runs: 80 }, async ({ call, draw }) => {
    const drawn = system(draw);
    await call("placeSystem", drawn).gives(place(drawn));
  });
});
