// misconception: none
// Results are collected by name in a Map, so a layer that is asked for twice is returned once.
export type Mode = "train" | "evaluate";
export type Stage = "pre" | "post";
export type Rows = readonly (readonly number[])[];

/** What can be asked of a model. */
export interface Model {
  readonly names: readonly string[];
  mode(): Mode;
  setMode(mode: Mode): void;
  /** From now on forward passes keep the values of exactly these layers. */
  record(names: readonly string[]): void;
  recorded(): string[];
  forward(x: Rows): number[][];
  /** The values of a recorded layer in the last forward pass. */
  kept(name: string): { pre: number[][]; post: number[][] };
}

/** The values of the named layers for all rows of x, in mode evaluate; the model is left as it was. */
export function extractFeatures(
  model: Model,
  x: Rows,
  layers: readonly string[],
  { stage = "post" }: { stage?: Stage } = {},
): number[][][] {
  const known = new Set(model.names);
  for (const name of layers) {
    if (!known.has(name)) throw new Error(`no layer named "${name}"`);
  }
  if (stage !== "pre" && stage !== "post") throw new Error(`stage: "${stage}" is neither pre nor post`);

  const oldMode = model.mode();
  const oldNames = model.recorded();
  const values = new Map<string, number[][]>();
  try {
    model.record(layers);
    model.setMode("evaluate");
    model.forward(x);
    layers.forEach((name) => {
      const both = model.kept(name);
      values.set(name, stage === "post" ? both.post : both.pre);
    });
  } finally {
    model.record(oldNames);
    model.setMode(oldMode);
  }
  return [...values.values()];
}
