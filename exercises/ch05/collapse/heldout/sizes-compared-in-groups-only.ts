// misconception: none
import type { Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export interface Step extends Layer {
  readonly activation: "relu" | "identity";
}

export function collapse(layers: readonly Layer[]): Layer {
  let { W, b } = layers[0];
  for (const next of layers.slice(1)) {
    if (W.shape[1] !== next.W.shape[0]) throw new Error(`sizes differ: ${W.shape[1]}, ${next.W.shape[0]}`);
    W = W.matmul(next.W);
    b = b.reshape([1, -1]).matmul(next.W).reshape([-1]).add(next.b);
  }
  return { W, b };
}

/** Sizes that do not fit at a relu are never looked at. */
export function shorten(network: readonly Step[]): Step[] {
  const out: Step[] = [];
  let group: Step[] = [];
  for (const [k, step] of network.entries()) {
    group.push(step);
    if (step.activation === "identity" && k < network.length - 1) continue;
    out.push({ ...collapse(group), activation: step.activation });
    group = [];
  }
  return out;
}
