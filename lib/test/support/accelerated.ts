/** A backend with every optional part: kernels, optimiser steps, a memory that counts. Its numbers are the reference's. */

import type { AdamStep, Backend, BackendMemory, FusedKernel, Handle, SgdStep } from "../../src/backend/backend.ts";
import { ReferenceBackend } from "../../src/backend/reference/reference.ts";
import type { Strided } from "../../src/backend/reference/strided.ts";
import * as T from "../../src/index.ts";

export interface Log {
  readonly calls: string[];
  readonly kept: number[];
  readonly steps: (SgdStep | AdamStep)[];
}

/** softmax along the last axis, by hand: y = e / Σe, dx = y (g − Σ g y). Other axes: compose. */
function softmaxKernel(be: ReferenceBackend, log: Log): FusedKernel {
  const plain = (x: Handle): T.Tensor => new T.Tensor(x, be);
  return {
    forward([x], options) {
      const { axis } = options as { axis: number };
      if (axis !== x.shape.length - 1) return null;
      log.calls.push("forward");
      const e = plain(x).exp();
      const y = e.div(e.sum(-1, { keep: true }));
      return { output: y.handle, saved: [e.handle] };
    },
    backward(g, _inputs, output, saved, _options, needs) {
      log.calls.push(`backward of ${needs.filter(Boolean).length}, ${saved.length} saved`);
      const [dy, y] = [plain(g), plain(output)];
      return [y.mul(dy.sub(dy.mul(y).sum(-1, { keep: true }))).handle];
    },
  };
}

/** xW + b for matrices. */
function affineKernel(be: ReferenceBackend, log: Log): FusedKernel {
  const plain = (x: Handle): T.Tensor => new T.Tensor(x, be);
  return {
    forward([x, W, b]) {
      return { output: plain(x).matmul(plain(W)).add(plain(b)).handle, saved: [] };
    },
    backward(g, [x, W], _output, _saved, _options, needs) {
      log.calls.push(`affine backward of ${needs.filter(Boolean).length}`);
      const dy = plain(g);
      const all = [() => dy.matmul(plain(W).transpose()), () => plain(x).transpose().matmul(dy), () => dy.sum(0)];
      return all.map((dx, i) => (needs[i] ? dx().handle : null));
    },
  };
}

/** A kernel with a bug: it gives no gradient. */
const careless: FusedKernel = {
  forward: ([x]) => ({ output: x, saved: [] }),
  backward: () => [null],
};

export class AcceleratedBackend extends ReferenceBackend {
  readonly log: Log = { calls: [], kept: [], steps: [] };
  override readonly fused: Backend["fused"] = {
    softmax: softmaxKernel(this, this.log),
    affine: affineKernel(this, this.log),
    logSoftmax: careless,
  };
  override readonly memory: BackendMemory = {
    enter: () => this.log.calls.push("enter"),
    leave: (mark, keep) => {
      this.log.calls.push(`leave ${mark}`);
      this.log.kept.push(keep.length);
    },
    release: (arrays) => this.log.calls.push(`release ${arrays.length}`),
    rest: () => this.log.calls.push("rest"),
  };

  sgdStep(p: Strided, g: Strided, velocity: Strided | null, step: SgdStep): void {
    this.log.steps.push(step);
    for (let i = 0; i < p.size; i++) {
      let d = g.storage[i] + step.weightDecay * p.storage[i];
      if (velocity !== null) {
        velocity.storage[i] = step.momentum * velocity.storage[i] + d;
        d = step.nesterov ? d + step.momentum * velocity.storage[i] : velocity.storage[i];
      }
      p.storage[i] -= step.lr * d;
    }
  }

  adamStep(p: Strided, g: Strided, m: Strided, v: Strided, step: AdamStep): void {
    this.log.steps.push(step);
    for (let i = 0; i < p.size; i++) {
      const d = g.storage[i] + (step.decoupled ? 0 : step.weightDecay * p.storage[i]);
      m.storage[i] = step.beta1 * m.storage[i] + (1 - step.beta1) * d;
      v.storage[i] = step.beta2 * v.storage[i] + (1 - step.beta2) * d * d;
      const [mHat, vHat] = [m.storage[i] / (1 - step.beta1 ** step.t), v.storage[i] / (1 - step.beta2 ** step.t)];
      const kept = step.decoupled ? p.storage[i] * (1 - step.lr * step.weightDecay) : p.storage[i];
      p.storage[i] = kept - (step.lr * mHat) / (Math.sqrt(vHat) + step.eps);
    }
  }
}

/** Runs f on a fresh backend of this kind, and gives the backend too. */
export function accelerated<R>(f: (be: AcceleratedBackend) => R): R {
  const be = new AcceleratedBackend("accelerated", (size) => new Float64Array(size));
  T.registerBackend("accelerated", () => be);
  return T.withBackend("accelerated", () => f(be), { key: Math.random() });
}
