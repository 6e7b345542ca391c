// misconception: activation-of-the-first
import type { Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export interface Step extends Layer {
  readonly activation: "relu" | "identity";
}

export function collapse(layers: readonly Layer[]): Layer {
  return layers.slice(1).reduce<Layer>((sofar, { W, b }) => {
    const [, m] = sofar.W.shape;
    const [n] = W.shape;
    if (m !== n) throw new Error(`a layer gives ${m} numbers, the next takes ${n}`);
    const row = sofar.b.reshape([1, m]).matmul(W).add(b);
    return { W: sofar.W.matmul(W), b: row.reshape([b.size]) };
  }, layers[0]);
}

export function shorten(network: readonly Step[]): Step[] {
  for (let i = 0; i + 1 < network.length; i++) {
    const m = network[i].W.shape[1];
    const n = network[i + 1].W.shape[0];
    if (m !== n) throw new Error(`a layer gives ${m} numbers, the next takes ${n}`);
  }
  const out: Step[] = [];
  let i = 0;
  while (i < network.length) {
    let j = i;
    while (j < network.length - 1 && network[j].activation === "identity") j++;
    out.push({ ...collapse(network.slice(i, j + 1)), activation: network[i].activation });
    i = j + 1;
  }
  return out;
}
