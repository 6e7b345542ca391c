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

/** A group of layers stays open until an activation closes it. */
export function shorten(network: readonly Step[]): Step[] {
  const groups: Step[][] = [];
  let open = false;
  for (const layer of network) {
    if (open) groups[groups.length - 1].push(layer);
    else groups.push([layer]);
    open = layer.activation === "identity";
  }
  return groups.map((group) => ({ ...collapse(group), activation: group[group.length - 1].activation }));
}
