/** Runs of the lab's program, recorded with and without a fault. */
import { Draw } from "@termwise/check";
import { addTo, type Batch, copyOf, forward, inner, lossOf, type Network, norm, PARTS } from "../../labs/network.ts";
import type { Agreement, Fault, Recording } from "./stub.ts";

export const FAULTS: readonly Fault[] = [
  "nothing",
  "averaged twice",
  "sum over the wrong axis",
  "activation forgotten",
  "weights not turned",
  "softmax down the columns",
];

type Rows = readonly (readonly number[])[];
const rowsOf = ({ shape: [n, m], data }: Network["W1"]): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from(data.subarray(i * m, i * m + m)));
const turned = (M: Rows): number[][] => M[0].map((_, j) => M.map((row) => row[j]));
const product = (A: Rows, B: Rows): number[][] =>
  A.map((row) => B[0].map((_, j) => row.reduce((sum, v, k) => sum + v * B[k][j], 0)));
const sums = (M: Rows): number[] => M.map((row) => row.reduce((a, b) => a + b, 0));
const filled = (like: Network["W1"], data: readonly number[]) => ({ shape: like.shape, data: Float64Array.from(data) });

function softmaxOf(scores: Rows): number[][] {
  return scores.map((row) => {
    const top = Math.max(...row);
    const powers = row.map((v) => Math.exp(v - top));
    const total = powers.reduce((a, b) => a + b, 0);
    return powers.map((v) => v / total);
  });
}

/** The gradients that the program computes by hand, with a fault planted, and what is probed on the way. */
export function byHand(net: Network, { x, labels }: Batch, fault: Fault) {
  const { hidden, output } = forward(net, x);
  const [h, scores, W2] = [rowsOf(hidden), rowsOf(output), rowsOf(net.W2)];
  const columns = fault === "softmax down the columns";
  const p = columns ? turned(softmaxOf(turned(scores))) : softmaxOf(scores);
  const B = labels.length;
  const delta2 = p.map((row, i) => row.map((v, j) => (v - (labels[i] === j ? 1 : 0)) / B));
  const back = product(delta2, fault === "weights not turned" ? W2 : turned(W2));
  const forgotten = fault === "activation forgotten";
  const delta1 = back.map((row, i) => row.map((v, j) => (h[i][j] > 0 || forgotten ? v : 0)));
  const toBias = (delta: Rows): number[] => sums(fault === "sum over the wrong axis" ? delta : turned(delta));
  const share = fault === "averaged twice" ? 1 / B : 1;
  const scaled = (list: readonly number[]): number[] => list.map((v) => v * share);
  const gradient: Network = {
    W1: filled(net.W1, scaled(product(turned(rowsOf(x)), delta1).flat())),
    b1: filled(net.b1, scaled(toBias(delta1))),
    W2: filled(net.W2, scaled(product(turned(h), delta2).flat())),
    b2: filled(net.b2, scaled(toBias(delta2))),
  };
  const off = h.flatMap((row, i) => row.flatMap((v, j) => (v > 0 ? [] : [delta1[i][j]])));
  const through = off.filter((v) => v !== 0).length / (B * h[0].length);
  return { gradient, through, sums: sums(p), off: off.length, loss: lossOf(output, labels) };
}

interface Setting {
  readonly start: Network;
  readonly batches: readonly Batch[];
  readonly lr: number;
  readonly fault: Fault;
}

/** Trains with the fault planted; the check is that of the first step. */
export function recorded({ start, batches, lr, fault }: Setting): Recording {
  const net = copyOf(start);
  const first = byHand(net, batches[0], fault);
  const measured = byHand(net, batches[0], "nothing").gradient;
  const of = (part: keyof Network): Agreement => {
    const [a, b] = [norm(first.gradient, [part]), norm(measured, [part])];
    if (a < 1e-12 * b) return { ratio: 0, cosine: 0 }; // what is left is rounding
    return { ratio: a / b, cosine: inner(first.gradient, measured, [part]) / (a * b) };
  };
  const loss = batches.map((batch) => {
    const { gradient, loss } = byHand(net, batch, fault);
    addTo(net, gradient, -lr);
    return loss;
  });
  const check = { W1: of("W1"), b1: of("b1"), W2: of("W2"), b2: of("b2") };
  return { loss, check, rows: batches[0].labels.length, through: first.through, sums: first.sums };
}

/** A small network, and batches with as many rows as it has units and classes: there every fault runs. */
export function problem(draw: Draw, square = true): { start: Network; batches: (steps: number) => Batch[] } {
  const n = draw.int(3, 4);
  const [D, H, K] = [draw.int(2, 4), square ? n : draw.int(4, 6), square ? n : draw.int(2, 3)];
  const start = {
    W1: draw.tensor([D, H], { scale: 0.9 }),
    b1: draw.tensor([H], { scale: 0.4 }),
    W2: draw.tensor([H, K], { scale: 0.9 }),
    b2: draw.tensor([K], { scale: 0.4 }),
  };
  const batch = (): Batch => {
    const B = square ? n : draw.int(5, 8);
    return { x: draw.tensor([B, D]), labels: draw.list(B, () => draw.int(0, K - 1)) };
  };
  return { start, batches: (steps) => draw.list(steps, batch) };
}

/** A run with this fault, drawn until the fault shows and no other could be meant. Runs are remembered. */
export function drawnRun(draw: Draw, fault: Fault): Recording {
  const key = `${fault}/${draw.int(0, 2 ** 31 - 1)}`;
  const known = remembered.get(key);
  if (known) return known;
  const own = new Draw(key);
  for (;;) {
    const { start, batches } = problem(own);
    const run = recorded({ start, batches: batches(own.int(2, 8)), lr: own.number(0.05, 1), fault });
    if (!shows(run, fault)) continue;
    if (remembered.size > 2000) remembered.clear();
    remembered.set(key, run);
    return run;
  }
}
const remembered = new Map<string, Recording>();

const right = ({ ratio, cosine }: Agreement): boolean => Math.abs(ratio - 1) < 0.001 && cosine > 0.9999;
const wrong = ({ ratio, cosine }: Agreement): boolean => Math.abs(ratio - 1) > 0.03 || cosine < 0.97;

function shows({ check, through, sums, loss }: Recording, fault: Fault): boolean {
  const parts = PARTS.map((part) => check[part]);
  if (![...loss, ...parts.flatMap(({ ratio, cosine }) => [ratio, cosine])].every(Number.isFinite)) return false;
  if (fault === "nothing") return parts.every(right);
  if (fault === "averaged twice") return parts.every(wrong);
  if (fault === "softmax down the columns") return sums.some((sum) => Math.abs(sum - 1) > 0.05) && wrong(check.W2);
  if (fault === "sum over the wrong axis") return wrong(check.b2) && wrong(check.b1);
  return wrong(check.W1) && wrong(check.b1) && through > 0 === (fault === "activation forgotten");
}
