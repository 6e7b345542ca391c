/** Adam and AdamW: steps scaled by running moments of the gradient. Chapter 10. */
import type { AdamStep } from "../backend/backend.ts";
import { assign, touch } from "../tensor/assign.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { checkOptions, type Optimizer, optimizer, stateFor } from "./optimizer.ts";

export interface AdamOptions {
  readonly lr?: number;
  /** How much of the first moment is kept. */
  readonly beta1?: number;
  /** How much of the second moment is kept. */
  readonly beta2?: number;
  readonly eps?: number;
  /** adam adds weightDecay · p to the gradient; adamW shrinks p by lr · weightDecay · p instead. */
  readonly weightDecay?: number;
}

/**
 * Adam. Kingma & Ba 2015; chapter 10.
 * @example
 * const w = parameter(tensor(3));
 * const optimizer = adam([w], { lr: 0.1 });
 * w.square().backward();
 * optimizer.step();
 * w.item(); // 2.9000000953674316
 */
export const adam = (params: readonly Tensor[], options: AdamOptions = {}): Optimizer =>
  adamLike("adam", params, options, false);

/**
 * Adam with decoupled weight decay (0.01 unless told otherwise). Loshchilov & Hutter 2019; chapter 10.
 * @example
 * const w = parameter(tensor(3));
 * const optimizer = adamW([w], { lr: 0.1 });
 * w.square().backward();
 * optimizer.step();
 * w.item(); // 2.8970000743865967
 */
export const adamW = (params: readonly Tensor[], options: AdamOptions = {}): Optimizer =>
  adamLike("adamW", params, { weightDecay: 0.01, ...options }, true);

function adamLike(op: string, params: readonly Tensor[], options: AdamOptions, decoupled: boolean): Optimizer {
  const { lr = 1e-3, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weightDecay = 0 } = options;
  checkOptions(op, params, { lr, beta1, beta2, eps, weightDecay });
  const moments = params.map((p) => ({ m: stateFor(p), v: stateFor(p) }));
  return optimizer(params, lr, (p, g, { i, t, lr }) =>
    update(p, g, moments[i], { lr, beta1, beta2, eps, weightDecay, decoupled, t }),
  );
}

/** One update in the paper's names: moments m and v, corrected for their start at 0. */
function update(p: Tensor, gradient: Tensor, { m, v }: { m: Tensor; v: Tensor }, step: AdamStep): void {
  if (p.on.adamStep) {
    p.on.adamStep(p.handle, gradient.handle, m.handle, v.handle, step);
    touch(p);
    return;
  }
  const { lr, beta1, beta2, eps, weightDecay, decoupled, t } = step;
  const g = weightDecay > 0 && !decoupled ? gradient.add(p.mul(weightDecay)) : gradient;
  assign(m, m.mul(beta1).add(g.mul(1 - beta1)));
  assign(v, v.mul(beta2).add(g.square().mul(1 - beta2)));
  const mHat = m.div(1 - beta1 ** t);
  const vHat = v.div(1 - beta2 ** t);
  const kept = weightDecay > 0 && decoupled ? p.mul(1 - lr * weightDecay) : p;
  assign(p, kept.sub(mHat.div(vHat.sqrt().add(eps)).mul(lr)));
}
