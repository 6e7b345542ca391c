import { type Bench, type Draw, suite } from "@termwise/check";

type Mode = "train" | "evaluate";
interface Part {
  weights?: number;
  parts?: Record<string, Part>;
}
type Step = ["setMode", Mode, string] | ["freeze" | "unfreeze", string];
type State = { path: string[]; weights: number; mode: Mode; frozen: boolean };

/** All parts with their paths as lists of names. */
const listed = (part: Part, path: string[] = []): State[] => [
  { path, weights: part.weights ?? 0, mode: "train", frozen: false },
  ...Object.entries(part.parts ?? {}).flatMap(([name, inner]) => listed(inner, [...path, name])),
];
const names = (path: string): string[] => (path === "" ? [] : path.split("."));
/** By definition: inside are the parts whose path begins with all names of the other. */
function play(states: State[], step: Step): void {
  const at = names(step[step.length - 1]);
  for (const state of states.filter((s) => at.every((name, k) => s.path[k] === name))) {
    if (step[0] === "setMode") state.mode = step[1];
    else state.frozen = step[0] === "freeze";
  }
}
const modes = (states: State[]): Record<string, Mode> =>
  Object.fromEntries(states.map((s) => [s.path.join("."), s.mode]));
const trainable = (states: State[]): string[] =>
  states.filter((s) => s.weights > 0 && !s.frozen).map((s) => s.path.join("."));

/** Names that begin with each other, on purpose. */
const NAMES = ["drop", "dropout", "body", "head", "b", "bodywork"];
function tree(draw: Draw, depth: number): Part {
  const part: Part = {};
  if (draw.chance(0.6)) part.weights = draw.int(0, 4);
  if (depth > 0 && draw.chance(0.85)) {
    part.parts = {};
    for (let n = draw.int(1, 3); n > 0; n--) part.parts[draw.pick(NAMES)] = tree(draw, depth - 1);
  }
  return part;
}
const root = (draw: Draw): Part => ({
  parts: { body: tree(draw, 3), bodywork: tree(draw, 1), [draw.pick(NAMES)]: tree(draw, 2) },
});

const MODEL: Part = {
  parts: { body: { parts: { linear: { weights: 6 }, drop: {} } }, head: { weights: 3 } },
};
type B = Bench<typeof import("./stub.ts")>;
async function made({ create }: B, part: Part) {
  return { model: await create("Model", part), states: listed(part) };
}
async function same({ model, states }: Awaited<ReturnType<typeof made>>): Promise<void> {
  await model.call("modes").gives(modes(states));
  await model.call("trainable").gives(trainable(states));
}
async function step({ model, states }: Awaited<ReturnType<typeof made>>, what: Step): Promise<void> {
  play(states, what);
  if (what[0] === "setMode") await model.call("setMode", what[1], what[2]).gives("this");
  else await model.call(what[0], what[1]).gives("this");
}

export default suite<typeof import("./stub.ts")>("E04.6", ({ example, fact, property }) => {
  example("evaluating the body of a model leaves its head and what is trainable alone", async (bench) => {
    const it = await made(bench, MODEL);
    await step(it, ["setMode", "evaluate", "body"]);
    await same(it);
    await step(it, ["freeze", "body"]);
    await same(it);
  });

  fact("a new model is in mode train in all its parts, and nothing is frozen", async (bench) => {
    await same(await made(bench, MODEL));
    await same(await made(bench, { weights: 2 }));
  });

  fact("without a path every part hears it, at any depth", async (bench) => {
    const deep: Part = {
      weights: 1,
      parts: { a: { parts: { b: { weights: 2, parts: { c: { parts: { d: { weights: 1 } } } } } } } },
    };
    const it = await made(bench, deep);
    await it.model.call("setMode", "evaluate").gives("this");
    play(it.states, ["setMode", "evaluate", ""]);
    await same(it);
    await it.model.call("freeze").gives("this");
    play(it.states, ["freeze", ""]);
    await same(it);
    await it.model.call("unfreeze").gives("this");
    play(it.states, ["unfreeze", ""]);
    await same(it);
  });

  fact("twice is the same as once, and back is back", async (bench) => {
    const it = await made(bench, MODEL);
    for (const mode of ["evaluate", "evaluate", "train", "train", "evaluate"] as const) {
      await step(it, ["setMode", mode, ""]);
      await same(it);
    }
    for (const what of ["freeze", "freeze", "unfreeze", "unfreeze"] as const) {
      await step(it, [what, "head"]);
      await same(it);
    }
  });

  fact("frozen weights stay frozen when the mode goes back to train", async (bench) => {
    const it = await made(bench, MODEL);
    const steps: Step[] = [
      ["freeze", "body"],
      ["setMode", "evaluate", ""],
      ["setMode", "train", ""],
      ["setMode", "train", "body.linear"],
    ];
    for (const what of steps) {
      await step(it, what);
      await same(it);
    }
  });

  fact("two models share nothing", async (bench) => {
    const [one, two] = [await made(bench, MODEL), await made(bench, MODEL)];
    await step(one, ["setMode", "evaluate", ""]);
    await step(one, ["freeze", ""]);
    await same(two);
    await same(one);
  });

  fact("a part whose name begins like another's is not inside it", async (bench) => {
    const it = await made(bench, {
      parts: { drop: { weights: 1 }, dropout: { weights: 2 }, a: { parts: { drop: { weights: 3 } } } },
    });
    await step(it, ["setMode", "evaluate", "drop"]);
    await step(it, ["freeze", "drop"]);
    await same(it);
  });

  fact("an unknown path or mode is an error that mentions it, and changes nothing", async (bench) => {
    const it = await made(bench, MODEL);
    await it.model.call("setMode", "evaluate", "tail").throws(/tail/);
    await it.model.call("freeze", "body.tail").throws(/body\.tail/);
    await it.model.call("unfreeze", "linear").throws(/linear/);
    await it.model.call("setMode", "eval" as never).throws(/mode/);
    await same(it);
  });

  property("any sequence of switches, on any tree", { points: 8, runs: 40 }, async (bench) => {
    const { draw } = bench;
    const it = await made(bench, root(draw));
    const paths = it.states.map((s) => s.path.join("."));
    for (let n = draw.int(2, 5); n > 0; n--) {
      const path = draw.pick(paths);
      const what = draw.pick(["setMode", "setMode", "freeze", "unfreeze"] as const);
      await step(it, what === "setMode" ? [what, draw.pick(["evaluate", "evaluate", "train"]), path] : [what, path]);
    }
    await same(it);
  });
});
