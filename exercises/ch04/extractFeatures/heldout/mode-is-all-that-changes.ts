// misconception: recording-left-behind
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
  if (stage !== "pre" && stage !== "post") throw new Error(`stage ${stage}`);
  for (const name of layers) if (!model.names.includes(name)) throw new Error(`no layer ${name}`);
  const before = model.mode();
  try {
    model.setMode("evaluate");
    model.record(layers);
    model.forward(x);
    return layers.map((name) => model.kept(name)[stage]);
  } finally {
    model.setMode(before);
  }
}
