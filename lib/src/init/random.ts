/** Tensors of random numbers. Chapter 2. */
import { checkRng, type Rng } from "../core/rng.ts";
import { checkShape, type Shape, sizeOf } from "../core/shape.ts";
import { tensor } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";

/**
 * Numbers from low (included) to high (excluded), each equally likely.
 * @example
 * randomUniform([3], { rng: new Rng(1) }); // Tensor [3] 0.7888 0.8257 0.0999
 */
export function randomUniform(
  shape: Shape,
  { rng, low = 0, high = 1 }: { rng: Rng; low?: number; high?: number },
): Tensor {
  return drawn("randomUniform", shape, rng, () => rng.uniform(low, high));
}

/**
 * Normally distributed numbers.
 * @example
 * randomNormal([3], { rng: new Rng(1) }); // Tensor [3] 0.8022 0.9375 -1.2822
 */
export function randomNormal(
  shape: Shape,
  { rng, mean = 0, std = 1 }: { rng: Rng; mean?: number; std?: number },
): Tensor {
  return drawn("randomNormal", shape, rng, () => rng.normal(mean, std));
}

function drawn(op: string, shape: Shape, rng: Rng, next: () => number): Tensor {
  checkShape(op, shape);
  checkRng(op, rng);
  return tensor(Float64Array.from({ length: sizeOf(shape) }, next), { shape });
}
