/** The run that the statement shows: the program of the stub on real digits, recorded by plain loops; and its pictures. */
import type { TensorValue } from "@termwise/check";
import { bars, digits, type Figure, linear, linePlot, Rng, type Tensor } from "termwise";
import type { Batch, Network } from "../../labs/network.ts";
import { recorded } from "./runs.ts";
import type { Recording } from "./stub.ts";

export const SETTING = { lr: 1, epochs: 150 };

const plain = (t: Tensor): TensorValue => ({ shape: t.shape, data: t.data() });
/** The start and the rows, the same on every machine. */
export function digitsProblem(): { start: Network; training: Batch; validation: Batch } {
  const { x, y } = digits();
  const ink = x.data();
  const rows = (from: number, count: number): Batch => ({
    x: { shape: [count, 64], data: ink.slice(64 * from, 64 * (from + count)) },
    labels: [...y.subarray(from, from + count)],
  });
  const rng = new Rng(7);
  const [{ W: W1, b: b1 }, { W: W2, b: b2 }] = [linear(64, 16, { rng }), linear(16, 10, { rng })].map((l) => l.parts);
  const start = { W1: plain(W1), b1: plain(b1!), W2: plain(W2), b2: plain(b2!) };
  return { start, training: rows(0, 300), validation: rows(300, 200) };
}

export const recording = (): Recording => ({
  ...recorded({ ...digitsProblem(), ...SETTING, fault: "softmax twice" }),
  shared: 0,
  paired: 1,
});

const FLOOR = Math.log(1 + 9 / Math.E);

export function figures({ loss, accuracy, change, outputs }: Recording): Record<string, Figure> {
  const end = loss.length - 1;
  const percent = (v: number): string => `${Math.round(100 * v)} %`;
  return {
    curves: linePlot({
      x: "epoch",
      y: { label: "loss", from: 0 },
      height: 260,
      series: [{ label: "loss", y: loss }],
      rules: [{ y: Math.LN10, label: "no idea: ln 10" }],
      alt: `The loss falls from ${loss[0].toFixed(2)} to ${loss[end].toFixed(2)} and has nearly stopped.`,
    }),
    accuracy: linePlot({
      x: "epoch",
      y: { label: "share of the validation digits read rightly", from: 0, to: 1 },
      height: 220,
      series: [{ label: "accuracy", y: accuracy }],
      alt: `The accuracy rises to ${percent(accuracy[end])}.`,
    }),
    change: linePlot({
      x: "epoch",
      y: { label: "change of the weights, as a share of their length" },
      height: 220,
      series: [{ label: "change", y: change }],
      alt: `The change of an epoch is between ${Math.min(...change).toPrecision(1)} and ${Math.max(...change).toPrecision(1)} of the weights' length.`,
    }),
    outputs: bars(outputs[0], {
      labels: outputs[0].map((_, k) => String(k)),
      digits: 2,
      alt: `What the model hands to the loss for one digit: ten numbers from ${Math.min(...outputs[0]).toFixed(2)} to ${Math.max(...outputs[0]).toFixed(2)}.`,
    }),
  };
}
export { FLOOR };
