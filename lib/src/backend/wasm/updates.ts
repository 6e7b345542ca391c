/** Arrays that are written in place: parameters, their gradients, and what optimisers remember. */
import type { AdamStep, SgdStep } from "../backend.ts";
import type { WasmArray } from "./array.ts";
import type { Engine } from "./engine.ts";

export function persistent(e: Engine, x: WasmArray): WasmArray {
  const memory = e.begin();
  const out = memory.pin(x.shape);
  write(e, out, x);
  return out;
}

export function assign(e: Engine, target: WasmArray, x: WasmArray): void {
  e.begin();
  write(e, target, x);
}

function write(e: Engine, target: WasmArray, x: WasmArray): void {
  const { memory } = e;
  const { ptr, copy, copyAt } = x.base;
  if (ptr === 0 && copy !== null && x.strides === null) {
    memory.bring(target); // numbers outside need not pass through the nursery
    const at = copyAt + x.offset;
    memory.f32.set(copy.subarray(at, at + x.size), e.at(target) >>> 2);
    return;
  }
  const from = e.flat(x);
  memory.bring(target);
  e.kernels.copy(e.at(target), from, x.size);
}

export function accumulate(e: Engine, target: WasmArray, x: WasmArray): void {
  const memory = e.begin();
  const from = e.flat(x);
  memory.bring(target);
  e.kernels.addTo(e.at(target), from, x.size);
}

export function sgdStep(e: Engine, p: WasmArray, g: WasmArray, velocity: WasmArray | null, step: SgdStep): void {
  const memory = e.begin();
  const from = e.flat(g);
  memory.bring(p);
  if (velocity === null) {
    e.kernels.sgd(e.at(p), from, p.size, step.lr, step.weightDecay);
    return;
  }
  memory.bring(velocity);
  const nesterov = step.nesterov ? 1 : 0;
  e.kernels.momentum(e.at(p), from, e.at(velocity), p.size, step.lr, step.momentum, nesterov, step.weightDecay);
}

export function adamStep(e: Engine, p: WasmArray, g: WasmArray, m: WasmArray, v: WasmArray, step: AdamStep): void {
  const memory = e.begin();
  const from = e.flat(g);
  for (const x of [p, m, v]) memory.bring(x);
  const { lr, beta1, beta2, eps, weightDecay, decoupled, t } = step;
  const decay = decoupled ? 0 : weightDecay;
  const kept = decoupled ? 1 - lr * weightDecay : 1;
  const corrections = [1 - beta1 ** t, 1 - beta2 ** t];
  e.kernels.adam(
    e.at(p),
    from,
    e.at(m),
    e.at(v),
    p.size,
    lr,
    beta1,
    1 - beta1,
    beta2,
    1 - beta2,
    eps,
    ...corrections,
    decay,
    kept,
  );
}
