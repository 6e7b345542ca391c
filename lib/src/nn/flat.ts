/** All weights of a model as one vector, for pictures of the space that they live in. Chapter 8. */
import { ShapeError } from "../core/errors.ts";
import { assign } from "../tensor/assign.ts";
import { tensor } from "../tensor/create.ts";
import { type AnyModule, parameters } from "./module.ts";

/**
 * The numbers of all parameters, one after the other.
 * @example
 * flatParameters(linear(64, 10, { rng: new Rng(1) })).length; // 650
 */
export function flatParameters(model: AnyModule): Float64Array {
  const parts = parameters(model).map((p) => p.data64());
  const flat = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let from = 0;
  for (const part of parts) {
    flat.set(part, from);
    from += part.length;
  }
  return flat;
}

/**
 * Writes such a vector into the parameters of a model of the same architecture. Throws ShapeError.
 * @example
 * const model = linear(2, 1, { rng: new Rng(1) });
 * setFlatParameters(model, [1, 2, 3]);
 * model(tensor([[10, 1]])).item(); // 15
 */
export function setFlatParameters(model: AnyModule, flat: ArrayLike<number>): void {
  const targets = parameters(model);
  const count = targets.reduce((sum, p) => sum + p.size, 0);
  if (flat.length !== count) {
    throw new ShapeError({
      op: "setFlatParameters",
      rule: "the vector does not fit the model",
      shapes: [[flat.length], [count]],
      expected: `${count} numbers`,
      hint: "use a vector that flatParameters gave for a model of the same architecture",
    });
  }
  let from = 0;
  for (const p of targets) {
    const part = Float64Array.from({ length: p.size }, (_, k) => flat[from + k]);
    assign(p, tensor(part, { shape: p.shape }));
    from += p.size;
  }
}
