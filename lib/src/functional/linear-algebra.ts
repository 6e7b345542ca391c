/** Linear algebra beyond the product: how long vectors are, and the direction that a matrix stretches most. Chapter 2. */
import { ShapeError, ValueError } from "../core/errors.ts";
import { checkRng, type Rng } from "../core/rng.ts";
import type { Axes } from "../core/shape.ts";
import { checkTensors } from "../tensor/check.ts";
import { tensor } from "../tensor/create.ts";
import { abs, add, div, equal, mul, pow, sub } from "../tensor/elementwise.ts";
import { matmul } from "../tensor/linalg.ts";
import { reshape } from "../tensor/movement.ts";
import { max } from "../tensor/reduce.ts";
import { type ReduceOptions, sum } from "../tensor/sum.ts";
import { noGrad } from "../tensor/tape.ts";
import type { Tensor } from "../tensor/tensor.ts";

export interface VectorNormOptions extends ReduceOptions {
  /** Which norm: 1 adds sizes, 2 is the length, Infinity the largest size; any number from 1 up. */
  readonly p?: number;
}

/**
 * The norm ‖x‖ₚ = (Σ |x|ᵖ)^(1/p) over some axes, or over all. Where all numbers are 0 the gradient is 0. Throws ValueError
 * for p below 1. Deisenroth et al. 2020, section 3.1; chapter 2.
 * @example
 * norm(tensor([[6, -2, 9], [-4, 12, 3]]), 1); // Tensor [2] 11 13
 */
export function norm(x: Tensor, axes?: Axes, { p = 2, keep = false }: VectorNormOptions = {}): Tensor {
  checkTensors("norm", x);
  if (!(p >= 1)) throw noNorm(p);
  const sizes = abs(x);
  if (p === 1) return sum(sizes, axes, { keep });
  if (p === Infinity) return max(sizes, axes, { keep });
  const powers = sum(pow(sizes, p), axes, { keep });
  const none = noGrad(() => equal(powers, 0));
  return sub(pow(add(powers, none), 1 / p), none); // 1 − 1 where all is 0: the slope of a root at 0 is infinite
}

/** An eigenvalue and its eigenvector, of length 1, as a column. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: Tensor;
}

export interface PowerIterationOptions {
  readonly rng: Rng;
  /** How far A·v may be from value·v, as a part of the value. */
  readonly tolerance?: number;
  /** After so many products the search is given up. */
  readonly steps?: number;
}

/**
 * The eigenvalue of a symmetric matrix that is largest in size, and its eigenvector: A·v, made length 1, again and again.
 * A: [n, n] → vector: [n, 1], whose entry of largest size is positive. Throws ValueError when no direction settles, as
 * with two eigenvalues of one size and opposite signs. Strang 2019, section II.1; chapter 2.
 * @example
 * powerIteration(tensor([[2, 1], [1, 2]]), { rng: new Rng(1) }).vector; // Tensor [2, 1] 0.7071 0.7071
 */
export function powerIteration(A: Tensor, { rng, tolerance = 1e-5, steps = 2000 }: PowerIterationOptions): Eigenpair {
  checkTensors("powerIteration", A);
  checkRng("powerIteration", rng);
  const [n] = A.shape;
  if (A.rank !== 2 || A.shape[1] !== n || n === 0) throw notSquare(A);
  return noGrad(() => {
    let v = unit(
      tensor(
        Float64Array.from({ length: n }, () => rng.normal()),
        { shape: [n, 1] },
      ),
    );
    for (let step = 0; step < steps; step++) {
      const next = matmul(A, v);
      const value = sum(mul(v, next)).item();
      const rest = norm(sub(next, mul(v, value))).item();
      if (rest <= tolerance * Math.abs(value)) return { value, vector: turned(v) };
      v = unit(next);
    }
    throw unsettled(steps, tolerance);
  });
}

const unit = (v: Tensor): Tensor => div(v, norm(v));

/** v or −v: the one whose entry of largest size is positive. */
function turned(v: Tensor): Tensor {
  const largest = v.data().reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  return reshape(largest < 0 ? mul(v, -1) : v, [-1, 1]);
}

function noNorm(p: number): ValueError {
  return new ValueError({
    op: "norm",
    rule: "below 1 it is no norm: the sum of two vectors could be longer than both together",
    got: `p = ${p}`,
    expected: "a number from 1 up, or Infinity",
    hint: "norm(x, undefined, { p: 1 }) adds the sizes",
  });
}

function notSquare(A: Tensor): ShapeError {
  return new ShapeError({
    op: "powerIteration",
    rule: "only square matrices have eigenvectors",
    shapes: [A.shape],
    expected: "[n, n] and symmetric",
    hint: "x.transpose().matmul(x) is square and symmetric",
  });
}

function unsettled(steps: number, tolerance: number): ValueError {
  return new ValueError({
    op: "powerIteration",
    rule: "the direction did not settle",
    got: `${steps} steps`,
    expected: `a remainder below ${tolerance} of the value`,
    hint: "two eigenvalues may have nearly the same size: allow more steps, or a larger tolerance",
  });
}
