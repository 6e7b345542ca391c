// misconception: always-back-to-train
export type Mode = "train" | "evaluate";
export type Stage = "pre" | "post";
export type Rows = readonly (readonly number[])[];

export interface Model {
  readonly names: readonly string[];
  mode(): Mode;
  setMode(mode: Mode): void;
  record(names: readonly string[]): void;
  recorded(): string[];
  forward(x: Rows): number[][];
  kept(name: string): { pre: number[][]; post: number[][] };
}

export function extractFeatures(
  model: Model,
  x: Rows,
  layers: readonly string[],
  { stage = "post" }: { stage?: Stage } = {},
): number[][][] {
  const unknown = layers.filter((name) => !model.names.includes(name));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(", ")}`);
  if (!["pre", "post"].includes(stage)) throw new Error(`stage must be pre or post, not ${stage}`);
  const recorded = model.recorded();
  model.setMode("evaluate");
  model.record(layers);
  const features: number[][][] = [];
  try {
    model.forward(x);
    for (const name of layers) {
      const { pre, post } = model.kept(name);
      features.push(stage === "pre" ? pre : post);
    }
  } finally {
    model.record(recorded);
    model.setMode("train");
  }
  return features;
}
