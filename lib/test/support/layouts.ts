/** The same numbers laid out otherwise in memory: an operation must not see the difference. Gradients flow through. */
import * as T from "../../src/index.ts";

export type Layout = (x: T.Tensor) => T.Tensor;

export const layouts: Readonly<Record<string, Layout>> = {
  "transposed inputs": (x) => {
    const reversed = x.shape.map((_, i) => x.rank - 1 - i);
    return x.permute(reversed).clone().permute(reversed);
  },
  "inputs cut out of larger ones, with NaN around": (x) => {
    const widths = x.shape.map((): [number, number] => [1, 2]);
    const outside = T.full(x.shape, 1).pad(widths).equal(0);
    const framed = T.where(outside, Number.NaN, x.pad(widths));
    return x.shape.reduce((part, n, axis) => part.slice(1, 1 + n, axis), framed);
  },
};
