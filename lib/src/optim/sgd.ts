/** Stochastic gradient descent, plain and with momentum. Chapters 8 and 10. */
import { assign, touch } from "../tensor/assign.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { checkOptions, type Optimizer, optimizer, stateFor } from "./optimizer.ts";

export interface SgdOptions {
  readonly lr: number;
  /** How much of the last direction is kept. */
  readonly momentum?: number;
  /** Look ahead along the momentum. Sutskever et al. 2013. */
  readonly nesterov?: boolean;
  /** Adds weightDecay · p to the gradient. */
  readonly weightDecay?: number;
}

/**
 * v ← momentum · v + g; p ← p − lr · v. Robbins & Monro 1951, Polyak 1964; chapters 8 and 10.
 * @example
 * const w = parameter(tensor(3));
 * const optimizer = sgd([w], { lr: 0.1 });
 * w.square().backward();
 * optimizer.step();
 * w.item(); // 2.4000000953674316
 */
export function sgd(params: readonly Tensor[], options: SgdOptions): Optimizer {
  const { lr, momentum = 0, nesterov = false, weightDecay = 0 } = options;
  checkOptions("sgd", params, { lr, momentum, weightDecay });
  const velocity = momentum > 0 ? params.map(stateFor) : null;
  return optimizer(params, lr, (p, gradient, { i, lr }) => {
    const v = velocity === null ? null : velocity[i];
    if (p.on.sgdStep) {
      p.on.sgdStep(p.handle, gradient.handle, v?.handle ?? null, { lr, momentum, nesterov, weightDecay });
      touch(p);
      return;
    }
    const g = weightDecay > 0 ? gradient.add(p.mul(weightDecay)) : gradient;
    if (v !== null) assign(v, v.mul(momentum).add(g));
    const direction = v === null ? g : nesterov ? g.add(v.mul(momentum)) : v;
    assign(p, p.sub(direction.mul(lr)));
  });
}
