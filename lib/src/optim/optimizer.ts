/** What every optimiser is: a step along the gradients, and forgetting them. Chapter 8. */
import type { Handle } from "../backend/backend.ts";
import { GradientError, ValueError } from "../core/errors.ts";
import { touch } from "../tensor/assign.ts";
import { clearGrad } from "../tensor/autograd.ts";
import { scope } from "../tensor/scope.ts";
import { noGrad } from "../tensor/tape.ts";
import { Tensor } from "../tensor/tensor.ts";

/** Changes parameters in place. */
export interface Optimizer {
  /** The learning rate; a schedule may change it between steps. */
  lr: number;
  /** Updates every parameter that has a gradient. Throws GradientError when none has. */
  step(): void;
  /** Forgets all gradients: backward adds to what is there. */
  zeroGrad(): void;
}

/** Applies update to every parameter with its gradient; i counts parameters. */
export function stepAll(params: readonly Tensor[], update: (p: Tensor, g: Tensor, i: number) => void): void {
  if (!params.some((p) => p.slot?.filled)) throw noGradients();
  scope(() =>
    noGrad(() =>
      params.forEach((p, i) => {
        if (!p.slot?.filled) return;
        touch(p);
        update(p, new Tensor(p.slot.buffer, p.on), i);
      }),
    ),
  );
}

/** Forgets the gradients of these parameters. */
export const zeroGrad = (params: readonly Tensor[]): void => params.forEach(clearGrad);

/** Zeros of p's shape, to be updated in place. */
export const stateFor = (p: Tensor): Handle => p.on.persistent(p.on.full(p.shape, 0));

/** Throws ValueError unless there are parameters and every option is a number from 0 up. */
export function checkOptions(op: string, params: readonly Tensor[], options: Readonly<Record<string, number>>): void {
  if (params.length === 0 || !params.every((p) => p.requiresGrad)) {
    throw new ValueError({
      op,
      rule: "there is nothing to train",
      got: params.length === 0 ? "no parameters" : "a tensor that requires no gradient",
      expected: "tensors that require gradients",
      hint: `${op}(parameters(model), { lr: 0.01 })`,
    });
  }
  for (const [name, value] of Object.entries(options)) {
    if (Number.isFinite(value) && value >= 0) continue;
    throw new ValueError({
      op,
      rule: `${name} is out of range`,
      got: String(value),
      expected: "a finite number from 0 up",
      hint: `${op}(parameters(model), { lr: 0.01 })`,
    });
  }
}

function noGradients(): GradientError {
  return new GradientError({
    op: "step",
    rule: "no parameter has a gradient",
    got: "only empty gradients",
    expected: "at least one gradient",
    hint: "call loss.backward() before optimizer.step()",
  });
}
