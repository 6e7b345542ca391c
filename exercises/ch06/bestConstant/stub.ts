import { NotImplemented } from "termwise";

export type Kind = "square" | "absolute" | "pinball" | "log";

/** The mean loss of the constant prediction c over the data. */
export function lossOf(kind: Kind, data: readonly number[], c: number, tau: number): number {
  throw new NotImplemented("E06.7");
}

/** A minimiser of f, which falls and then rises, on [low, high], within 10⁻⁶; at most 60 calls. */
export function minimise(f: (c: number) => number, low: number, high: number): number {
  throw new NotImplemented("E06.7");
}

/** The constant that minimises the mean loss plus penalty · c². */
export function bestConstant(
  kind: Kind,
  data: readonly number[],
  { tau, penalty }: { tau: number; penalty: number },
): number {
  throw new NotImplemented("E06.7");
}
