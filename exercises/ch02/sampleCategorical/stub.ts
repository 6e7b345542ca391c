import { NotImplemented } from "termwise";

/** The category that a uniform number u in [0, 1) draws from the probabilities p, as an index. */
export function sampleCategorical(p: readonly number[], u: number): number {
  throw new NotImplemented("E02.5");
}
