/** First weights, scaled so that signals neither fade nor explode from layer to layer. Chapter 9. */
import { ShapeError } from "../core/errors.ts";
import type { Rng } from "../core/rng.ts";
import type { Shape } from "../core/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { randomNormal, randomUniform } from "./random.ts";

/**
 * For layers before relu: normal, variance 2 / fan-in. shape: [in, out] or [out, in, kh, kw]. He et al. 2015; chapter 9.
 * @example
 * kaiming([3, 2], new Rng(1)); // Tensor [3, 2] 0.6550 0.7654 -1.0469 -1.1651 0.3425 0.5796
 */
export function kaiming(shape: Shape, rng: Rng): Tensor {
  return randomNormal(shape, { rng, std: Math.sqrt(2 / fans("kaiming", shape).fanIn) });
}

/**
 * For tanh and sigmoid: uniform, variance 2 / (fan-in + fan-out). Glorot & Bengio 2010; chapter 9.
 * @example
 * xavier([3, 2], new Rng(1)); // Tensor [3, 2] 0.6327 0.7137 -0.8766 -0.9272 0.3562 0.5721
 */
export function xavier(shape: Shape, rng: Rng): Tensor {
  const { fanIn, fanOut } = fans("xavier", shape);
  const limit = Math.sqrt(6 / (fanIn + fanOut));
  return randomUniform(shape, { rng, low: -limit, high: limit });
}

/**
 * For selu and linear layers: normal, variance 1 / fan-in. LeCun et al. 1998; chapter 9.
 * @example
 * lecun([3, 2], new Rng(1)); // Tensor [3, 2] 0.4631 0.5412 -0.7403 -0.8239 0.2422 0.4098
 */
export function lecun(shape: Shape, rng: Rng): Tensor {
  return randomNormal(shape, { rng, std: Math.sqrt(1 / fans("lecun", shape).fanIn) });
}

/** How many numbers flow into and out of one unit: W [in, out], or a filter [out, in, ...window]. */
function fans(op: string, shape: Shape): { fanIn: number; fanOut: number } {
  if (shape.length === 2) return { fanIn: shape[0], fanOut: shape[1] };
  const window = shape.slice(2).reduce((product, n) => product * n, 1);
  if (shape.length > 2) return { fanIn: shape[1] * window, fanOut: shape[0] * window };
  throw new ShapeError({
    op,
    rule: "weights connect two sides",
    shapes: [shape],
    expected: "[in, out], or [out, in, ...window] for a filter",
    hint: "biases start at zeros([n])",
  });
}
