/** checkGradients: the swept gradient against a slope that is measured. Chapter 7. */
import { withBackend } from "../backend/current.ts";
import { GradientError } from "../core/errors.ts";
import { Rng } from "../core/rng.ts";
import { gradients } from "../tensor/autograd.ts";
import { parameter, tensor } from "../tensor/create.ts";
import { noGrad } from "../tensor/tape.ts";
import type { Tensor } from "../tensor/tensor.ts";

export interface GradientCheckOptions {
  /** Half the spacing of the five points along which the slope is measured. */
  readonly step?: number;
  /** The largest relative error that passes. */
  readonly within?: number;
  readonly rng?: Rng;
  /** Where to compute; float64 by default, because float32 hides small mistakes. */
  readonly on?: string;
}

/**
 * Compares the gradient of f at xs with a measured slope: outputs are weighted at random, inputs moved along a random
 * direction, the slope taken by the five-point stencil. Returns the relative error; throws GradientError above `within`.
 * f must compute from its arguments only: they arrive as copies on another backend. Chapter 7.
 * @example
 * checkGradients((x) => x.exp(), [tensor([1, 2])]) < 1e-10; // true
 */
export function checkGradients(
  f: (...xs: Tensor[]) => Tensor,
  xs: readonly Tensor[],
  { step = 1e-3, within = 1e-7, rng = new Rng(7), on = "reference64" }: GradientCheckOptions = {},
): number {
  const error = withBackend(on, () => relativeError(f, xs, step, rng));
  if (error <= within) return error;
  throw new GradientError({
    op: "checkGradients",
    rule: "the gradient disagrees with the measured slope",
    got: `a relative error of ${error.toExponential(1)}`,
    expected: `at most ${within}`,
    hint: "check each input alone; near a corner of f (relu, max) the two may differ rightly",
  });
}

function relativeError(f: (...xs: Tensor[]) => Tensor, xs: readonly Tensor[], h: number, rng: Rng): number {
  const values = xs.map((x) => x.data64());
  const own = xs.map((x, i) => parameter(tensor(values[i], { shape: x.shape })));
  const y = f(...own);
  const weights = y.data64().map(() => rng.uniform(-1, 1));
  const found = gradients(y, own, { upstream: tensor(weights, { shape: y.shape }) });
  const directions = values.map((v) => v.map(() => rng.uniform(-1, 1)));
  const at = (t: number): number => {
    const moved = xs.map((x, i) =>
      tensor(
        values[i].map((v, j) => v + t * directions[i][j]),
        { shape: x.shape },
      ),
    );
    return dot(noGrad(() => f(...moved)).data64(), weights);
  };
  const measured = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
  const swept = found.reduce((total, g, i) => total + dot(g.data64(), directions[i]), 0);
  return Math.abs(swept - measured) / Math.max(1, Math.abs(swept) + Math.abs(measured));
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, v, i) => total + v * b[i], 0);
}
