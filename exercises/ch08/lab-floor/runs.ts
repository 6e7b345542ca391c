/** Runs of the lab's program, recorded with and without a fault. */
import { Draw, type TensorValue } from "@termwise/check";
import {
  accuracyOf,
  addTo,
  type Batch,
  copyOf,
  forward,
  type Network,
  norm,
  slopes,
  softmaxRows,
} from "../../labs/network.ts";
import type { Fault, Recording } from "./stub.ts";

export const FAULTS: readonly Fault[] = [
  "nothing",
  "softmax twice",
  "rate too low",
  "equal units",
  "leaking data",
  "labels out of step",
];

export interface Setting {
  readonly start: Network;
  readonly training: Batch;
  readonly validation: Batch;
  readonly lr: number;
  readonly epochs: number;
  readonly fault: Fault;
}

/** Trains with the fault planted and measures after every epoch. Faults of the data are in the data already. */
export function recorded({ start, training, validation, lr, epochs, fault }: Setting) {
  const net = copyOf(start);
  const [loss, accuracy, change]: number[][] = [[], [], []];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const found = slopes(net, training, { softmaxTwice: fault === "softmax twice" });
    change.push((lr * norm(found.gradient)) / norm(net));
    addTo(net, found.gradient, -lr);
    loss.push(found.loss);
    accuracy.push(accuracyOf(forward(net, validation.x).output, validation.labels));
  }
  const scores = forward(net, validation.x).output;
  const outputs = rowsOf(fault === "softmax twice" ? softmaxRows(scores) : scores).slice(0, 4);
  return { loss, accuracy, change, outputs, distinct: differentUnits(net) };
}

const rowsOf = ({ shape: [rows, K], data }: TensorValue): number[][] =>
  Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * K, i * K + K)));

/** Units are the columns of W1 with their biases and the rows of W2. */
function differentUnits({ W1, b1, W2 }: Network): number {
  const [D, H] = W1.shape;
  const K = W2.shape[1];
  const names = Array.from({ length: H }, (_, j) =>
    [b1.data[j], ...Array.from({ length: D }, (_, i) => W1.data[i * H + j]), ...W2.data.slice(j * K, j * K + K)]
      .map((v) => v.toPrecision(9))
      .join(" "),
  );
  return new Set(names).size;
}

/** A small network and rows in K clouds that may overlap, training rows and others. */
export function problem(draw: Draw, each = 5) {
  const [D, H, K] = [draw.int(2, 3), draw.int(3, 5), draw.int(2, 4)];
  const start: Network = {
    W1: draw.tensor([D, H], { scale: 0.8 }),
    b1: draw.tensor([H], { scale: 0.2 }),
    W2: draw.tensor([H, K], { scale: 0.6 }),
    b2: draw.tensor([K], { scale: 0.2 }),
  };
  const apart = draw.pick([1.5, 1.5, 0]); // with 0 nothing can be told from the rows
  const centres = draw.list(K, () => draw.list(D, () => apart * draw.normal()));
  const spread = draw.pick([0.2, 0.8, 2]);
  const rowsIn = (count: number): Batch => {
    const labels = draw.list(count, (i) => i % K);
    const rows = labels.map((label) => centres[label].map((c) => c + spread * draw.normal()));
    return { x: { shape: [count, D], data: Float32Array.from(rows.flat()) }, labels };
  };
  return { start, training: rowsIn(each * K), validation: rowsIn(4 * K) };
}

/** A run with this fault. Runs are remembered: a suite is played many times with one seed. */
export function drawnRun(draw: Draw, fault: Fault): Recording {
  const key = `${fault}/${draw.int(0, 2 ** 31 - 1)}`;
  const known = remembered.get(key);
  if (known) return known;
  const own = new Draw(key);
  // Among many rows two labels that have changed places are less than a hundredth.
  const each = fault === "labels out of step" ? own.pick([5, 100]) : 5;
  const { start, training, validation } = problem(own, each);
  // Some sound runs move hardly faster than the limit, and in their last epochs slower; some come to rest.
  const kind = fault === "nothing" ? own.pick(["plain", "creeps", "creeps", "rests", "rests"]) : "plain";
  const lr =
    fault === "rate too low" ? 10 ** -own.int(5, 7) : kind === "rests" ? own.number(3, 6) : own.number(0.3, 1.5);
  if (fault === "equal units") equalise(start, 0);
  else if (own.chance(0.2)) equalise(start, 1);
  const leaked = fault === "leaking data" ? own.pick([1, own.int(1, validation.labels.length)]) : 0;
  const turn = fault === "labels out of step" ? own.int(1, 3) : 0;
  const setting = {
    start,
    training: { x: training.x, labels: turned(training.labels, turn, own) },
    validation: leak(training, validation, leaked),
  };
  const few = kind === "creeps" && own.chance(0.5);
  const epochs = few ? own.int(3, 5) : kind === "rests" ? own.int(60, 80) : own.int(4, 30);
  const at = (lr: number) => recorded({ ...setting, lr, epochs, fault });
  const run = kind === "creeps" ? at(creeping(creeping(creeping(lr, at), at), at)) : at(lr);
  const paired = share(setting.training.labels.map((label, i) => label === training.labels[i]));
  if (fault !== "softmax twice" && own.chance(0.7)) dress(run.outputs, own.int(1, 5));
  const whole = { ...run, shared: leaked, paired };
  if (paired < 1 !== turn > 0 || !run.loss.every(Number.isFinite) || !sound(whole, fault)) return drawnRun(own, fault);
  if (remembered.size > 2000) remembered.clear();
  remembered.set(key, whole);
  return whole;
}
const remembered = new Map<string, Recording>();

/** The rate at which the fastest epoch is just above the limit, if the way hardly depends on it. */
function creeping(lr: number, at: (lr: number) => { change: number[] }): number {
  return (lr * 0.00105) / Math.max(...at(lr).change);
}

/** Only the planted fault is there. */
function sound({ change, outputs, distinct }: Recording, fault: Fault): boolean {
  const looksNormal = outputs.every(
    (row) => row.every((v) => v >= 0) && Math.abs(row.reduce((sum, v) => sum + v, 0) - 1) < 0.01,
  );
  if (looksNormal && fault !== "softmax twice") return false;
  const slow = change.every((part) => part < 0.00102);
  if (fault === "nothing" && slow) return false;
  return (distinct === 1) === (fault === "equal units");
}

const share = (list: readonly boolean[]): number => list.filter(Boolean).length / list.length;

/** Gives all units but the last `spared` ones the weights of the first. */
function equalise({ W1, b1, W2 }: Network, spared: number): void {
  const H = b1.shape[0];
  const K = W2.shape[1];
  const equal = H - spared;
  W1.data.forEach((v, k) => {
    W1.data[k] = k % H < equal ? W1.data[k - (k % H)] : v;
  });
  b1.data.fill(b1.data[0], 0, equal);
  W2.data.forEach((v, k) => {
    W2.data[k] = k < equal * K ? W2.data[k % K] : v;
  });
}

/** Some of the labels, or all, moved on by one place. */
function turned(labels: readonly number[], way: number, draw: Draw): readonly number[] {
  if (way === 0) return labels;
  const from = way === 1 ? 0 : labels.length - draw.int(2, labels.length > 100 ? 3 : 6);
  const part = labels.slice(from);
  return [...labels.slice(0, from), ...part.slice(1), part[0]];
}

/** The first validation rows replaced by training rows. */
function leak({ x, labels }: Batch, validation: Batch, count: number): Batch {
  const D = x.shape[1];
  const data = validation.x.data.slice();
  data.set(x.data.subarray(0, Math.min(count, labels.length) * D));
  return {
    x: { shape: validation.x.shape, data },
    labels: validation.labels.map((label, i) => (i < count ? labels[i] : label)),
  };
}

/** Scores of other models: positive, small and positive, or rows that add up to 1: all, one, or all but one positive. */
function dress(outputs: number[][], way: number): void {
  outputs.forEach((row, i) => {
    const total = row.reduce((sum, v) => sum + v, 0);
    const lowest = Math.min(...row);
    const positive = row.map((v) => v - lowest + 0.1);
    const whole = positive.reduce((sum, v) => sum + v, 0);
    row.forEach((v, k) => {
      if (way === 1 || (way === 5 && i > 0)) row[k] = v + (1 - total) / row.length;
      else if (way === 2) row[k] = positive[k];
      else row[k] = (positive[k] / whole) * (way === 3 || (way === 4 && i > 0) ? 1.5 : 1);
    });
  });
}
