/**
 * A network with one hidden layer in plain loops and float64: labs record runs of it, whole or with a fault planted, and
 * their suites know from it what a repaired program must give.
 */
import type { TensorValue } from "@termwise/check";

/** relu(x W1 + b1) W2 + b2. W1: [D, H]; W2: [H, K]. */
export interface Network {
  readonly W1: TensorValue;
  readonly b1: TensorValue;
  readonly W2: TensorValue;
  readonly b2: TensorValue;
}
export const PARTS = ["W1", "b1", "W2", "b2"] as const;

/** Rows and their classes. */
export interface Batch {
  readonly x: TensorValue;
  readonly labels: readonly number[];
}

const exact = (shape: readonly number[]): TensorValue => ({
  shape,
  data: new Float64Array(shape.reduce((a, b) => a * b, 1)),
});
const map = (f: (part: (typeof PARTS)[number]) => TensorValue): Network =>
  Object.fromEntries(PARTS.map((part) => [part, f(part)])) as unknown as Network;

/** A copy in float64, which training may change. */
export const copyOf = (net: Network): Network =>
  map((part) => ({ shape: net[part].shape, data: Float64Array.from(net[part].data) }));

/** The outputs, [B, K], and the hidden units, [B, H]. */
export function forward({ W1, b1, W2, b2 }: Network, x: TensorValue): { hidden: TensorValue; output: TensorValue } {
  const hidden = affine(x, W1, b1);
  hidden.data.forEach((v, k) => {
    hidden.data[k] = Math.max(0, v);
  });
  return { hidden, output: affine(hidden, W2, b2) };
}

function affine(x: TensorValue, W: TensorValue, b: TensorValue): TensorValue {
  const [rows, inner] = x.shape;
  const columns = W.shape[1];
  const y = exact([rows, columns]);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = b.data[j];
      for (let k = 0; k < inner; k++) sum += x.data[i * inner + k] * W.data[k * columns + j];
      y.data[i * columns + j] = sum;
    }
  }
  return y;
}

/** Softmax of each row, [B, K]. */
export function softmaxRows({ shape, data }: TensorValue): TensorValue {
  const [rows, K] = shape;
  const p = exact(shape);
  for (let i = 0; i < rows; i++) {
    const row = Array.from(data.subarray(i * K, i * K + K));
    const top = Math.max(...row);
    const total = row.reduce((sum, v) => sum + Math.exp(v - top), 0);
    for (let j = 0; j < K; j++) p.data[i * K + j] = Math.exp(row[j] - top) / total;
  }
  return p;
}

/** The mean of −log of the probability that each row's class gets. scores: [B, K], before the softmax. */
export function lossOf(scores: TensorValue, labels: readonly number[]): number {
  const [rows, K] = scores.shape;
  let total = 0;
  for (let i = 0; i < rows; i++) {
    const row = Array.from(scores.data.subarray(i * K, i * K + K));
    const top = Math.max(...row);
    total += top + Math.log(row.reduce((sum, v) => sum + Math.exp(v - top), 0)) - row[labels[i]];
  }
  return total / rows;
}

/** The share of rows whose largest output is that of their class. */
export function accuracyOf(output: TensorValue, labels: readonly number[]): number {
  const [rows, K] = output.shape;
  let right = 0;
  for (let i = 0; i < rows; i++) {
    const row = Array.from(output.data.subarray(i * K, i * K + K));
    if (row.indexOf(Math.max(...row)) === labels[i]) right++;
  }
  return right / rows;
}

export interface Slopes {
  readonly loss: number;
  readonly gradient: Network;
  /** The share of hidden units that are 0 on every row. */
  readonly dead: number;
}
export interface SlopeOptions {
  /** The mistake of giving the loss probabilities where it wants scores. */
  readonly softmaxTwice?: boolean;
}

/** Loss and gradient of one batch. */
export function slopes(net: Network, { x, labels }: Batch, { softmaxTwice = false }: SlopeOptions = {}): Slopes {
  const { hidden, output } = forward(net, x);
  const inner = softmaxRows(output);
  const scores = softmaxTwice ? inner : output;
  const [B, K] = output.shape;
  let d = softmaxRows(scores); // [B, K]
  labels.forEach((label, i) => {
    d.data[i * K + label] -= 1;
  });
  d.data.forEach((v, k) => {
    d.data[k] = v / B;
  });
  if (softmaxTwice) d = throughSoftmax(inner, d);
  const dHidden = product(d, net.W2, { transposeB: true }); // [B, H]
  hidden.data.forEach((v, k) => {
    if (v <= 0) dHidden.data[k] = 0;
  });
  const gradient = {
    W1: product(x, dHidden, { transposeA: true }),
    b1: columnSums(dHidden),
    W2: product(hidden, d, { transposeA: true }),
    b2: columnSums(d),
  };
  return { loss: lossOf(scores, labels), gradient, dead: deadShare(hidden) };
}

/** y ∘ (g − Σ g∘y), row by row. */
function throughSoftmax(y: TensorValue, g: TensorValue): TensorValue {
  const [rows, K] = y.shape;
  const d = exact(y.shape);
  for (let i = 0; i < rows; i++) {
    let inner = 0;
    for (let j = 0; j < K; j++) inner += g.data[i * K + j] * y.data[i * K + j];
    for (let j = 0; j < K; j++) d.data[i * K + j] = y.data[i * K + j] * (g.data[i * K + j] - inner);
  }
  return d;
}

function product(
  a: TensorValue,
  b: TensorValue,
  { transposeA = false, transposeB = false }: { transposeA?: boolean; transposeB?: boolean },
): TensorValue {
  const [rows, inner] = transposeA ? [a.shape[1], a.shape[0]] : [a.shape[0], a.shape[1]];
  const columns = transposeB ? b.shape[0] : b.shape[1];
  const y = exact([rows, columns]);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) {
        const left = a.data[transposeA ? k * rows + i : i * inner + k];
        sum += left * b.data[transposeB ? j * inner + k : k * columns + j];
      }
      y.data[i * columns + j] = sum;
    }
  }
  return y;
}

function columnSums({ shape, data }: TensorValue): TensorValue {
  const sums = exact([shape[1]]);
  data.forEach((v, k) => {
    sums.data[k % shape[1]] += v;
  });
  return sums;
}

function deadShare({ shape, data }: TensorValue): number {
  const [rows, H] = shape;
  let dead = 0;
  for (let j = 0; j < H; j++) {
    let alive = false;
    for (let i = 0; i < rows; i++) alive ||= data[i * H + j] > 0;
    if (!alive) dead++;
  }
  return dead / H;
}

/** target ← target + factor · change, in some or all parts. */
export function addTo(
  target: Network,
  change: Network,
  factor: number,
  parts: readonly (keyof Network)[] = PARTS,
): void {
  for (const part of parts) {
    const { data } = target[part];
    change[part].data.forEach((v, k) => {
      data[k] += factor * v;
    });
  }
}

/** The inner product over all parts, or some. */
export function inner(a: Network, b: Network, parts: readonly (keyof Network)[] = PARTS): number {
  let sum = 0;
  for (const part of parts) {
    a[part].data.forEach((v, k) => {
      sum += v * b[part].data[k];
    });
  }
  return sum;
}
export const norm = (a: Network, parts?: readonly (keyof Network)[]): number => Math.sqrt(inner(a, a, parts));
