import { NotImplemented, type Tensor } from "termwise";

/** xW + b. x: [..., nIn], W: [nIn, nOut], b: [nOut] → [..., nOut]. Throws an Error when sizes do not fit. */
export function affine(x: Tensor, W: Tensor, b: Tensor): Tensor {
  throw new NotImplemented("E04.1");
}

/** x through all layers, the first one first. */
export function affineStack(x: Tensor, layers: readonly { readonly W: Tensor; readonly b: Tensor }[]): Tensor {
  throw new NotImplemented("E04.1");
}
