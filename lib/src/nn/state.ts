/** The tensors of a model as plain values: to save, to compare, to put back. Chapter 8. */
import { ShapeError, ValueError } from "../core/errors.ts";
import { sameShape } from "../core/shape.ts";
import { assign } from "../tensor/assign.ts";
import { noGrad } from "../tensor/tape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type AnyModule, namedTensors } from "./module.ts";

/** Tensors by name. */
export type StateDict = Readonly<Record<string, Tensor>>;

/**
 * A copy of every tensor of the model, by name. Later training does not change it.
 * @example
 * Object.keys(stateDict(linear(3, 2, { rng: new Rng(1) }))); // [ 'W', 'b' ]
 */
export function stateDict(model: AnyModule): StateDict {
  return noGrad(() => Object.fromEntries(namedTensors(model).map(([name, x]) => [name, x.clone()])));
}

/**
 * Puts saved tensors back. Throws ValueError when names are missing or unknown, ShapeError when a shape differs.
 * @example
 * const [a, b] = [1, 2].map((seed) => linear(3, 2, { rng: new Rng(seed) }));
 * loadStateDict(b, stateDict(a));
 * same(a.parts.W, b.parts.W);
 */
export function loadStateDict(model: AnyModule, saved: StateDict): void {
  const own = namedTensors(model);
  const names = own.map(([name]) => name);
  const missing = names.filter((name) => !(name in saved));
  const unknown = Object.keys(saved).filter((name) => !names.includes(name));
  if (missing.length + unknown.length > 0) throw namesDiffer(missing, unknown, names);
  for (const [name, x] of own) if (!sameShape(x.shape, saved[name].shape)) throw shapesDiffer(name, x, saved[name]);
  for (const [name, x] of own) assign(x, saved[name]);
}

function namesDiffer(missing: readonly string[], unknown: readonly string[], names: readonly string[]): ValueError {
  const parts = [
    missing.length > 0 ? `no ${missing.join(", ")}` : "",
    unknown.length > 0 ? `unknown ${unknown.join(", ")}` : "",
  ];
  return new ValueError({
    op: "loadStateDict",
    rule: "the names differ from those of the model",
    got: parts.filter((text) => text !== "").join("; "),
    expected: names.join(", "),
    hint: "build the model as it was when its state was saved",
  });
}

function shapesDiffer(name: string, x: Tensor, saved: Tensor): ShapeError {
  return new ShapeError({
    op: "loadStateDict",
    rule: `${name} has another shape`,
    shapes: [x.shape, saved.shape],
    expected: "the shapes of the model",
    hint: "build the model with the sizes it had when its state was saved",
  });
}
