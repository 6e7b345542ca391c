/** x.add(y) for add(x, y): functions are the definition, methods are attached here. */
import type { Axes, Shape } from "../core/shape.ts";
import * as A from "./along.ts";
import type { BackwardOptions } from "./autograd.ts";
import { backward, clone, detach, retainGrad } from "./autograd.ts";
import * as X from "./axes.ts";
import { cumsum } from "./cumulative.ts";
import * as E from "./elementwise.ts";
import { matmul } from "./linalg.ts";
import * as M from "./movement.ts";
import * as R from "./reduce.ts";
import { at, gather } from "./rows.ts";
import { type Sorted, type SortOptions, sort, topk } from "./sort.ts";
import { expand, type ReduceOptions, sum } from "./sum.ts";
import { Tensor } from "./tensor.ts";

/** The operations of the library as methods; each is documented at the function of the same name. */
export interface TensorMethods {
  /** x + b, with broadcasting. */
  add(b: E.Operand): Tensor;
  /** x − b, with broadcasting. */
  sub(b: E.Operand): Tensor;
  /** x · b, element by element, with broadcasting. */
  mul(b: E.Operand): Tensor;
  /** x / b, element by element, with broadcasting. */
  div(b: E.Operand): Tensor;
  /** x to the power b, with broadcasting. */
  pow(b: E.Operand): Tensor;
  /** The larger of x and b. */
  maximum(b: E.Operand): Tensor;
  /** The smaller of x and b. */
  minimum(b: E.Operand): Tensor;
  /** 1 where x > b, else 0. */
  greater(b: E.Operand): Tensor;
  /** 1 where x < b, else 0. */
  less(b: E.Operand): Tensor;
  /** 1 where x = b, else 0. */
  equal(b: E.Operand): Tensor;
  neg(): Tensor;
  exp(): Tensor;
  log(): Tensor;
  log1p(): Tensor;
  sqrt(): Tensor;
  square(): Tensor;
  reciprocal(): Tensor;
  abs(): Tensor;
  sign(): Tensor;
  floor(): Tensor;
  round(): Tensor;
  sin(): Tensor;
  cos(): Tensor;
  tanh(): Tensor;
  erf(): Tensor;
  sigmoid(): Tensor;
  relu(): Tensor;

  /** The sum over some axes, or over all. */
  sum(axes?: Axes, options?: ReduceOptions): Tensor;
  /** The mean over some axes, or over all. */
  mean(axes?: Axes, options?: ReduceOptions): Tensor;
  /** The largest number over some axes, or over all. */
  max(axes?: Axes, options?: ReduceOptions): Tensor;
  /** The smallest number over some axes, or over all. */
  min(axes?: Axes, options?: ReduceOptions): Tensor;
  /** The variance over some axes, or over all; divides by the count (minus `correction`). */
  variance(axes?: Axes, options?: R.VarianceOptions): Tensor;
  /** The standard deviation: the root of the variance. */
  std(axes?: Axes, options?: R.VarianceOptions): Tensor;
  /** Running totals along an axis, the last unless told otherwise. */
  cumsum(axis?: number): Tensor;
  /** The entries along an axis in ascending order, and where they came from. */
  sort(options?: SortOptions): Sorted;
  /** The k largest entries along an axis, largest first, and where they came from. */
  topk(k: number, options?: { axis?: number }): Sorted;
  /** The position of the largest number along an axis, the last unless told otherwise. */
  argmax(axis?: number): Int32Array;
  /** The position of the smallest number along an axis. */
  argmin(axis?: number): Int32Array;

  /** The matrix product. [..., M, K] times [..., K, N] → [..., M, N] */
  matmul(b: Tensor): Tensor;
  /** Two axes swapped, the last two unless told otherwise. */
  transpose(axes?: readonly [number, number]): Tensor;
  /** The axes in another order. */
  permute(order: readonly number[]): Tensor;
  /** The same numbers in another shape; one size may be −1. */
  reshape(shape: Shape): Tensor;
  /** Everything after the first axis in a row. */
  flatten(): Tensor;
  /** Without these axes of size 1, or without all of them. */
  squeeze(axes?: Axes): Tensor;
  /** With a new axis of size 1 at this place. */
  unsqueeze(axis: number): Tensor;
  /** One axis put at another place. */
  moveAxis(from: number, to: number): Tensor;
  /** Stretched to a larger shape; axes of size 1 repeat. */
  expand(shape: Shape): Tensor;
  /** Entries start to end (excluded) of one axis. */
  slice(start: number, end?: number, axis?: number): Tensor;
  /** Zeros around; widths[i] is [before, after] of axis i. */
  pad(widths: readonly (readonly [number, number])[]): Tensor;
  /** Entry i along the first axis, without that axis; more numbers pick along the next axes. */
  at(...positions: readonly number[]): Tensor;
  /** The rows with these numbers. */
  gather(rows: ArrayLike<number>): Tensor;
  /** The entries of an axis at these positions. */
  take(positions: ArrayLike<number>, axis?: number): Tensor;
  /** Each row's own entries along an axis: what argmax, sort and topk give goes in here. */
  takeAlong(positions: ArrayLike<number>, axis?: number): Tensor;
  /** The entries of some axes, or of all, in reverse order. */
  flip(axes?: number | readonly number[]): Tensor;
  /** Laid out like tiles, counts[i] times along axis i. */
  tile(counts: readonly number[]): Tensor;

  /** Adds the gradient of this scalar to `.grad` of every parameter it depends on. */
  backward(options?: BackwardOptions): void;
  /** The same numbers, cut off from the graph. */
  detach(): Tensor;
  /** A copy of the numbers; gradients flow through. */
  clone(): Tensor;
  /** Makes backward keep the gradient of this intermediate tensor too. */
  retainGrad(): Tensor;
}

declare module "./tensor.ts" {
  interface Tensor extends TensorMethods {}
}

const methods: TensorMethods & ThisType<Tensor> = {
  add(b) {
    return E.add(this, b);
  },
  sub(b) {
    return E.sub(this, b);
  },
  mul(b) {
    return E.mul(this, b);
  },
  div(b) {
    return E.div(this, b);
  },
  pow(b) {
    return E.pow(this, b);
  },
  maximum(b) {
    return E.maximum(this, b);
  },
  minimum(b) {
    return E.minimum(this, b);
  },
  greater(b) {
    return E.greater(this, b);
  },
  less(b) {
    return E.less(this, b);
  },
  equal(b) {
    return E.equal(this, b);
  },
  neg() {
    return E.neg(this);
  },
  exp() {
    return E.exp(this);
  },
  log() {
    return E.log(this);
  },
  log1p() {
    return E.log1p(this);
  },
  sqrt() {
    return E.sqrt(this);
  },
  square() {
    return E.square(this);
  },
  reciprocal() {
    return E.reciprocal(this);
  },
  abs() {
    return E.abs(this);
  },
  sign() {
    return E.sign(this);
  },
  floor() {
    return E.floor(this);
  },
  round() {
    return E.round(this);
  },
  sin() {
    return E.sin(this);
  },
  cos() {
    return E.cos(this);
  },
  tanh() {
    return E.tanh(this);
  },
  erf() {
    return E.erf(this);
  },
  sigmoid() {
    return E.sigmoid(this);
  },
  relu() {
    return E.relu(this);
  },
  sum(axes, options) {
    return sum(this, axes, options);
  },
  mean(axes, options) {
    return R.mean(this, axes, options);
  },
  max(axes, options) {
    return R.max(this, axes, options);
  },
  min(axes, options) {
    return R.min(this, axes, options);
  },
  variance(axes, options) {
    return R.variance(this, axes, options);
  },
  std(axes, options) {
    return R.std(this, axes, options);
  },
  cumsum(axis) {
    return cumsum(this, axis);
  },
  sort(options) {
    return sort(this, options);
  },
  topk(k, options) {
    return topk(this, k, options);
  },
  argmax(axis) {
    return R.argmax(this, axis);
  },
  argmin(axis) {
    return R.argmin(this, axis);
  },
  matmul(b) {
    return matmul(this, b);
  },
  transpose(axes) {
    return M.transpose(this, axes);
  },
  permute(order) {
    return M.permute(this, order);
  },
  reshape(shape) {
    return M.reshape(this, shape);
  },
  flatten() {
    return X.flatten(this);
  },
  squeeze(axes) {
    return X.squeeze(this, axes);
  },
  unsqueeze(axis) {
    return X.unsqueeze(this, axis);
  },
  moveAxis(from, to) {
    return X.moveAxis(this, from, to);
  },
  expand(shape) {
    return expand(this, shape);
  },
  slice(start, end, axis) {
    return M.slice(this, start, end, axis);
  },
  pad(widths) {
    return M.pad(this, widths);
  },
  at(...positions) {
    return at(this, ...positions);
  },
  gather(rows) {
    return gather(this, rows);
  },
  take(positions, axis) {
    return A.take(this, positions, axis);
  },
  takeAlong(positions, axis) {
    return A.takeAlong(this, positions, axis);
  },
  flip(axes) {
    return A.flip(this, axes);
  },
  tile(counts) {
    return A.tile(this, counts);
  },
  backward(options) {
    backward(this, options);
  },
  detach() {
    return detach(this);
  },
  clone() {
    return clone(this);
  },
  retainGrad() {
    return retainGrad(this);
  },
};

for (const [name, value] of Object.entries(methods)) {
  Object.defineProperty(Tensor.prototype, name, { value, configurable: true, writable: true });
}
