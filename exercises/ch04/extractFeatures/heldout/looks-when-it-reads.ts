// misconception: unknown-layer-noticed-late
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
  if (stage !== "pre" && stage !== "post") throw new Error(`stage is ${stage}`);
  const mode = model.mode();
  const recorded = model.recorded();
  model.setMode("evaluate");
  try {
    model.record(layers.filter((name) => model.names.includes(name)));
    model.forward(x);
    const out: number[][][] = [];
    for (const name of layers) {
      if (!model.names.includes(name)) throw new Error(`the model has no ${name}`);
      out.push(model.kept(name)[stage]);
    }
    return out;
  } finally {
    model.record(recorded);
    model.setMode(mode);
  }
}
