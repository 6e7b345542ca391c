/** Plots that draw themselves at once, for figures that change while a reader moves a control, and for still ones. */
import { type Axis, type AxisOptions, positionOn, type Scale, scaleFor, ticksOf } from "./axes.ts";
import { spread } from "./end-labels.ts";
import { altText, type Drawing, type Ruler } from "./figure.ts";
import { wrong } from "./numbers.ts";
import { escapeText } from "./picture.ts";
import { type Drawn, drawMark, type Plane } from "./plot-draw.ts";
import { drawKey, drawRemarks, n, SIZE } from "./plot-labels.ts";
import { extent, type Mark, sample } from "./plot-marks.ts";
import { summarisePlot, tableOf } from "./plot-words.ts";
import { FONT, INK, textWidth } from "./theme.ts";
import { figureWidth } from "./width.ts";

export interface PlotOptions {
  readonly alt: string;
  readonly marks: readonly Mark[];
  readonly x?: Axis;
  /** The label of y stands above the plot. */
  readonly y?: Axis;
  /** Names along the x axis in place of numbers, for 0, 1, 2, … */
  readonly names?: readonly (string | number)[];
  readonly title?: string;
  readonly width?: number;
  readonly height?: number;
  /** Equal units on both axes, for circles that should look round. */
  readonly equal?: boolean;
}

const TICK = 13.5;

/**
 * A plot with axes. Each mark says what it is by its first word: line, curve, dots, bars, area, arrow, rule, text,
 * heat, contours or image. Axes that hold their ends, `{ label, from, to }`, stay still while a figure changes.
 *
 * @example
 * const marks = [{ curve: (w) => w * w, label: "loss" }, { dots: [[2, 4]], tone: "value" }]
 * show(plot({ x: { label: "w", from: -3, to: 3 }, y: "loss", marks, alt: "A parabola and a point at w = 2." }))
 * // [figure] A parabola and a point at w = 2.
 * //          loss: from 9 at −3 to 9 at 3, lowest 0 at 0; dots: 1, at (2, 4).
 */
export function plot(options: PlotOptions): Drawing {
  const op = "plot";
  const { alt, marks, title = "", width = figureWidth(), height = 320, equal = false, names } = options;
  const text = altText(op, alt);
  if (!Array.isArray(marks) || marks.length === 0)
    wrong(
      op,
      "a plot has marks",
      Array.isArray(marks) ? "marks: []" : `marks: ${typeof marks}`,
      "a list",
      "marks: [{ line: losses }]",
    );
  const { xs, ys } = scales(options);
  const key = (top: number): ReturnType<typeof drawKey> =>
    drawKey(
      drawn.flatMap((d) => d.entry ?? []),
      { left: ys.label ? 30 + textWidth(ys.label, SIZE) : 2, right: width - 2, top },
    );
  let drawn: Drawn[] = marks.map((mark, k) =>
    drawMark(mark, k, marks, { xs, ys, px: () => 0, py: () => 0, width, height }),
  );
  const ends = drawn.flatMap((d) => d.end ?? []);
  const ticks = {
    x: names ? names.map((name, value) => ({ value, text: String(name) })) : ticksOf(xs, width < 480 ? 5 : 8),
    y: ticksOf(ys, height < 200 ? 4 : 6),
  };
  const above = (title ? 24 : 0) + 6;
  const box = {
    left: 12 + Math.max(10, ...ticks.y.map((t) => textWidth(t.text, TICK))),
    right: width - Math.max(16, ...ends.map((e) => 16 + 1.12 * textWidth(e.text, SIZE))),
    top: above + Math.max(key(0).height, ys.label ? 22 : 6),
    bottom: height - (xs.label ? 50 : 28),
  };
  const low = equal ? fitEqual(box, { xs, ys }) : 0;
  const plane: Plane = {
    xs,
    ys,
    px: (x) => box.left + positionOn(xs, x) * (box.right - box.left),
    py: (y) => box.bottom - positionOn(ys, y) * (box.bottom - box.top),
    width: box.right - box.left,
    height: box.bottom - box.top,
  };
  drawn = marks.map((mark, k) => drawMark(mark, k, marks, plane));
  const clip = `<clipPath id="plane"><rect x="${n(box.left)}" y="${n(box.top - 3)}" width="${n(plane.width)}" height="${n(plane.height + 6)}"/></clipPath>`;
  const heading = (words: string, y: number): string =>
    words &&
    `<text x="2" y="${y}" font-size="${SIZE}" fill="${INK}"${words === title ? ' font-weight="600"' : ""}>${escapeText(words)}</text>`;
  const body = [
    `<defs>${clip}${drawn.map((d) => d.defs ?? "").join("")}</defs>`,
    heading(title, 15),
    heading(ys.label, above + 9),
    key(above - 3).svg,
    `<g clip-path="url(#plane)">${drawn.map((d) => d.under ?? "").join("")}</g>`,
    axes(ticks, { xs, plane, box, label: xs.label, columns: names === undefined }),
    `<g clip-path="url(#plane)">${drawn.map((d) => d.lines ?? "").join("")}</g>`,
    drawn.map((d) => d.over ?? "").join(""),
    endNames(drawn, plane, box),
    drawRemarks(
      drawn.flatMap((d) => d.remarks ?? []),
      { ...box, right: ends.length > 0 ? box.right : width - 2, top: box.top - 8 },
    ),
  ];
  const ruler = ({ from, to, log }: Scale, at: readonly [number, number]): Ruler => ({ from, to, log, at });
  return {
    kind: "svg",
    alt: text,
    summary: summarisePlot(marks, { xs, ys }),
    svg: `<svg viewBox="0 0 ${n(width)} ${n(height - low)}" font-family="${FONT}">${body.join("")}</svg>`,
    axes: { x: ruler(xs, [box.left, box.right]), y: ruler(ys, [box.bottom, box.top]) },
    table: tableOf(marks, { xs, ys }),
  };
}

/** Ends of the axes: those that were given, else what the marks need; functions are sampled over x. */
function scales({ marks, x = "", y = "", names }: PlotOptions): { xs: Scale; ys: Scale } {
  const given = marks.map(extent);
  const xValues = [...given.flatMap((g) => g.x), ...(names ? [-0.5, names.length - 0.5] : [])];
  const tight = marks.some(
    (m) => "line" in m || "curve" in m || "area" in m || "heat" in m || "contours" in m || "bars" in m,
  );
  const xs = scaleFor("plot", "x", x, ended(xValues, x, "x"), { tight: tight || names !== undefined });
  const places = Array.from({ length: 121 }, (_, k) => xs.from + ((xs.to - xs.from) * k) / 120);
  const curves = marks.flatMap((m) =>
    "curve" in m
      ? sample(
          m.curve,
          places.filter((v) => v >= (m.from ?? v) && v <= (m.to ?? v)),
        ).map((p) => p[1])
      : [],
  );
  return { xs, ys: scaleFor("plot", "y", y, ended([...given.flatMap((g) => g.y), ...curves], y, "y")) };
}

/** The values that an axis must hold; where marks have none (functions of two numbers), the axis must say its ends. */
function ended(values: number[], axis: Axis, name: string): number[] {
  const { from, to } = (typeof axis === "string" ? {} : axis) as Partial<AxisOptions>;
  if (values.length === 0 && (from === undefined || to === undefined))
    wrong(
      "plot",
      `the ${name} axis needs its ends`,
      "marks without places",
      "from and to",
      `${name}: { label: "${name}", from: -1, to: 1 }`,
    );
  return from !== undefined && to !== undefined ? [from, to] : values;
}

type Edges = { left: number; right: number; top: number; bottom: number };

/** Makes the units of both axes equal; returns the height that is not needed. */
function fitEqual(box: Edges, { xs, ys }: { xs: Scale; ys: Scale }): number {
  const unit = Math.min((box.right - box.left) / (xs.to - xs.from), (box.bottom - box.top) / (ys.to - ys.from));
  box.right = box.left + unit * (xs.to - xs.from);
  const low = box.bottom - box.top - unit * (ys.to - ys.from);
  box.bottom -= low;
  return low;
}

interface Ticks {
  readonly x: readonly { readonly value: number; readonly text: string }[];
  readonly y: readonly { readonly value: number; readonly text: string }[];
}

/** Grid, numbers and the label of x. Numbers that would touch their neighbours are left out. */
function axes(
  ticks: Ticks,
  { xs, plane, box, label, columns }: { xs: Scale; plane: Plane; box: Edges; label: string; columns: boolean },
): string {
  const { px, py } = plane;
  const inside = ticks.x.filter((t) => t.value >= xs.from - 1e-9 && t.value <= xs.to + 1e-9);
  const room = plane.width / Math.max(1, inside.length);
  const every = Math.ceil(Math.max(...inside.map((t) => textWidth(t.text, TICK) + 8), 1) / room);
  const lines = [
    ...(columns ? inside : []).map((t) => `M${n(px(t.value))} ${n(box.top)}V${n(box.bottom)}`),
    ...ticks.y.map((t) => `M${n(box.left)} ${n(py(t.value))}H${n(box.right)}`),
  ];
  const below = inside.map((t, k) =>
    k % every ? "" : `<text x="${n(px(t.value))}" y="${n(box.bottom + 19)}">${escapeText(t.text)}</text>`,
  );
  const beside = ticks.y.map((t) => `<text x="${n(box.left - 7)}" y="${n(py(t.value) + 4.5)}">${t.text}</text>`);
  const name =
    label &&
    `<text x="${n((box.left + box.right) / 2)}" y="${n(box.bottom + 43)}" font-size="${SIZE}">${escapeText(label)}</text>`;
  return `<path stroke="${INK}" stroke-opacity=".12" fill="none" d="${lines.join("")}"/><g font-size="${TICK}" fill="${INK}" text-anchor="middle">${below.join("")}${name}</g><g font-size="${TICK}" fill="${INK}" text-anchor="end">${beside.join("")}</g>`;
}

/** Names of lines that reach the right edge, beside it, moved apart where they would touch. */
function endNames(drawn: readonly Drawn[], plane: Plane, box: Edges): string {
  const ends = drawn.flatMap((d) => d.end ?? []).sort((a, b) => b.y - a.y);
  const clamped = ends.map((e) => box.bottom - Math.max(box.top, Math.min(box.bottom, e.y)));
  const places = spread(clamped, plane.height);
  return ends
    .map(
      (e, k) =>
        `<text x="${n(box.right + 8)}" y="${n(box.bottom - places[k] + 5)}" font-size="${SIZE}" font-weight="600" fill="${e.color}">${escapeText(e.text)}</text>`,
    )
    .join("");
}
