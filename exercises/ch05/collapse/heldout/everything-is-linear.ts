// misconception: merged-across-relu
import { type Tensor, tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export interface Step extends Layer {
  readonly activation: "relu" | "identity";
}

function times(x: readonly number[], W: number[][]): number[] {
  return W[0].map((_, j) => x.reduce((s, v, i) => s + v * W[i][j], 0));
}

export function collapse(layers: readonly Layer[]): Layer {
  let W = layers[0].W.toRows();
  let b = [...layers[0].b.data()];
  for (const next of layers.slice(1)) {
    const V = next.W.toRows();
    if (V.length !== b.length) throw new Error(`${b.length} outputs, but ${V.length} inputs`);
    W = W.map((row) => times(row, V));
    const c = next.b.data();
    b = times(b, V).map((v, j) => v + c[j]);
  }
  return { W: tensor(W), b: tensor(b) };
}

export function shorten(network: readonly Step[]): Step[] {
  if (network.length === 0) return [];
  return [{ ...collapse(network), activation: network[network.length - 1].activation }];
}
