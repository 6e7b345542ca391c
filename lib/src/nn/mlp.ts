/** Linear layers with an activation between them: the multilayer perceptron. Chapter 4. */
import { shapeText, ValueError } from "../core/errors.ts";
import type { Rng } from "../core/rng.ts";
import { relu } from "../tensor/elementwise.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { linear } from "./linear.ts";
import { type Layer, type Sequential, sequential } from "./sequential.ts";

export interface MlpOptions {
  /** Draws the first weights. */
  readonly rng: Rng;
  /** Between two linear layers, and not after the last. */
  readonly activation?: (x: Tensor) => Tensor;
  readonly bias?: boolean;
}

/**
 * Linear layers of these widths, from the input to the output. Throws ValueError. Chapter 4.
 * @example
 * mlp([64, 32, 10], { rng: new Rng(1) })(zeros([5, 64])).shape; // [ 5, 10 ]
 */
export function mlp(widths: readonly number[], { rng, activation = relu, bias = true }: MlpOptions): Sequential {
  if (widths.length < 2 || widths.some((n) => !Number.isInteger(n) || n < 1))
    throw new ValueError({
      op: "mlp",
      rule: "a network has an input and an output",
      got: shapeText(widths),
      expected: "two widths or more, each at least 1",
      hint: "mlp([64, 32, 10], { rng })",
    });
  const layers = widths.slice(1).flatMap((n, i): Layer[] => {
    const layer = linear(widths[i], n, { rng, bias });
    return i === 0 ? [layer] : [activation, layer];
  });
  return sequential(...layers);
}
