import { NotImplemented } from "termwise";

/** The parameters of each layer of an architecture such as "64-32-10", where "=" ties a layer to an earlier one. */
export function countParameters(
  architecture: string,
  { bias = true }: { bias?: boolean } = {},
): { layers: number[]; total: number } {
  throw new NotImplemented("E04.5");
}
