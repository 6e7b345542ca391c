/** The run that the statement shows: the program of the stub on real digits, recorded by plain loops; and its pictures. */
import { Draw } from "@termwise/check";
import { bars, digits, type Figure, linePlot } from "termwise";
import { type Batch, type Network, PARTS } from "../../labs/network.ts";
import { recorded } from "./runs.ts";
import type { Recording } from "./stub.ts";

const SIZES = { pixels: 64, units: 10, rows: 10, steps: 120, training: 200 };
export const RATE = 0.2;

/** The start and the batches, the same on every machine. */
export function digitsProblem(): { start: Network; batches: Batch[] } {
  const draw = new Draw("L07.2");
  const { x, y } = digits();
  const ink = x.data();
  const { pixels, units, rows, steps, training } = SIZES;
  const start = {
    W1: draw.tensor([pixels, units], { scale: Math.sqrt(2 / pixels) }),
    b1: draw.tensor([units], { scale: 0.1 }),
    W2: draw.tensor([units, 10], { scale: Math.sqrt(1 / units) }),
    b2: draw.tensor([10], { scale: 0.1 }),
  };
  const batches = draw.list(steps, () => {
    const picked = draw.list(rows, () => draw.int(0, training - 1));
    const data = Float32Array.from(picked.flatMap((i) => [...ink.subarray(64 * i, 64 * i + 64)]));
    return { x: { shape: [rows, 64], data }, labels: picked.map((i) => y[i]) };
  });
  return { start, batches };
}

const run = (fault: "nothing" | "sum over the wrong axis"): Recording =>
  recorded({ ...digitsProblem(), lr: RATE, fault });
export const recording = (): Recording => run("sum over the wrong axis");

const smooth = (list: readonly number[]): number[] =>
  list.map((_, k) => {
    const last = list.slice(Math.max(0, k - 9), k + 1);
    return last.reduce((a, b) => a + b, 0) / last.length;
  });

export function figures({ loss, check }: Recording): Record<string, Figure> {
  const [curve, sound] = [smooth(loss), smooth(run("nothing").loss)];
  const end = curve.length - 1;
  const listed = (of: "ratio" | "cosine"): string =>
    PARTS.map((part) => `${part} ${check[part][of].toFixed(2)}`).join(", ");
  return {
    curves: linePlot({
      x: "step",
      y: { label: "loss, mean of the last ten steps", from: 0 },
      height: 260,
      series: [
        { label: "this run", y: curve },
        { label: "a sound one", y: sound },
      ],
      rules: [{ y: Math.LN10, label: "no idea: ln 10" }],
      alt: `The loss goes from ${curve[0].toFixed(2)} to ${curve[end].toFixed(2)}; that of a sound run on the same batches ends at ${sound[end].toFixed(2)}.`,
    }),
    cosines: bars(
      PARTS.map((part) => check[part].cosine),
      {
        labels: [...PARTS],
        digits: 2,
        alt: `The cosine between computed and measured gradient: ${listed("cosine")}.`,
      },
    ),
    ratios: bars(
      PARTS.map((part) => check[part].ratio),
      {
        labels: [...PARTS],
        digits: 2,
        alt: `The length of the computed gradient over that of the measured one: ${listed("ratio")}.`,
      },
    ),
  };
}
