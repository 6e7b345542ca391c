// misconception: two-layers-only
import type { Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export interface Step extends Layer {
  readonly activation: "relu" | "identity";
}

function compatible(a: Layer, b: Layer): void {
  if (a.W.shape[1] !== b.W.shape[0]) throw new Error(`outputs ${a.W.shape[1]}, inputs ${b.W.shape[0]}`);
}

function two(a: Layer, b: Layer): Layer {
  compatible(a, b);
  return { W: a.W.matmul(b.W), b: a.b.reshape([1, -1]).matmul(b.W).reshape([-1]).add(b.b) };
}

export function collapse(layers: readonly Layer[]): Layer {
  for (let k = 1; k < layers.length; k++) compatible(layers[k - 1], layers[k]);
  const [first, second] = layers;
  return second === undefined ? first : two(first, second);
}

export function shorten(network: readonly Step[]): Step[] {
  for (let k = 1; k < network.length; k++) compatible(network[k - 1], network[k]);
  const result: Step[] = [];
  for (const step of network) {
    const previous = result.at(-1);
    if (previous !== undefined && previous.activation === "identity")
      result[result.length - 1] = { ...two(previous, step), activation: step.activation };
    else result.push(step);
  }
  return result;
}
