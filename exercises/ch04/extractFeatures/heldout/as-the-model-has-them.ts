// misconception: order-of-the-network
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
  if (stage !== "pre" && stage !== "post") throw new Error(`the stage is "${stage}"`);
  const wanted = new Set(layers);
  for (const name of wanted) if (!model.names.includes(name)) throw new Error(`layer ${name}?`);
  const [mode, recorded] = [model.mode(), model.recorded()];
  model.setMode("evaluate");
  model.record([...wanted]);
  try {
    model.forward(x);
    return model.names.filter((name) => wanted.has(name)).map((name) => model.kept(name)[stage]);
  } finally {
    model.setMode(mode);
    model.record(recorded);
  }
}
