// misconception: pairs-only
import type { Tensor } from "termwise";

export interface Layer {
  readonly W: Tensor;
  readonly b: Tensor;
}
export interface Step extends Layer {
  readonly activation: "relu" | "identity";
}

export function collapse(layers: readonly Layer[]): Layer {
  const [head, ...tail] = layers;
  if (tail.length === 0) return { W: head.W, b: head.b };
  const rest = tail[0];
  if (head.W.shape[1] !== rest.W.shape[0]) throw new Error(`${head.W.shape[1]} and ${rest.W.shape[0]} differ`);
  const W = head.W.matmul(rest.W);
  const b = head.b.unsqueeze(0).matmul(rest.W).squeeze(0).add(rest.b);
  return collapse([{ W, b }, ...tail.slice(1)]);
}

export function shorten(network: readonly Step[]): Step[] {
  const out: Step[] = [];
  network.forEach(({ W }, k) => {
    const before = network[k - 1];
    if (before && before.W.shape[1] !== W.shape[0]) throw new Error(`${before.W.shape[1]} ≠ ${W.shape[0]}`);
  });
  for (let k = 0; k < network.length; k++) {
    const here = network[k];
    const next = network[k + 1];
    if (here.activation === "identity" && next) {
      out.push({ ...collapse([here, next]), activation: next.activation });
      k++;
    } else out.push(here);
  }
  return out;
}
