// misconception: stages-swapped
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
  const stages = ["pre", "post"];
  const index = stages.indexOf(stage);
  if (index < 0) throw new Error(`stage has to be one of ${stages}`);
  for (const n of layers) if (!model.names.some((m) => m === n)) throw new Error(`${n} is not in the model`);
  const was = { mode: model.mode(), recorded: [...model.recorded()] };
  try {
    model.setMode("evaluate");
    model.record([...layers]);
    model.forward(x);
    return layers.map((n) => {
      const both = [model.kept(n).post, model.kept(n).pre];
      return both[index];
    });
  } finally {
    model.setMode(was.mode);
    model.record(was.recorded);
  }
}
