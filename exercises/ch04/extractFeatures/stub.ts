import { NotImplemented } from "termwise";

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
  /** The values of a layer that was recorded in the last forward pass, until the next one. */
  kept(name: string): { pre: number[][]; post: number[][] };
}

/** The values of the named layers for all rows of x, in mode evaluate; the model is left as it was. */
export function extractFeatures(
  model: Model,
  x: Rows,
  layers: readonly string[],
  { stage = "post" }: { stage?: Stage } = {},
): number[][][] {
  throw new NotImplemented("E04.7");
}
