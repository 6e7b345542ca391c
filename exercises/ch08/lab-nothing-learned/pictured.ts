/** The run that the statement shows: the program of the stub on real digits, recorded by plain loops; and its pictures. */
import type { TensorValue } from "@termwise/check";
import { digits, type Figure, imageGrid, linear, linePlot, Rng, type Tensor } from "termwise";
import type { Batch } from "../../labs/network.ts";
import { batches, recorded, type Setting } from "./runs.ts";
import type { Recording } from "./stub.ts";

export const PLAN = { size: 20, epochs: 40, seed: 1 };
export const RATE = 0.3;
/** A hundred epochs of sixteen rows are a hundred steps on one batch, if the program deals them as it should. */
export const FEW = { size: 16, epochs: 100, seed: 1 };

const plain = (t: Tensor): TensorValue => ({ shape: t.shape, data: t.data() });
/** The start and the rows, the same on every machine, dealt as the faulty program deals them. */
export function digitsProblem(): Setting {
  const { x, y } = digits();
  const ink = x.data();
  const rows = (from: number, count: number): Batch => ({
    x: { shape: [count, 64], data: ink.slice(64 * from, 64 * (from + count)) },
    labels: [...y.subarray(from, from + count)],
  });
  const rng = new Rng(7);
  const [{ W: W1, b: b1 }, { W: W2, b: b2 }] = [linear(64, 16, { rng }), linear(16, 10, { rng })].map((l) => l.parts);
  const start = { W1: plain(W1), b1: plain(b1!), W2: plain(W2), b2: plain(b2!) };
  const scramble = [...new Rng(2).permutation(300)];
  const [training, validation] = [rows(0, 300), rows(300, 200)];
  return { start, training, validation, lr: RATE, ...PLAN, orders: ordersOf(300, PLAN), scramble, labelAt: (k) => k };
}
function ordersOf(n: number, { epochs, seed }: { epochs: number; seed: number }): number[][] {
  const rng = new Rng(seed);
  return Array.from({ length: epochs }, () => [...rng.permutation(n)]);
}

/** The program on the first sixteen rows alone. */
export function fewProblem(): Setting {
  const whole = digitsProblem();
  const { x, labels } = whole.training;
  const training = { x: { shape: [16, 64], data: x.data.slice(0, 16 * 64) }, labels: labels.slice(0, 16) };
  return { ...whole, ...FEW, training, orders: ordersOf(16, FEW), scramble: ordersOf(16, { epochs: 1, seed: 3 })[0] };
}

export const recording = (): Recording => ({ classes: 10, ...recorded(digitsProblem()) });

export function figures({ loss, scrambled, accuracy, heart, pairs }: Recording): Record<string, Figure> {
  const end = loss.length - 1;
  const few = recorded(fewProblem()).loss;
  const setting = digitsProblem();
  const [{ batch }] = batches(setting, PLAN.epochs - 1, setting.training.labels);
  const shown = 10;
  const tens = heart.map((_, k) => 10 * k);
  const list = (numbers: readonly number[]): string => numbers.slice(0, shown).join(", ");
  const percent = (v: number): string => `${Math.round(100 * v)} %`;
  return {
    curves: linePlot({
      x: "epoch",
      y: { label: "mean loss of the epoch", from: 0 },
      height: 260,
      series: [{ label: "loss", y: loss }],
      rules: [{ y: Math.LN10, label: "no idea: ln 10" }],
      alt: `The loss goes from ${loss[0].toFixed(2)} to ${loss[end].toFixed(2)} in 40 epochs and is never below ${Math.min(...loss).toFixed(2)}.`,
    }),
    accuracy: linePlot({
      x: "epoch",
      y: { label: "share of the validation digits read rightly", from: 0, to: 1 },
      height: 220,
      series: [{ label: "accuracy", y: accuracy }],
      alt: `The accuracy stays between ${percent(Math.min(...accuracy))} and ${percent(Math.max(...accuracy))}.`,
    }),
    heart: linePlot({
      x: "step",
      y: { label: "loss", from: 0 },
      height: 260,
      series: [
        { label: "one batch, repeated", x: tens, y: heart },
        { label: "sixteen rows through fit", y: few },
      ],
      rules: [{ y: Math.LN10, label: "no idea: ln 10" }],
      alt: `On one batch, repeated, the loss goes from ${heart[0].toFixed(2)} to ${heart[heart.length - 1].toFixed(2)} in 100 steps. On sixteen rows given to fit it ends at ${few[few.length - 1].toFixed(2)}.`,
    }),
    scrambled: linePlot({
      x: "epoch",
      y: { label: "mean loss of the epoch", from: 2, to: 2.6 },
      height: 260,
      series: [
        { label: "the run", y: loss },
        { label: "labels shuffled on purpose", y: scrambled },
      ],
      alt: `Two curves on top of each other: with labels shuffled on purpose the loss ends at ${scrambled[end].toFixed(2)}, with the real ones at ${loss[end].toFixed(2)}.`,
    }),
    seen: imageGrid(
      Array.from({ length: shown }, (_, k) => [...batch.x.data.subarray(64 * k, 64 * k + 64)]),
      {
        captions: pairs.slice(0, shown).map(({ given }) => given),
        columns: 10,
        alt: `Ten digits that the model was given in the last epoch: ${list(pairs.map(({ own }) => own))}. Under them the labels that it was given: ${list(pairs.map(({ given }) => given))}.`,
      },
    ),
  };
}
