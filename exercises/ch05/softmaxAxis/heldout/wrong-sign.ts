// misconception: wrong-sign
/** A gradient with its sign turned. */
import { type Tensor, tensor } from "termwise";

/** Calls `visit` with the flat positions of every slice of `shape` along `axis`. */
function slices(shape: readonly number[], axis: number, visit: (places: number[]) => void): void {
  const at = axis < 0 ? axis + shape.length : axis;
  if (!(at >= 0 && at < shape.length)) throw new Error(`there is no axis ${axis}`);
  const inner = shape.slice(at + 1).reduce((p, q) => p * q, 1);
  const outer = shape.slice(0, at).reduce((p, q) => p * q, 1);
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < inner; i++) visit(Array.from({ length: shape[at] }, (_, k) => (o * shape[at] + k) * inner + i));
}

export function softmaxAxis(x: Tensor, axis: number): Tensor {
  const d = x.data();
  const out = new Float32Array(d.length);
  slices(x.shape, axis, (places) => {
    const top = Math.max(...places.map((k) => d[k]));
    const total = places.reduce((t, k) => t + Math.exp(d[k] - top), 0);
    for (const k of places) out[k] = Math.exp(d[k] - top) / total;
  });
  return tensor(out, { shape: [...x.shape] });
}

export function softmaxAxisVjp(y: Tensor, g: Tensor, axis: number): Tensor {
  return y.mul(y.mul(g).sum(axis, { keep: true }).sub(g));
}
