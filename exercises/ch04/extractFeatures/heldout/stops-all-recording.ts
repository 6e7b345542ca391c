// misconception: recording-of-others-ended
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
  if (stage !== "pre" && stage !== "post") throw new Error(`stage must be pre or post, not ${stage}`);
  const missing = layers.find((name) => !model.names.includes(name));
  if (missing !== undefined) throw new Error(`the model has no layer ${missing}`);

  const modeBefore = model.mode();
  try {
    model.setMode("evaluate");
    model.record(layers);
    model.forward(x);
    return layers.map((name) => model.kept(name)[stage]);
  } finally {
    model.record([]); // stop recording
    model.setMode(modeBefore);
  }
}
