// misconception: none
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

/** Catches what forward throws and throws another error in its place. */
export function extractFeatures(
  model: Model,
  x: Rows,
  layers: readonly string[],
  { stage = "post" }: { stage?: Stage } = {},
): number[][][] {
  if (stage !== "pre" && stage !== "post") throw new Error(`stage ${stage} is unknown`);
  for (const name of layers) if (!model.names.includes(name)) throw new Error(`${name} is unknown`);
  const mode = model.mode();
  const recorded = model.recorded();
  try {
    model.setMode("evaluate");
    model.record(layers);
    model.forward(x);
    return layers.map((name) => model.kept(name)[stage]);
  } catch {
    throw new Error("the features could not be extracted");
  } finally {
    model.setMode(mode);
    model.record(recorded);
  }
}
