/** Runs of the lab's program, recorded with and without a fault. */
import { Draw } from "@termwise/check";
import {
  accuracyOf,
  addTo,
  type Batch,
  copyOf,
  forward,
  inner,
  type Network,
  norm,
  PARTS,
  slopes,
} from "../../labs/network.ts";
import type { Fault, Recording } from "./stub.ts";

export const FAULTS: readonly Fault[] = [
  "nothing",
  "rate too high",
  "gradients add up",
  "climbs",
  "dead units",
  "first layer left out",
];

export interface Setting {
  readonly start: Network;
  readonly batches: readonly Batch[];
  /** All training rows, for the probes. */
  readonly all: Batch;
  /** A factor for each reading of `alone`: a second pass does not give the same digits. */
  readonly reading?: () => number;
  readonly lr: number;
  readonly fault: Fault;
}

/** Trains with the fault planted and measures at every step. */
export function recorded({ start, batches, all, lr, fault, reading = () => 1 }: Setting): Recording {
  const net = copyOf(start);
  const kept = zeroLike(start);
  const run = {
    loss: [] as number[],
    accuracy: [] as number[],
    used: [] as number[],
    alone: [] as number[],
    along: [] as number[],
    dead: [] as number[],
    moved: [] as number[],
  };
  const trained = fault === "first layer left out" ? (["W2", "b2"] as const) : PARTS;
  for (const batch of batches) {
    const { loss, gradient } = slopes(net, batch);
    if (fault !== "gradients add up") addTo(kept, kept, -1);
    addTo(kept, gradient, 1);
    const change = zeroLike(start);
    addTo(change, kept, fault === "climbs" ? lr : -lr, trained);
    run.loss.push(loss);
    run.accuracy.push(accuracyOf(forward(net, all.x).output, all.labels));
    run.used.push(norm(kept));
    run.alone.push(reading() * norm(gradient));
    run.along.push(inner(change, kept) / (norm(change) * norm(kept)));
    run.dead.push(slopes(net, all).dead);
    run.moved.push(norm(change, ["W1", "b1"]));
    addTo(net, change, 1);
  }
  return run;
}

function zeroLike(net: Network): Network {
  const zero = copyOf(net);
  for (const part of PARTS) zero[part].data.fill(0);
  return zero;
}

/** A small network and rows in K clouds. */
export function problem(draw: Draw): { start: Network; all: Batch; batches: (steps: number) => Batch[] } {
  const [D, H, K] = [draw.int(2, 4), draw.int(4, 6), draw.int(2, 4)];
  const start = {
    W1: draw.tensor([D, H], { scale: 0.8 }),
    b1: draw.tensor([H], { scale: 0.2 }),
    W2: draw.tensor([H, K], { scale: 0.6 }),
    b2: draw.tensor([K], { scale: 0.2 }),
  };
  const centres = draw.list(K, () => draw.list(D, () => 1.5 * draw.normal()));
  const labels = draw.list(8 * K, (i) => i % K);
  const rows = labels.map((label) => centres[label].map((c) => c + 0.5 * draw.normal()));
  const batchOf = (picked: readonly number[]): Batch => ({
    x: { shape: [picked.length, D], data: Float32Array.from(picked.flatMap((i) => rows[i])) },
    labels: picked.map((i) => labels[i]),
  });
  const all = batchOf(labels.map((_, i) => i));
  const batches = (steps: number): Batch[] =>
    draw.list(steps, () => batchOf(draw.list(draw.int(5, 8), () => draw.int(0, labels.length - 1))));
  return { start, all, batches };
}

/**
 * A run with this fault, drawn until the fault shows as the statement says. Runs are remembered: a suite is played many
 * times with one seed, to compare an answer with the known mistakes.
 */
export function drawnRun(draw: Draw, fault: Fault, steps: number): Recording {
  const key = `${fault}/${steps}/${draw.int(0, 2 ** 31 - 1)}`;
  const known = remembered.get(key);
  if (known) return known;
  const own = new Draw(key);
  for (;;) {
    const { start, all, batches } = problem(own);
    const silent = fault === "dead units" ? 1 : own.pick([0, 0.3, 0.5, 0.7]);
    start.b1.data.fill(-40, 0, Math.round(silent * start.b1.data.length));
    const lr = fault === "rate too high" || own.chance(0.2) ? own.number(1.5, 5) : own.number(0.05, 0.5);
    const reading = (): number => own.number(0.995, 1.005);
    const whole = recorded({ start, all, batches: batches(steps), lr, fault, reading });
    const run = fault === "rate too high" ? cut(whole, highest(whole.loss)) : whole;
    if (!shows(run, fault)) continue;
    if (remembered.size > 2000) remembered.clear();
    remembered.set(key, run);
    return run;
  }
}
const remembered = new Map<string, Recording>();

const highest = (loss: readonly number[]): number => loss.indexOf(Math.max(...loss));

/** The run up to this step: whoever sees the loss above its start may stop there. */
const cut = (run: Recording, last: number): Recording =>
  Object.fromEntries(Object.entries(run).map(([probe, list]) => [probe, list.slice(0, last + 1)])) as Recording;

/** Nothing is left to chance: a rate is too high where the loss ends above its start, and no other fault is there too. */
function shows({ loss, dead, used, alone, moved, along }: Recording, fault: Fault): boolean {
  const rises = loss[loss.length - 1] > loss[0];
  if (loss.length < 2) return false;
  const apart = used.slice(1).some((length, t) => Math.abs(length - alone[t + 1]) > 0.05 * alone[t + 1]);
  if (![...loss, ...along].every(Number.isFinite)) return false;
  if (fault === "gradients add up") return apart && dead.every((share) => share < 1);
  if (fault === "dead units") return true;
  if (dead.some((share) => share === 1) || (fault !== "first layer left out" && moved.includes(0))) return false;
  return fault === "rate too high" ? rises : fault === "nothing" ? !rises : true;
}
