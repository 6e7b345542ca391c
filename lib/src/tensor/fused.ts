/** Composed functions are definitions; a backend may accelerate them under the same name. Chapter 26 measures it. */
import type { Handle } from "../backend/backend.ts";
import { alias, pullback } from "./autograd.ts";
import { checkTogether, isRecording, record } from "./tape.ts";
import { Tensor, type Vjp } from "./tensor.ts";

type Composed<O> = (inputs: readonly Tensor[], options: O) => Tensor;

/** `composed`, by the backend's kernel of this name where there is one. Second derivatives always compose. */
export function fused<O>(name: string, composed: Composed<O>): Composed<O> {
  return (inputs, options) => {
    const { on } = inputs[0];
    const kernel = on.fused[name];
    if (!kernel) return composed(inputs, options);
    checkTogether(name, inputs);
    const handles = inputs.map((x) => x.handle);
    const made = kernel.forward(handles, options);
    if (made === null) return composed(inputs, options);
    const { output, saved } = made;
    const needs = inputs.map((x) => x.requiresGrad);
    let sentBack: Tensor | null = null;
    let sweep = 0;
    let results: readonly (Handle | null)[] = [];
    const rules = inputs.map(
      (_, i): Vjp =>
        (g, y) => {
          if (isRecording()) return again(composed, inputs, options, g, i);
          if (sentBack !== g || sweep !== y.sweep)
            results = kernel.backward(g.handle, handles, y.handle, saved, options, needs); // once for all inputs
          sentBack = g;
          sweep = y.sweep;
          const dx = results[i];
          if (dx === null) throw new Error(`${name}: the kernel of ${on.name} gave no gradient for input ${i}`);
          return new Tensor(dx, on);
        },
    );
    const y = record(name, inputs, output, rules, saved);
    if (y.origin === null) on.memory?.release(saved);
    return y;
  };
}

/** The gradient of input i through the composition, recorded. Works on aliases: an outer sweep must not be disturbed. */
function again<O>(composed: Composed<O>, inputs: readonly Tensor[], options: O, g: Tensor, i: number): Tensor {
  const own = inputs.map(alias);
  return pullback(composed(own, options), own, g)[i];
}
