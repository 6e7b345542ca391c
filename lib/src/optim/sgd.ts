/** Stochastic gradient descent, plain and with momentum. Chapters 8 and 10. */
import { add, mul, sub } from "../tensor/elementwise.ts";
import { Tensor } from "../tensor/tensor.ts";
import { checkOptions, type Optimizer, stateFor, stepAll, zeroGrad } from "./optimizer.ts";

export interface SgdOptions {
  readonly lr: number;
  /** How much of the last direction is kept, from 0 to below 1. */
  readonly momentum?: number;
  /** Look ahead along the momentum. Sutskever et al. 2013. */
  readonly nesterov?: boolean;
  /** Added to the gradient as weightDecay · p. */
  readonly weightDecay?: number;
}

/** g ← g + λp; v ← μv + g; p ← p − lr · v (with nesterov: p − lr · (g + μv)). Polyak 1964; chapters 8 and 10. */
export function sgd(params: readonly Tensor[], options: SgdOptions): Optimizer {
  const { lr, momentum = 0, nesterov = false, weightDecay = 0 } = options;
  checkOptions("sgd", params, { lr, momentum, weightDecay });
  const velocity = momentum > 0 ? params.map(stateFor) : null;
  return {
    lr,
    step() {
      const step = { lr: this.lr, momentum, nesterov, weightDecay };
      stepAll(params, (p, gradient, i) => {
        const { on } = p;
        if (on.sgdStep) return on.sgdStep(p.handle, gradient.handle, velocity && velocity[i], step);
        const g = weightDecay > 0 ? add(gradient, mul(p, weightDecay)) : gradient;
        let direction = g;
        if (velocity) {
          const v = add(mul(new Tensor(velocity[i], on), momentum), g);
          on.assign(velocity[i], v.handle);
          direction = nesterov ? add(g, mul(v, momentum)) : v;
        }
        on.assign(p.handle, sub(p, mul(direction, this.lr)).handle);
      });
    },
    zeroGrad: () => zeroGrad(params),
  };
}
