/** Curves, such as a loss over training steps: one line for each series, its name at its end. */
import { type Axis, axisSpec, positionOn, type Scale, scaleFor, valueAt } from "./axes.ts";
import { altText, type Figure, type Spec } from "./figure.ts";
import { brief, isShaped, type Numbers, numberList, rounded, sameLength, wrong } from "./numbers.ts";
import { INK, TONES, type Tone, textWidth, themed } from "./theme.ts";

/** A curve with its own x values or its own look. Without x, points are numbered from 0. */
export interface Curve {
  readonly y: Numbers;
  readonly x?: Numbers;
  /** "ink" draws in the colour of the text, a number takes that entry of the palette. */
  readonly tone?: "value" | "gradient" | "ink" | number;
  readonly dash?: boolean;
  readonly dots?: boolean;
}

export interface LineOptions {
  readonly alt: string;
  readonly x?: Axis;
  readonly y?: Axis;
  readonly height?: number;
  /** Draws each curve faintly and its running mean over this many points strongly. */
  readonly smooth?: number;
}

interface Line {
  readonly name: string;
  readonly x: number[];
  readonly y: number[];
  readonly tone: Tone;
  readonly dots: boolean;
}

/**
 * Curves on linear or logarithmic axes. Each curve carries its name; colour, dash and label tell them apart.
 *
 *     show(linePlot({ train: losses }, { x: "step", y: { label: "loss", scale: "log" }, alt: "…" }))
 */
export function linePlot(
  curves: Record<string, Numbers | Curve>,
  { alt, x = "step", y = "", height = 320, smooth = 1 }: LineOptions,
): Figure {
  const op = "linePlot";
  const text = altText(op, alt);
  const lines = readCurves(op, curves);
  const xs = scaleFor(
    op,
    "x",
    x,
    lines.flatMap((l) => l.x),
    { tight: true },
  );
  const ys = scaleFor(
    op,
    "y",
    y,
    lines.flatMap((l) => l.y),
  );
  const names = lines.length > 1 || lines[0].name !== ys.label;
  const right = names ? 14 + Math.max(...lines.map((l) => textWidth(l.name, 14.5))) : 14;
  const spec: Spec = {
    title: ys.label || undefined,
    datasets: Object.fromEntries(lines.map((l, i) => [`line${i}`, points(l, l.y)])),
    encoding: {
      x: { field: "x", type: "quantitative", ...axisSpec(xs) },
      y: { field: "y", type: "quantitative", ...axisSpec(ys, { title: "" }) },
    },
    layer: [...lines.flatMap((l, i) => layers(l, i, smooth)), ...(names ? endLabels(lines, ys, height, smooth) : [])],
  };
  return { kind: "vega-lite", alt: text, summary: summarise(lines, xs, ys), spec: themed(spec, { height, right }) };
}

function readCurves(op: string, curves: Record<string, Numbers | Curve>): Line[] {
  const entries = Object.entries(curves);
  if (isShaped(curves) || Array.isArray(curves) || entries.length === 0) {
    wrong(
      op,
      "curves have names",
      Array.isArray(curves) ? "a list without a name" : "none",
      "an object of named lists",
      "linePlot({ loss: losses }, { alt })",
    );
  }
  return entries.map(([name, curve], i) => {
    const own: Curve = typeof curve === "object" && "y" in curve ? curve : { y: curve };
    const y = numberList(op, name, own.y);
    const x = own.x ? numberList(op, `x of ${name}`, own.x) : y.map((_, k) => k);
    sameLength(op, [`x of ${name}`, x.length], [`y of ${name}`, y.length]);
    return { name, x, y, tone: toneOf(own, i), dots: own.dots ?? y.length <= 40 };
  });
}

function toneOf({ tone, dash }: Curve, index: number): Tone {
  const base =
    TONES[(tone === "value" ? 0 : tone === "gradient" ? 1 : typeof tone === "number" ? tone : index) % TONES.length];
  return {
    ...base,
    color: tone === "ink" ? INK : base.color,
    dash: dash === undefined ? base.dash : dash ? [6, 5] : [],
  };
}

function layers(line: Line, index: number, smooth: number): Spec[] {
  const data = { name: `line${index}` };
  const look = { stroke: line.tone.color, strokeWidth: 2.2, strokeDash: line.tone.dash };
  if (smooth > 1) {
    const mean = { values: points(line, runningMean(line.y, smooth)) };
    return [
      { data, mark: { type: "line", ...look, strokeDash: [], strokeWidth: 1, strokeOpacity: 0.3 } },
      { data: mean, mark: { type: "line", ...look } },
    ];
  }
  const dots = {
    type: "point",
    shape: line.tone.shape,
    size: 42,
    filled: true,
    fill: line.tone.color,
    opacity: 1,
    tooltip: true,
  };
  return [{ data, mark: { type: "line", ...look } }, ...(line.dots ? [{ data, mark: dots }] : [])];
}

const points = (line: Line, y: number[]): { x: number; y: number }[] =>
  y.map((v, k) => ({ x: rounded(line.x[k]), y: rounded(v) }));

/** Names at the ends of the curves, moved apart where they would touch. */
function endLabels(lines: Line[], ys: Scale, height: number, smooth: number): Spec[] {
  const inner = height - 80;
  const ends = lines.map((line, i) => {
    const y = smooth > 1 ? runningMean(line.y, smooth) : line.y;
    return { line, i, at: positionOn(ys, y[y.length - 1]) * inner };
  });
  ends.sort((a, b) => a.at - b.at);
  for (let k = 1; k < ends.length; k++) ends[k].at = Math.max(ends[k].at, ends[k - 1].at + 17);
  const over = Math.max(0, ends[ends.length - 1].at - inner);
  for (let k = ends.length - 1, top = Infinity; k >= 0 && over > 0; k--)
    top = ends[k].at = Math.min(ends[k].at, inner, top - 17);
  return ends.map(({ line, at }) => ({
    data: { values: [{ x: line.x[line.x.length - 1], y: rounded(valueAt(ys, at / inner)) }] },
    mark: {
      type: "text",
      text: line.name,
      align: "left",
      dx: 9,
      fontSize: 14.5,
      fontWeight: 600,
      fill: line.tone.color,
    },
  }));
}

function runningMean(y: number[], width: number): number[] {
  let sum = 0;
  return y.map((v, k) => {
    sum += v - (k >= width ? y[k - width] : 0);
    return sum / Math.min(k + 1, width);
  });
}

function summarise(lines: Line[], xs: Scale, ys: Scale): string {
  const parts = lines.map(({ name, x, y }) => {
    const low = y.indexOf(y.reduce((a, b) => Math.min(a, b)));
    const last = y.length - 1;
    return `${name}: ${brief(y[0])} at ${brief(x[0])}, ${brief(y[last])} at ${brief(x[last])}, lowest ${brief(y[low])} at ${brief(x[low])}`;
  });
  const axes = [ys.log ? "logarithmic y" : "", xs.log ? "logarithmic x" : ""].filter(Boolean).join(", ");
  return `${parts.join("; ")}${axes ? ` (${axes})` : ""}.`;
}
