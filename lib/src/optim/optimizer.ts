/** What every optimiser is: a step along the gradients, and forgetting them. Chapter 8. */
import { GradientError, ValueError } from "../core/errors.ts";
import { clearGrad } from "../tensor/autograd.ts";
import { buffer } from "../tensor/create.ts";
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

/** An optimiser that applies update to each parameter p and its gradient g; i counts parameters, t steps from 1. */
export function optimizer(
  params: readonly Tensor[],
  lr: number,
  update: (p: Tensor, g: Tensor, at: { i: number; t: number; lr: number }) => void,
): Optimizer {
  let t = 0;
  const made: Optimizer = {
    lr,
    step() {
      if (!params.some((p) => p.slot?.filled)) throw noGradients();
      t++;
      for (const [i, p] of params.entries()) {
        const { slot, on } = p;
        if (!slot?.filled) continue;
        const g = new Tensor(slot.buffer, on);
        scope(() => noGrad(() => update(p, g, { i, t, lr: made.lr })), on);
      }
    },
    zeroGrad() {
      for (const p of params) clearGrad(p);
    },
  };
  return made;
}

/** Zeros of p's shape that an optimiser updates in place. */
export const stateFor = (p: Tensor): Tensor => buffer(new Tensor(p.on.full(p.shape, 0), p.on));

/** Throws ValueError unless there are parameters and every option is a number from 0 up. */
export function checkOptions(op: string, params: readonly Tensor[], options: Readonly<Record<string, number>>): void {
  const hint = `${op}(parameters(model), { lr: 0.01 })`;
  if (params.length === 0 || !params.every((p) => p.requiresGrad)) {
    throw new ValueError({
      op,
      rule: "there is nothing to train",
      got: params.length === 0 ? "no parameters" : "a tensor that requires no gradient",
      expected: "tensors that require gradients",
      hint,
    });
  }
  for (const [name, value] of Object.entries(options)) {
    if (Number.isFinite(value) && value >= 0) continue;
    const rule = `${name} is out of range`;
    throw new ValueError({ op, rule, got: String(value), expected: "a finite number from 0 up", hint });
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
