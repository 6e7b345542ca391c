/** Running totals along an axis. Chapter 2; chapter 18 samples with them. */
import { normalAxis } from "../core/shape.ts";
import { pad, slice } from "./movement.ts";
import type { Tensor } from "./tensor.ts";

/**
 * Entry i of the result is the sum of the entries 0 to i along the axis. Same shape. The gradient is the running total from
 * the other end. Built by doubling: after step s every entry holds the sum of the last 2ˢ. Hillis & Steele 1986; chapter 2.
 * @example
 * cumsum(tensor([1, 2, 3, 4])); // Tensor [4] 1 3 6 10
 */
export function cumsum(x: Tensor, axis = -1): Tensor {
  const k = normalAxis("cumsum", x.shape, axis);
  const n = x.shape[k];
  let y = x;
  for (let shift = 1; shift < n; shift *= 2) {
    const widths = x.shape.map((_, i): [number, number] => (i === k ? [shift, 0] : [0, 0]));
    y = y.add(pad(slice(y, 0, n - shift, k), widths));
  }
  return y;
}
