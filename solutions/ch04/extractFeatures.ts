import type { Model, Rows, Stage } from "../../exercises/ch04/extractFeatures/stub.ts";

/**
 * First everything is asked that may be refused, then everything is remembered that will change, and only then is the
 * model touched. `finally` gives it back on every way out.
 */
export function extractFeatures(
  model: Model,
  x: Rows,
  layers: readonly string[],
  { stage = "post" }: { stage?: Stage } = {},
): number[][][] {
  if (stage !== "pre" && stage !== "post") throw new Error("extractFeatures: stage is pre or post");
  const unknown = layers.find((name) => !model.names.includes(name));
  if (unknown !== undefined) throw new Error(`extractFeatures: the model has no layer ${unknown}`);
  const mode = model.mode();
  const recorded = model.recorded();
  try {
    model.setMode("evaluate");
    model.record(layers);
    model.forward(x);
    return layers.map((name) => model.kept(name)[stage]);
  } finally {
    model.record(recorded);
    model.setMode(mode);
  }
}
