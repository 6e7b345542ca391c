/** Draws one mark of a plot; colour never stands alone: dash, shape, filling or a minus sign says the same. */

import type { Scale } from "./axes.ts";
import { valueAt } from "./axes.ts";
import { contour, levelsOf } from "./contours.ts";
import { numberList } from "./numbers.ts";
import { pixelPaths } from "./pixels.ts";
import { type Entry, n, type Remark } from "./plot-labels.ts";
import { grid, type Mark, type MarkOf, type PlotTone, readBars, readPoints, sample } from "./plot-marks.ts";
import { shapePath } from "./shapes.ts";
import { GRADIENT, INK, PAPER, TONES, type Tone, VALUE } from "./theme.ts";

/** The plane of a plot: its scales, and where values stand in the drawing. */
export interface Plane {
  readonly xs: Scale;
  readonly ys: Scale;
  px(x: number): number;
  py(y: number): number;
  readonly width: number;
  readonly height: number;
}
/** What a mark brings to the drawing, by layer. */
export interface Drawn {
  readonly defs?: string;
  readonly under?: string;
  readonly lines?: string;
  readonly over?: string;
  readonly end?: Remark;
  readonly entry?: Entry;
  readonly remarks?: readonly Remark[];
}
type XY = readonly [number, number];

export function drawMark(mark: Mark, index: number, all: readonly Mark[], plane: Plane): Drawn {
  if ("line" in mark) return drawLine(readPoints("line", mark.line), mark, toneOf(mark, index, all), plane);
  if ("curve" in mark) return drawCurve(mark, toneOf(mark, index, all), plane);
  if ("area" in mark) return drawArea(mark, toneOf(mark, index, all), plane);
  if ("dots" in mark) return drawDots(mark, toneOf(mark, index, all), plane);
  if ("bars" in mark) return drawBars(mark, toneOf(mark, index, all), plane);
  if ("arrow" in mark) return drawArrow(mark, index, toneOf(mark, index, all), plane);
  if ("rule" in mark) return drawRule(mark, plane);
  if ("heat" in mark) return drawHeat(mark, plane);
  if ("contours" in mark) return drawContours(mark, plane);
  if ("image" in mark) return drawImage(mark, plane);
  const { text, at, tone = "ink" } = mark;
  return { remarks: [{ text, x: plane.px(at[0]), y: plane.py(at[1]), color: named(tone).color }] };
}

const named = (tone: PlotTone): Tone =>
  tone === "ink"
    ? { ...TONES[0], color: INK }
    : TONES[tone === "value" ? 0 : tone === "gradient" ? 1 : tone % TONES.length];

/** The tone that a mark asks for; else the next of the palette among marks of its kind that ask for none. */
function toneOf(mark: Mark & { readonly tone?: PlotTone }, index: number, all: readonly Mark[]): Tone {
  if (mark.tone !== undefined) return named(mark.tone);
  const kind = Object.keys(mark)[0];
  return TONES[all.slice(0, index).filter((m) => kind in m && !("tone" in m)).length % TONES.length];
}

const pathOf = (points: readonly XY[], { px, py }: Plane): string =>
  thinned(points)
    .map(([x, y], k) => `${k ? "L" : "M"}${n(px(x))} ${n(bounded(py(y)))}`)
    .join("");

/** Far outside is as good as infinitely far, and shorter. */
const bounded = (v: number): number => Math.max(-2000, Math.min(4000, v));

/** Of many points, the lowest and highest of each stretch: a noisy curve keeps its look. */
function thinned(points: readonly XY[]): readonly XY[] {
  if (points.length <= 900) return points;
  const out: XY[] = [];
  const stretch = Math.ceil(points.length / 400);
  for (let k = 0; k < points.length; k += stretch) {
    const part = points.slice(k, k + stretch);
    const [low, high] = [part.reduce((a, b) => (b[1] < a[1] ? b : a)), part.reduce((a, b) => (b[1] > a[1] ? b : a))];
    out.push(...(low[0] < high[0] ? [low, high] : [high, low]));
  }
  return out;
}

function drawLine(
  points: readonly XY[],
  mark: { label?: string; dash?: boolean; width?: number; faint?: boolean },
  tone: Tone,
  plane: Plane,
): Drawn {
  if (points.length === 0) return {};
  const { label, dash, width = 2.2, faint = false } = mark;
  const dashes = dash === undefined ? tone.dash : dash ? [6, 5] : [];
  const look = `stroke="${tone.color}" stroke-width="${width}"${dashes.length ? ` stroke-dasharray="${dashes.join(" ")}"` : ""}${faint ? ' stroke-opacity=".4"' : ""}`;
  const lines = `<path fill="none" stroke-linejoin="round" ${look} d="${pathOf(points, plane)}"/>`;
  if (!label) return { lines };
  const [x, y] = points[points.length - 1];
  const at = { text: label, x: plane.px(x), y: plane.py(y), color: tone.color, bold: true };
  const reaches = x >= valueAt(plane.xs, 0.97);
  return reaches ? { lines, end: at } : { lines, remarks: [at] };
}

function drawCurve(mark: MarkOf<"curve">, tone: Tone, plane: Plane): Drawn {
  const { curve, from = plane.xs.from, to = plane.xs.to } = mark;
  const places = Array.from({ length: 161 }, (_, k) => valueAt({ ...plane.xs, from, to }, k / 160));
  return drawLine(sample(curve, places), mark, tone, plane);
}

function drawArea({ area, base = 0, label }: MarkOf<"area">, tone: Tone, plane: Plane): Drawn {
  const points = readPoints("area", area);
  if (points.length === 0) return {};
  const [first, last] = [points[0], points[points.length - 1]];
  const bottom = plane.ys.log ? plane.ys.from : base;
  const d = `${pathOf(points, plane)}L${n(plane.px(last[0]))} ${n(plane.py(bottom))}L${n(plane.px(first[0]))} ${n(plane.py(bottom))}z`;
  const swatch = `<rect width="24" height="14" fill="${tone.color}" fill-opacity=".22" stroke="${tone.color}"/>`;
  return {
    lines: `<path fill="${tone.color}" fill-opacity=".22" d="${d}"/>`,
    ...(label && { entry: { swatch, label } }),
  };
}

function drawDots({ dots, label, size = 5, names, hollow = false }: MarkOf<"dots">, tone: Tone, plane: Plane): Drawn {
  const points = readPoints("dots", dots);
  const look = hollow
    ? `fill="${PAPER}" stroke="${tone.color}" stroke-width="2"`
    : `fill="${tone.color}" stroke="${PAPER}" stroke-width=".8"`;
  const d = points.map(([x, y]) => shapePath(tone.shape, plane.px(x), plane.py(y), size)).join("");
  const color = tone.color;
  const remarks = names
    ?.slice(0, points.length)
    .map((name, k) => ({ text: String(name), x: plane.px(points[k][0]), y: plane.py(points[k][1]), color: INK }));
  const one = label && points.length === 1 && !names;
  const swatch = `<path ${look} d="${shapePath(tone.shape, 12, 7, size)}"/>`;
  return {
    lines: `<path ${look} d="${d}"/>`,
    ...(label && !one && { entry: { swatch, label } }),
    ...(one && { remarks: [{ text: label, x: plane.px(points[0][0]), y: plane.py(points[0][1]), color, bold: true }] }),
    ...(remarks && { remarks }),
  };
}

function drawBars(mark: MarkOf<"bars">, tone: Tone, plane: Plane): Drawn {
  const bars = readBars(mark);
  const wide = Math.min(
    60,
    0.72 *
      Math.abs(plane.px(1) - plane.px(0)) *
      (bars.length > 1 ? Math.min(...bars.slice(1).map((b, k) => Math.abs(b[0] - bars[k][0]))) : 1),
  );
  const zero = plane.py(0);
  const rect = ([x, y]: XY): string =>
    `M${n(plane.px(x) - wide / 2)} ${n(zero)}V${n(plane.py(y))}h${n(wide)}V${n(zero)}z`;
  const fill = (of: readonly XY[], color: string): string =>
    of.length ? `<path fill="${color}" d="${of.map(rect).join("")}"/>` : "";
  const signed = mark.tone === undefined;
  const { digits } = mark;
  const numbers =
    digits === undefined
      ? ""
      : `<g font-size="13.5" text-anchor="middle" fill="${INK}">${bars.map(([x, y]) => `<text x="${n(plane.px(x))}" y="${n(plane.py(y) + (y < 0 ? 16 : -5))}">${y.toFixed(digits).replace("-", "−")}</text>`).join("")}</g>`;
  const swatch = `<rect width="24" height="14" fill="${tone.color}"/>`;
  return {
    lines:
      fill(
        bars.filter((b) => !signed || b[1] >= 0),
        signed ? VALUE : tone.color,
      ) + fill(signed ? bars.filter((b) => b[1] < 0) : [], GRADIENT),
    over: numbers,
    ...(mark.label && { entry: { swatch, label: mark.label } }),
  };
}

function drawArrow({ arrow: [from, to], label }: MarkOf<"arrow">, index: number, tone: Tone, { px, py }: Plane): Drawn {
  const [x1, y1, x2, y2] = [px(from[0]), py(from[1]), bounded(px(to[0])), bounded(py(to[1]))];
  const long = Math.hypot(x2 - x1, y2 - y1);
  const text = label && { text: label, x: x2, y: y2, color: tone.color, bold: true };
  if (long < 1) return text ? { remarks: [text] } : {};
  const defs = `<marker id="tip${index}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="${tone.color}"/></marker>`;
  const tip = long > 10 ? ` marker-end="url(#tip${index})"` : "";
  const lines = `<path stroke="${tone.color}" stroke-width="2.4"${tip} d="M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}"/>`;
  return { defs, lines, ...(text && { remarks: [text] }) };
}

function drawRule({ rule, label, tone = "ink" }: MarkOf<"rule">, { xs, ys, px, py }: Plane): Drawn {
  const color = named(tone).color;
  const [a, b]: [XY, XY] =
    "x" in rule
      ? [
          [rule.x, ys.from],
          [rule.x, ys.to],
        ]
      : [
          [xs.from, rule.y],
          [xs.to, rule.y],
        ];
  const lines = `<path stroke="${color}" stroke-opacity=".7" stroke-width="1.3" stroke-dasharray="5 4" d="M${n(px(a[0]))} ${n(py(a[1]))}L${n(px(b[0]))} ${n(py(b[1]))}"/>`;
  const at = "x" in rule ? [rule.x, ys.to] : [valueAt(xs, 0.8), rule.y];
  return { lines, ...(label && { remarks: [{ text: label, x: px(at[0]), y: py(at[1]) - 8, color }] }) };
}

/** Columns and rows of a picture of heights: fine enough to look smooth, few enough for 60 frames a second. */
const [COLUMNS, ROWS] = [64, 40];
const steps = (scale: Scale, count: number, shift: number): number[] =>
  Array.from({ length: count }, (_, k) => valueAt(scale, (k + shift) / (count - 1 + 2 * shift)));

function drawHeat({ heat, full }: MarkOf<"heat">, plane: Plane): Drawn {
  const table = grid(heat, { xs: steps(plane.xs, COLUMNS, 0.5), ys: steps(plane.ys, ROWS, 0.5) });
  const pixels = [...table].reverse().flat();
  const most = full ?? (Math.max(...pixels.map(Math.abs)) || 1);
  const width = table[0].length;
  const svg = pixelPaths([{ pixels, width, x: 0, y: 0, tone: "signed", full: most }]);
  const place = `translate(${n(plane.px(plane.xs.from))} ${n(plane.py(plane.ys.to))}) scale(${(plane.width / width).toFixed(4)} ${(plane.height / table.length).toFixed(4)})`;
  const under = `<g opacity=".6" transform="${place}" shape-rendering="crispEdges">${svg}</g>`;
  const both = pixels.some((v) => v < 0) && pixels.some((v) => v > 0);
  return { under: both ? under + level(table, 0, plane, 0.5, `stroke="${INK}" stroke-width="1.6"`) : under };
}

function drawContours({ contours, levels = 9 }: MarkOf<"contours">, plane: Plane): Drawn {
  const table = grid(contours, { xs: steps(plane.xs, COLUMNS, 0), ys: steps(plane.ys, ROWS, 0) });
  const list = typeof levels === "number" ? levelsOf(table, levels) : levels;
  const look = (k: number): string =>
    `stroke="${VALUE}" stroke-opacity="${(0.3 + (0.6 * (k + 1)) / list.length).toFixed(2)}" stroke-width="1.3"`;
  return { under: list.map((at, k) => level(table, at, plane, 0, look(k))).join("") };
}

function level(table: number[][], at: number, { px, py, xs, ys }: Plane, shift: number, look: string): string {
  const [columns, rows] = [table[0].length - 1 + 2 * shift, table.length - 1 + 2 * shift];
  const place = ([c, r]: XY): string =>
    `${n(px(valueAt(xs, (c + shift) / columns)))} ${n(py(valueAt(ys, (r + shift) / rows)))}`;
  const d = contour(table, at)
    .map(([a, b]) => `M${place(a)}L${place(b)}`)
    .join("");
  return d && `<path fill="none" ${look} d="${d}"/>`;
}

function drawImage({ image, at, size: [height, width], side = 40, label }: MarkOf<"image">, { px, py }: Plane): Drawn {
  const pixels = numberList("plot", "image", image);
  const full = Math.max(...pixels.map(Math.abs)) || 1;
  const tone = pixels.some((v) => v < 0) ? "signed" : "ink";
  const unit = side / Math.max(height, width);
  const [x, y] = [px(at[0]) - (unit * width) / 2, py(at[1]) - (unit * height) / 2];
  const frame = `<rect x="${n(x)}" y="${n(y)}" width="${n(unit * width)}" height="${n(unit * height)}" fill="${PAPER}" stroke="${INK}" stroke-opacity=".4"/>`;
  const picture = `<g transform="translate(${n(x)} ${n(y)}) scale(${unit.toFixed(3)})" shape-rendering="crispEdges">${pixelPaths([{ pixels, width, x: 0, y: 0, tone, full }])}</g>`;
  return {
    lines: frame + picture,
    ...(label && { remarks: [{ text: label, x: x + unit * width, y: py(at[1]), color: INK }] }),
  };
}
