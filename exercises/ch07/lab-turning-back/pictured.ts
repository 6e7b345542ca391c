/** The run that the statement shows: the program of the stub on real digits, recorded by plain loops; and its pictures. */
import { Draw } from "@termwise/check";
import { digits, type Figure, linePlot } from "termwise";
import type { Batch, Network } from "../../labs/network.ts";
import { recorded } from "./runs.ts";
import type { Recording } from "./stub.ts";

const SIZES = { pixels: 64, hidden: 16, classes: 10, rows: 320, batch: 32, steps: 60 };
export const RATE = 0.15;

/** The start and the batches, the same on every machine. */
export function digitsProblem(): { start: Network; all: Batch; batches: Batch[] } {
  const draw = new Draw("L07.1");
  const { x, y } = digits();
  const ink = x.data();
  const batchOf = (rows: readonly number[]): Batch => ({
    x: {
      shape: [rows.length, 64],
      data: Float32Array.from(rows.flatMap((i) => [...ink.subarray(64 * i, 64 * i + 64)])),
    },
    labels: rows.map((i) => y[i]),
  });
  const { pixels, hidden, classes, rows, batch, steps } = SIZES;
  const start = {
    W1: draw.tensor([pixels, hidden], { scale: Math.sqrt(2 / pixels) }),
    b1: draw.tensor([hidden], { scale: 0 }),
    W2: draw.tensor([hidden, classes], { scale: Math.sqrt(1 / hidden) }),
    b2: draw.tensor([classes], { scale: 0 }),
  };
  const batches = draw.list(steps, () => batchOf(draw.list(batch, () => draw.int(0, rows - 1))));
  return { start, batches, all: batchOf(Array.from({ length: rows }, (_, i) => i)) };
}

export const recording = (): Recording => recorded({ ...digitsProblem(), lr: RATE, fault: "gradients add up" });

export function figures({ loss, accuracy, used, alone, along, dead, moved }: Recording): Record<string, Figure> {
  const end = loss.length - 1;
  const share = (v: number): string => `${Math.round(100 * v)} %`;
  return {
    curves: linePlot({
      x: "step",
      y: { label: "loss of the batch" },
      height: 260,
      series: [{ label: "loss", y: loss }],
      rules: [{ y: Math.LN10, label: "no idea: ln 10" }],
      alt: `The loss falls from ${loss[0].toFixed(1)} to ${Math.min(...loss).toFixed(1)}, then rises in swings to ${loss[end].toFixed(1)}.`,
    }),
    accuracy: linePlot({
      x: "step",
      y: { label: "share of the training digits read rightly", from: 0, to: 1 },
      height: 220,
      series: [{ label: "accuracy", y: accuracy }],
      alt: `The accuracy rises to ${share(Math.max(...accuracy))} and ends at ${share(accuracy[end])}.`,
    }),
    lengths: linePlot({
      x: "step",
      y: { label: "length of the gradient" },
      height: 260,
      series: [
        { label: "used", y: used },
        { label: "alone", y: alone },
      ],
      alt: `Two curves that start together. The gradient that the steps used grows to ${Math.max(...used).toFixed(0)}, that of each batch alone stays below ${Math.ceil(Math.max(...alone))}.`,
    }),
    probes: linePlot({
      x: "step",
      y: { label: "other probes" },
      height: 260,
      series: [
        { label: "along", y: along },
        { label: "dead", y: dead },
        { label: "moved", y: moved },
      ],
      alt: `along is −1 at every step, dead goes from ${share(dead[0])} to ${share(dead[end])}, and W1 and b1 move at every step.`,
    }),
  };
}
