// misconception: last-bias-only
import type { Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export interface Step extends Layer {
  readonly activation: "relu" | "identity";
}

function merge(first: Layer, second: Layer): Layer {
  const p = first.W.shape[1];
  const q = second.W.shape[0];
  if (p !== q) throw new Error(`cannot merge: ${p} is not ${q}`);
  return { W: first.W.matmul(second.W), b: second.b };
}

export function collapse(layers: readonly Layer[]): Layer {
  return layers.reduce(merge);
}

export function shorten(network: readonly Step[]): Step[] {
  const result: Step[] = [];
  for (const step of network) {
    const top = result[result.length - 1];
    if (top && top.W.shape[1] !== step.W.shape[0])
      throw new Error(`${top.W.shape[1]} does not go into ${step.W.shape[0]}`);
    if (top?.activation === "identity") {
      result.pop();
      const { W, b } = merge(top, step);
      result.push({ W, b, activation: step.activation });
    } else result.push(step);
  }
  return result;
}
