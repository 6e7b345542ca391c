/** Clipping: gradients that are too large are made smaller before the step. Chapter 9. */
import { GradientError, ValueError } from "../core/errors.ts";
import { scope } from "../tensor/scope.ts";
import { noGrad } from "../tensor/tape.ts";
import { Tensor } from "../tensor/tensor.ts";

/**
 * Scales all gradients together so that their common length is at most maxNorm, which keeps their direction. Returns the
 * length that they had. Throws ValueError on a limit that is not positive, GradientError on gradients that are missing,
 * NaN or infinite. Pascanu et al. 2013; chapter 9.
 * @example
 * const w = parameter(tensor([3, 4]));
 * w.square().sum().backward();
 * [clipGradNorm([w], 1), w.grad]; // [ 10, Tensor [2] 0.6 0.8 ]
 */
export function clipGradNorm(params: readonly Tensor[], maxNorm: number): number {
  checkLimit("clipGradNorm", maxNorm);
  const clipped = withGradient("clipGradNorm", params);
  const squares = clipped.map((p) => scope(() => noGrad(() => gradientOf(p).square().sum().item()), p.on));
  const norm = Math.sqrt(squares.reduce((total, square) => total + square, 0));
  if (!Number.isFinite(norm)) throw notFinite(norm);
  if (norm > maxNorm) for (const p of clipped) replace(p, (g) => g.mul(maxNorm / norm));
  return norm;
}

/**
 * Limits every number of every gradient to the range from −limit to limit, which changes their direction. Throws
 * ValueError on a limit that is not positive, GradientError on missing gradients. Mikolov 2012; chapter 9.
 * @example
 * const w = parameter(tensor([3, -0.25]));
 * w.square().sum().backward();
 * clipGradValue([w], 1);
 * w.grad; // Tensor [2] 1.0 -0.5
 */
export function clipGradValue(params: readonly Tensor[], limit: number): void {
  checkLimit("clipGradValue", limit);
  for (const p of withGradient("clipGradValue", params)) replace(p, (g) => g.minimum(limit).maximum(-limit));
}

const gradientOf = (p: Tensor): Tensor => {
  if (p.slot === null) throw new Error("no gradient"); // withGradient has checked
  return new Tensor(p.slot.buffer, p.on);
};

/** Writes f of the gradient in its place; a gradient that somebody read stays as it was. */
function replace(p: Tensor, f: (g: Tensor) => Tensor): void {
  const { on, slot } = p;
  if (slot === null) return;
  scope(
    () =>
      noGrad(() => {
        const { handle } = f(gradientOf(p));
        if (slot.seen === null) on.assign(slot.buffer, handle);
        else slot.buffer = on.persistent(handle);
        slot.seen = null;
      }),
    on,
  );
}

function withGradient(op: string, params: readonly Tensor[]): Tensor[] {
  const found = params.filter((p) => p.slot?.filled);
  if (found.length > 0) return found;
  throw new GradientError({
    op,
    rule: "no parameter has a gradient",
    got: `${params.length} parameters without gradients`,
    expected: "at least one gradient",
    hint: "clip between loss.backward() and optimizer.step()",
  });
}

function checkLimit(op: string, limit: number): void {
  if (limit > 0) return;
  throw new ValueError({
    op,
    rule: "the limit is not positive",
    got: String(limit),
    expected: "a number above 0",
    hint: `${op}(parameters(model), 1)`,
  });
}

function notFinite(norm: number): GradientError {
  return new GradientError({
    op: "clipGradNorm",
    rule: "the gradients are not finite, and scaling does not mend them",
    got: `a length of ${norm}`,
    expected: "finite gradients",
    hint: "look for log(0), 0/0 or a learning rate that is too large",
  });
}
