// misconception: biases-dropped
import { type Tensor, zeros } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export interface Step extends Layer {
  readonly activation: "relu" | "identity";
}

const check = (layers: readonly Layer[]): void => {
  layers.slice(1).forEach(({ W }, k) => {
    const before = layers[k].W.shape[1];
    if (before !== W.shape[0]) throw new Error(`sizes ${before} and ${W.shape[0]}`);
  });
};

export function collapse(layers: readonly Layer[]): Layer {
  check(layers);
  if (layers.length === 1) return layers[0];
  const W = layers.map((l) => l.W).reduce((P, Q) => P.matmul(Q));
  return { W, b: zeros([W.shape[1]]) };
}

export function shorten(network: readonly Step[]): Step[] {
  check(network);
  const groups: Step[][] = [];
  let fresh = true;
  for (const step of network) {
    if (fresh) groups.push([]);
    groups[groups.length - 1].push(step);
    fresh = step.activation !== "identity";
  }
  return groups.map((g) => ({ ...collapse(g), activation: g[g.length - 1].activation }));
}
