/** Every operation of the library under the name that the golden values use. */
import * as T from "../../src/index.ts";
import { layers } from "./layers.ts";
import { losses } from "./losses.ts";
import { movement } from "./movement.ts";

/** Options as they stand in the golden files. */
export interface Options {
  readonly axes?: number[] | null;
  readonly keep?: boolean;
  readonly correction?: number;
  readonly axis?: number;
  readonly shape?: number[];
  readonly order?: number[];
  readonly start?: number;
  readonly end?: number;
  readonly widths?: [number, number][];
  readonly positions?: number[];
  readonly rows?: number[];
  readonly count?: number;
  readonly size?: [number, number];
  readonly stride?: [number, number];
  readonly dilation?: [number, number];
  readonly pad?: [number, number] | [number, number, number, number];
  readonly labels?: number[];
  readonly from?: number;
  readonly to?: number;
  readonly pieces?: number | number[];
  readonly piece?: number;
  readonly counts?: number[];
  readonly k?: number;
  readonly descending?: boolean;
  readonly step?: number;
  readonly gap?: number;
  readonly ends?: number | [number, number];
  readonly groups?: number;
  readonly outputPad?: [number, number];
  readonly eps?: number;
  readonly training?: boolean;
  readonly momentum?: number;
  readonly heads?: number;
  readonly causal?: boolean;
  readonly gamma?: number;
  readonly q?: number;
  readonly delta?: number;
  readonly by?: number;
  readonly least?: number;
  readonly length?: number;
  readonly extra?: number;
}

export type Operation = (xs: readonly T.Tensor[], options: Options) => T.Tensor;

/** Inputs of operations for the gradient checks. */
export type Inputs = Readonly<Record<string, [T.Tensor[], Options?][]>>;

const numbersAt = (list: Int32Array, shape: T.Shape): T.Tensor => T.tensor(list, { shape });
const reduced = (x: T.Tensor, axis: number): T.Shape => x.shape.filter((_, i) => i !== (axis + x.rank) % x.rank);
const windowOf = ({ size = [1, 1], stride, dilation, pad }: Options): T.WindowOptions => ({
  size,
  stride,
  dilation,
  pad,
});

export const operations: Readonly<Record<string, Operation>> = {
  neg: ([x]) => x.neg(),
  exp: ([x]) => x.exp(),
  log: ([x]) => x.log(),
  log1p: ([x]) => T.log1p(x),
  sqrt: ([x]) => x.sqrt(),
  square: ([x]) => x.square(),
  reciprocal: ([x]) => x.reciprocal(),
  abs: ([x]) => x.abs(),
  sign: ([x]) => x.sign(),
  floor: ([x]) => x.floor(),
  round: ([x]) => x.round(),
  sin: ([x]) => x.sin(),
  cos: ([x]) => x.cos(),
  tanh: ([x]) => x.tanh(),
  erf: ([x]) => T.erf(x),
  sigmoid: ([x]) => x.sigmoid(),
  relu: ([x]) => x.relu(),
  leakyRelu: ([x]) => T.leakyRelu(x),
  leakyReluSlope: ([x]) => T.leakyRelu(x, { slope: 0.3 }),
  prelu: ([x, slope]) => T.prelu(x, slope),
  elu: ([x]) => T.elu(x),
  selu: ([x]) => T.selu(x),
  eluAlpha: ([x]) => T.elu(x, { alpha: 0.5 }),
  softplus: ([x]) => T.softplus(x),
  silu: ([x]) => T.silu(x),
  gelu: ([x]) => T.gelu(x),
  geluTanh: ([x]) => T.gelu(x, { approximate: "tanh" }),
  relu6: ([x]) => T.relu6(x),
  hardSigmoid: ([x]) => T.hardSigmoid(x),
  clamp: ([x]) => T.clamp(x, -0.5, 0.5),

  add: ([a, b]) => a.add(b),
  sub: ([a, b]) => a.sub(b),
  mul: ([a, b]) => a.mul(b),
  div: ([a, b]) => a.div(b),
  pow: ([a, b]) => a.pow(b),
  maximum: ([a, b]) => a.maximum(b),
  minimum: ([a, b]) => a.minimum(b),
  greater: ([a, b]) => a.greater(b),
  less: ([a, b]) => a.less(b),
  equal: ([a, b]) => a.equal(b),
  where: ([c, a, b]) => T.where(c, a, b),

  sum: ([x], { axes, keep }) => x.sum(axes ?? undefined, { keep }),
  mean: ([x], { axes, keep }) => x.mean(axes ?? undefined, { keep }),
  max: ([x], { axes, keep }) => x.max(axes ?? undefined, { keep }),
  min: ([x], { axes, keep }) => x.min(axes ?? undefined, { keep }),
  variance: ([x], { axes, keep, correction }) => x.variance(axes ?? undefined, { keep, correction }),
  std: ([x], { axes, keep, correction }) => x.std(axes ?? undefined, { keep, correction }),
  argmax: ([x], { axis = -1 }) => numbersAt(x.argmax(axis), reduced(x, axis)),
  argmin: ([x], { axis = -1 }) => numbersAt(x.argmin(axis), reduced(x, axis)),

  matmul: ([a, b]) => a.matmul(b),
  affine: ([x, W, b]) => T.affine(x, W, b),

  reshape: ([x], { shape = [] }) => x.reshape(shape),
  permute: ([x], { order = [] }) => x.permute(order),
  transpose: ([x], { axes }) => (axes ? x.transpose([axes[0], axes[1]]) : x.transpose()),
  expand: ([x], { shape = [] }) => x.expand(shape),
  slice: ([x], { start = 0, end, axis }) => x.slice(start, end, axis),
  pad: ([x], { widths = [] }) => x.pad(widths),
  concat: (xs, { axis }) => T.concat(xs, axis),
  stack: (xs, { axis }) => T.stack(xs, axis),
  at: ([x], { positions = [] }) => x.at(...positions),
  gather: ([x], { rows = [] }) => x.gather(rows),
  scatterAdd: ([g], { rows = [], count = 0 }) => T.scatterAdd(g, rows, count),
  unfold: ([x], options) => T.unfold(x, windowOf(options)),
  fold: ([g], options) => T.fold(g, options.shape ?? [], windowOf(options)),

  softmax: ([x], { axis }) => T.softmax(x, axis),
  logSoftmax: ([x], { axis }) => T.logSoftmax(x, axis),
  logSumExp: ([x], { axis }) => T.logSumExp(x, axis),
  crossEntropy: ([x], { labels = [] }) => T.crossEntropy(x, labels),
  meanSquaredError: ([y, t]) => T.meanSquaredError(y, t),
  meanAbsoluteError: ([y, t]) => T.meanAbsoluteError(y, t),
  binaryCrossEntropyWithLogits: ([z, t]) => T.binaryCrossEntropyWithLogits(z, t),

  ...movement,
  ...layers,
  ...losses,
};
