// misconception: one-pass-for-each-layer
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

function restoring<A>(model: Model, work: () => A): A {
  const mode = model.mode();
  const recorded = model.recorded();
  try {
    return work();
  } finally {
    model.setMode(mode);
    model.record(recorded);
  }
}

export function extractFeatures(
  model: Model,
  x: Rows,
  layers: readonly string[],
  { stage = "post" }: { stage?: Stage } = {},
): number[][][] {
  if (stage !== "pre" && stage !== "post") throw new Error(`stage: ${stage}`);
  const strange = layers.find((l) => !model.names.includes(l));
  if (strange !== undefined) throw new Error(`there is no ${strange}`);
  return restoring(model, () => {
    model.setMode("evaluate");
    const out: number[][][] = [];
    for (const layer of layers) {
      model.record([layer]);
      model.forward(x);
      out.push(model.kept(layer)[stage]);
    }
    return out;
  });
}
