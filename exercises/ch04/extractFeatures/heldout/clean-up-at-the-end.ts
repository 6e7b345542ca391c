// misconception: lost-on-an-error
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
  layers.forEach((name) => {
    if (model.names.indexOf(name) === -1) throw new Error(`"${name}" is not a layer`);
  });
  if (stage !== "post" && stage !== "pre") throw new Error(`unknown stage "${stage}"`);
  const mode = model.mode();
  const names = model.recorded();
  model.setMode("evaluate");
  model.record(layers);
  model.forward(x);
  const result = layers.map((name) => {
    const values = model.kept(name);
    return stage === "post" ? values.post : values.pre;
  });
  model.record(names);
  model.setMode(mode);
  return result;
}
