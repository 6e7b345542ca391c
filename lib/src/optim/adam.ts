/** Adam and AdamW: steps scaled by running moments of the gradient. Chapter 10. */
import type { AdamStep, Handle } from "../backend/backend.ts";
import { add, div, mul, sqrt, sub } from "../tensor/elementwise.ts";
import { Tensor } from "../tensor/tensor.ts";
import { checkOptions, type Optimizer, stateFor, stepAll, zeroGrad } from "./optimizer.ts";

export interface AdamOptions {
  readonly lr?: number;
  /** How much of the first moment is kept. */
  readonly beta1?: number;
  /** How much of the second moment is kept. */
  readonly beta2?: number;
  readonly eps?: number;
  /** adam: added to the gradient as weightDecay · p; adamW: p shrinks by lr · weightDecay instead. */
  readonly weightDecay?: number;
}

/** Adam. Kingma & Ba 2015; chapter 10. */
export const adam = (params: readonly Tensor[], options: AdamOptions = {}): Optimizer =>
  adamLike("adam", params, options, false);

/** Adam with decoupled weight decay. Loshchilov & Hutter 2019; chapter 10. */
export const adamW = (params: readonly Tensor[], options: AdamOptions = {}): Optimizer =>
  adamLike("adamW", params, { weightDecay: 0.01, ...options }, true);

function adamLike(op: string, params: readonly Tensor[], options: AdamOptions, decoupled: boolean): Optimizer {
  const { lr = 1e-3, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0 } = options;
  checkOptions(op, params, { lr, beta1, beta2, eps, weightDecay });
  const moments = params.map((p) => ({ m: stateFor(p), v: stateFor(p) }));
  let t = 0;
  return {
    lr,
    step() {
      const step = { lr: this.lr, beta1, beta2, eps, weightDecay, decoupled, t: t + 1 };
      stepAll(params, (p, g, i) => update(p, g, moments[i], step));
      t++;
    },
    zeroGrad: () => zeroGrad(params),
  };
}

/** One update, in the paper's names: moments m and v, corrected for their start at 0. */
function update(p: Tensor, gradient: Tensor, moments: { m: Handle; v: Handle }, step: AdamStep): void {
  const { on } = p;
  if (on.adamStep) return on.adamStep(p.handle, gradient.handle, moments.m, moments.v, step);
  const { lr, beta1, beta2, eps, weightDecay, decoupled, t } = step;
  const g = weightDecay > 0 && !decoupled ? add(gradient, mul(p, weightDecay)) : gradient;
  const m = add(mul(new Tensor(moments.m, on), beta1), mul(g, 1 - beta1));
  const v = add(mul(new Tensor(moments.v, on), beta2), mul(mul(g, g), 1 - beta2));
  const mHat = div(m, 1 - beta1 ** t);
  const vHat = div(v, 1 - beta2 ** t);
  const kept = weightDecay > 0 && decoupled ? mul(p, 1 - lr * weightDecay) : p;
  const next = sub(kept, mul(div(mHat, add(sqrt(vHat), eps)), lr));
  on.assign(moments.m, m.handle);
  on.assign(moments.v, v.handle);
  on.assign(p.handle, next.handle);
}
