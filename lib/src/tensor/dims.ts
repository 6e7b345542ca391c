/** Sizes by name: const { B, T } = dims(x, "B T C"). Chapter 2. */
import { ShapeError } from "../core/errors.ts";
import type { Tensor } from "./tensor.ts";

type Letters<Names extends string> = Names extends `${infer First} ${infer Rest}` ? First | Letters<Rest> : Names;

/**
 * The sizes of x under the names of its axes. Throws ShapeError when there are more or fewer axes than names.
 * @example
 * dims(zeros([2, 3]), "B T"); // { B: 2, T: 3 }
 */
export function dims<Names extends string>(x: Tensor, names: Names): { readonly [Name in Letters<Names>]: number };
export function dims(x: Tensor, names: string): Record<string, number> {
  const list = names.split(" ");
  if (list.length === x.rank) return Object.fromEntries(list.map((name, i) => [name, x.shape[i]]));
  throw new ShapeError({
    op: "dims",
    rule: `there are ${x.rank} axes for ${list.length} names`,
    shapes: [x.shape],
    expected: `[${list.join(", ")}]`,
    hint: "name each axis once, from the first to the last",
  });
}
