/** Runs of the lab's program and the experiments after them, recorded with and without a fault. */
import { Draw } from "@termwise/check";
import { accuracyOf, addTo, type Batch, copyOf, forward, type Network, slopes } from "../../labs/network.ts";
import type { Fault, Recording } from "./stub.ts";

export const FAULTS: readonly Fault[] = [
  "nothing",
  "labels left behind",
  "rows left out",
  "inputs not scaled",
  "inputs lost",
  "rate too low",
];

export interface Setting {
  readonly start: Network;
  readonly training: Batch;
  readonly validation: Batch;
  readonly lr: number;
  readonly size: number;
  readonly epochs: number;
  /** The order of each epoch. */
  readonly orders: readonly (readonly number[])[];
  /** The order for the labels that are shuffled on purpose. */
  readonly scramble: readonly number[];
  /** Which label the program hands over for a place of an epoch; by default that of the row there. */
  readonly labelAt?: (place: number, row: number) => number;
  /** Rows from here on are never dealt. */
  readonly dealt?: number;
}

/** Trains with the fault planted, then makes the experiments. Faults of the inputs and the start are in them already. */
export function recorded(setting: Setting): Omit<Recording, "classes"> {
  const { start, training, validation, lr, size, epochs, orders, scramble } = setting;
  const real = trained(setting, training.labels);
  const first = batches(setting, 0, training.labels)[0].batch;
  const byHeart = copyOf(start);
  const heart: number[] = [];
  for (let step = 0; step <= 100; step++) {
    const { loss, gradient } = slopes(byHeart, first);
    if (step % 10 === 0) heart.push(loss);
    addTo(byHeart, gradient, -lr);
  }
  const last = batches(setting, epochs - 1, training.labels);
  const rows = last.flatMap((one) => one.rows);
  const given = last.flatMap((one) => one.batch.labels);
  return {
    start: heart[0],
    loss: real.loss,
    accuracy: real.nets.map((net) => accuracyOf(forward(net, validation.x).output, validation.labels)),
    scrambled: trained(
      setting,
      scramble.map((row) => training.labels[row]),
    ).loss,
    heart,
    spread: spreadOf(forward(byHeart, first.x).output, size),
    pairs: rows.slice(0, 12).map((row, k) => ({ given: given[k], own: training.labels[row] })),
    used: orders[0].map((row) => rows.filter((other) => other === row).length),
  };
}

/** The mean loss of each epoch, and the network after it. */
function trained(setting: Setting, labels: readonly number[]): { loss: number[]; nets: Network[] } {
  const net = copyOf(setting.start);
  const [loss, nets]: [number[], Network[]] = [[], []];
  for (let epoch = 0; epoch < setting.epochs; epoch++) {
    let total = 0;
    for (const { batch } of batches(setting, epoch, labels)) {
      const found = slopes(net, batch);
      total += found.loss * batch.labels.length;
      addTo(net, found.gradient, -setting.lr);
    }
    loss.push(total / labels.length);
    nets.push(copyOf(net));
  }
  return { loss, nets };
}

/** The batches of one epoch as the model gets them, and the rows they are made of. */
export function batches(
  { training: { x }, size, orders, dealt = x.shape[0], labelAt = (_, row) => row }: Setting,
  epoch: number,
  labels: readonly number[],
): { rows: readonly number[]; batch: Batch }[] {
  const D = x.shape[1];
  const order = orders[epoch].map((row) => row % dealt);
  return Array.from({ length: Math.ceil(order.length / size) }, (_, b) => {
    const rows = order.slice(b * size, (b + 1) * size);
    const data = Float32Array.from(rows.flatMap((row) => [...x.data.subarray(row * D, row * D + D)]));
    const given = rows.map((row, k) => labels[labelAt(b * size + k, row)]);
    return { rows, batch: { x: { shape: [rows.length, D], data }, labels: given } };
  });
}

function spreadOf({ shape: [rows, K], data }: ReturnType<typeof forward>["output"], size: number): number {
  let widest = 0;
  for (let k = 0; k < K; k++) {
    const column = Array.from({ length: Math.min(rows, size) }, (_, i) => data[i * K + k]);
    widest = Math.max(widest, Math.max(...column) - Math.min(...column));
  }
  return widest;
}

/** A small network and rows in K clouds that may overlap, or lie on one another. */
function problem(draw: Draw, fault: Fault) {
  const [D, H, K] = [draw.int(2, 3), draw.int(3, 5), draw.int(2, 5)];
  const start: Network = {
    W1: draw.tensor([D, H], { scale: 0.8 }),
    b1: draw.tensor([H], { scale: 0.2 }),
    W2: draw.tensor([H, K], { scale: 0.6 }),
    b2: draw.tensor([K], { scale: 0.2 }),
  };
  const silent = fault === "inputs lost" && draw.chance(0.5);
  if (silent) start.b1.data.fill(-400);
  const factor = fault === "inputs not scaled" ? draw.number(4, 15) : fault === "inputs lost" && !silent ? 0 : 1;
  const apart = draw.pick([1.5, 1.5, 0]); // with 0 nothing can be told from the rows
  const centres = draw.list(K, () => draw.list(D, () => apart * draw.normal()));
  const spread = draw.pick([0.2, 0.8]);
  const rowsIn = (count: number): Batch => {
    const labels = draw.list(count, (i) => i % K);
    const rows = labels.map((label) => centres[label].map((c) => factor * (c + spread * draw.normal())));
    return { x: { shape: [count, D], data: Float32Array.from(rows.flat()) }, labels };
  };
  return { start, training: rowsIn(draw.int(10, 16)), validation: rowsIn(4 * K), classes: K };
}

/** A run with this fault. Runs are remembered: a suite is played many times with one seed. */
export function drawnRun(draw: Draw, fault: Fault): Recording {
  const key = `${fault}/${draw.int(0, 2 ** 31 - 1)}`;
  const known = remembered.get(key);
  if (known) return known;
  const own = new Draw(key);
  for (;;) {
    const run = drawn(own, fault);
    if (!sound(run, fault)) continue;
    if (remembered.size > 2000) remembered.clear();
    remembered.set(key, run);
    return run;
  }
}
const remembered = new Map<string, Recording>();

function drawn(own: Draw, fault: Fault): Recording {
  const { classes, ...made } = problem(own, fault);
  const n = made.training.labels.length;
  const [size, epochs] = [own.int(3, 6), own.int(3, 12)];
  const setting: Setting = {
    ...made,
    size,
    epochs,
    lr: fault === "rate too low" ? 10 ** -own.int(5, 7) : own.number(0.1, 0.8),
    orders: own.list(epochs, () => permutation(own, n)),
    scramble: permutation(own, n),
    dealt: fault === "rows left out" ? n - own.pick([1, own.int(1, n - 2)]) : n,
    labelAt: fault === "labels left behind" ? torn(own, n, size) : undefined,
  };
  // Some runs learn hardly faster, or hardly slower, than the limit, and some tell rows apart only a little.
  const near = fault === "nothing" || fault === "rate too low";
  if (near && own.chance(0.4)) {
    const { W2 } = setting.start;
    W2.data.forEach((v, k) => {
      W2.data[k] = 0.01 * v;
    });
  }
  const limit = near && own.chance(0.5) ? (fault === "nothing" ? 0.0105 : 0.0095) : null;
  const lr = limit === null ? setting.lr : rateFor(setting, limit);
  return { classes, ...recorded({ ...setting, lr }) };
}

/** The rate at which a hundred steps on one batch take this share off its loss. */
function rateFor(setting: Setting, share: number): number {
  const [tiny, best] = [1e-5, { lr: 1e-5 }];
  for (let turn = 0; turn < 3; turn++) {
    const { heart } = recorded({ ...setting, epochs: 1, lr: best.lr });
    best.lr *= share / Math.max(tiny, 1 - heart[heart.length - 1] / heart[0]);
  }
  return best.lr;
}

/** All labels stay where they were, or are moved by an order of their own, or by one place from some batch on, or one is. */
function torn(own: Draw, n: number, size: number): (place: number, row: number) => number {
  const other = permutation(own, n);
  const [from, only] = [size * own.int(0, 1), own.int(0, 9)];
  return own.pick([
    (place: number) => place,
    (place: number) => other[place],
    (place: number, row: number) => (place < from ? row : (row + 1) % n),
    (place: number, row: number) => (place === only ? (row + 1) % n : row),
  ]);
}

/** Only the planted fault is there. */
function sound({ classes, start, loss, scrambled, heart, spread, pairs, used }: Recording, fault: Fault): boolean {
  if (![...loss, ...scrambled, ...heart].every((v) => v < 1000)) return false;
  const limit = 2 * Math.log(classes);
  const left = heart[heart.length - 1] / heart[0];
  return (
    pairs.some(({ given, own }) => given !== own) === (fault === "labels left behind") &&
    used.includes(0) === (fault === "rows left out") &&
    (fault === "inputs not scaled" ? start > 1.02 * limit : start < 0.98 * limit) &&
    (spread === 0) === (fault === "inputs lost") &&
    (fault === "rate too low" ? left > 0.9901 : left < 0.9899)
  );
}

function permutation(draw: Draw, n: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = draw.int(0, i);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
