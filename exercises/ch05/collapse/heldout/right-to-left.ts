// misconception: product-reversed
import { matmul, type Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export interface Step extends Layer {
  readonly activation: "relu" | "identity";
}

function fits(a: Layer, b: Layer): void {
  const [out, nIn] = [a.W.shape[1], b.W.shape[0]];
  if (out !== nIn) throw new Error(`${out} outputs for ${nIn} inputs`);
}

export function collapse(layers: readonly Layer[]): Layer {
  let { W, b } = layers[0];
  for (let k = 1; k < layers.length; k++) {
    fits(layers[k - 1], layers[k]);
    b = matmul(b.reshape([1, b.size]), layers[k].W)
      .reshape([layers[k].b.size])
      .add(layers[k].b);
    W = matmul(layers[k].W, W);
  }
  return { W, b };
}

export function shorten(network: readonly Step[]): Step[] {
  for (let k = 1; k < network.length; k++) fits(network[k - 1], network[k]);
  const out: Step[] = [];
  let open: Step[] = [];
  network.forEach((step, k) => {
    open.push(step);
    if (step.activation === "relu" || k === network.length - 1) {
      out.push({ ...collapse(open), activation: step.activation });
      open = [];
    }
  });
  return out;
}
