import type { Layer, Step } from "../../exercises/ch05/collapse/stub.ts";

/**
 * (xW₁ + b₁)W₂ + b₂ = x(W₁W₂) + (b₁W₂ + b₂): the first bias passes through all later weights. Two layers become one,
 * and with the next it is two layers again.
 */
export function collapse(layers: readonly Layer[]): Layer {
  const { W, b } = layers.reduce((before, after) => {
    const row = before.b.reshape([1, -1]);
    return { W: before.W.matmul(after.W), b: row.matmul(after.W).reshape([-1]).add(after.b) };
  });
  return { W, b };
}

/** Also where an activation stands between them, one layer has to give as many numbers as the next one takes. */
function checkSizes(layers: readonly Layer[]): void {
  for (let k = 1; k < layers.length; k++) {
    const [gives, takes] = [layers[k - 1].W.shape[1], layers[k].W.shape[0]];
    if (gives !== takes) throw new Error(`shorten: a layer gives ${gives} numbers, and the next one takes ${takes}`);
  }
}

/** A group of layers stays open until an activation closes it. */
export function shorten(network: readonly Step[]): Step[] {
  checkSizes(network);
  const groups: Step[][] = [];
  let open = false;
  for (const layer of network) {
    if (open) groups[groups.length - 1].push(layer);
    else groups.push([layer]);
    open = layer.activation === "identity";
  }
  return groups.map((group) => ({ ...collapse(group), activation: group[group.length - 1].activation }));
}
