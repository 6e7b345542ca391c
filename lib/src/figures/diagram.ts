/** Boxes and arrows with numbers: computation graphs, networks, flows. The author says where each box stands. */
import { altText, type Drawing, type Table } from "./figure.ts";
import { brief, wrong } from "./numbers.ts";
import { escapeText } from "./picture.ts";
import { FONT, GRADIENT, INK, PAPER, textWidth, VALUE } from "./theme.ts";
import { figureWidth } from "./width.ts";

export interface Box {
  /** Place on a grid; columns and rows may be fractions. */
  readonly at: readonly [column: number, row: number];
  /** The name in the corner, such as w1: digits after letters are lowered. */
  readonly name?: string;
  /** What made it, in the other corner, such as × or relu. */
  readonly op?: string;
  /** Blue: the number that flows forward. */
  readonly value?: number | string;
  /** Orange: the number that flows back. */
  readonly gradient?: number | string;
  /** "weight" is shaded, "given" is dashed. */
  readonly kind?: "plain" | "weight" | "given";
  /** Framed strongly: where the figure stands in what it shows step by step. */
  readonly active?: boolean;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** The number or word on the arrow, such as a slope or a weight. */
  readonly label?: number | string;
  /** Drawn in orange, from `to` back to `from`: what the backward sweep sends. */
  readonly back?: boolean;
  /** Places on the grid that it passes, from `from` to `to`, to go round boxes; the label stands at the middle one. */
  readonly via?: readonly (readonly [column: number, row: number])[];
}

export interface DiagramOptions {
  readonly alt: string;
  readonly arrows?: readonly Arrow[];
}

const [HALF, TALL, MARGIN] = [31, 25, 6];
/** Columns come no closer than this: on a phone a wide diagram is scrolled. */
const LEAST = 70;

/**
 * Named boxes on a grid and arrows between them.
 *
 * @example
 * const boxes = { x: { at: [0, 0], value: 3 }, y: { at: [1, 0], value: 9, op: "sq" } } as const
 * show(diagram(boxes, { arrows: [{ from: "x", to: "y", label: 6 }], alt: "The square and its slope." }))
 * // [figure] The square and its slope.
 * //          Boxes: x 3; y 9. Arrows: x to y (6).
 */
export function diagram(boxes: Readonly<Record<string, Box>>, { alt, arrows = [] }: DiagramOptions): Drawing {
  const op = "diagram";
  const text = altText(op, alt);
  const names = Object.keys(boxes);
  if (names.length === 0) wrong(op, "a diagram has boxes", "none", "at least one", "{ x: { at: [0, 0], value: 3 } }");
  for (const { from, to } of arrows) {
    const unknown = [from, to].find((name) => !(name in boxes));
    if (unknown !== undefined)
      wrong(op, "an arrow joins two boxes", `"${unknown}"`, `one of ${names.join(", ")}`, "use the key of the box");
  }
  const { place, width, height, tall } = layOut(
    boxes,
    arrows.flatMap(({ via = [] }) => via),
  );
  const lines = arrows.map((arrow) => {
    const via = (arrow.via ?? []).map((at) => place({ at }));
    const ends = { from: place(boxes[arrow.from]), to: place(boxes[arrow.to]), tall, via };
    return drawArrow(arrow, isReturned(arrow, arrows) ? aside(ends, arrow.back ? 9 : -9) : ends);
  });
  const body =
    lines.map((l) => l.line).join("") +
    Object.entries(boxes)
      .map(([key, box]) => drawBox(box, { at: place(box), key, tall }))
      .join("") +
    lines.map((l) => l.label).join("");
  const svg = `<svg viewBox="0 0 ${n(width)} ${n(height)}" font-family="${FONT}">${tips}${body}</svg>`;
  return { kind: "svg", alt: text, summary: summarise(boxes, arrows), svg, table: tableOf(boxes) };
}

function tableOf(boxes: Readonly<Record<string, Box>>): Table {
  const said = (v: number | string | undefined): string => (typeof v === "number" ? brief(v) : (v ?? ""));
  const rows = Object.entries(boxes).map(([key, { value, gradient }]) => [key, said(value), said(gradient)]);
  return { columns: ["box", "value", "gradient"], rows };
}

type Point = readonly [x: number, y: number];

/** The grid in units: columns share the width, rows are as high as the boxes and their gaps. */
function layOut(
  boxes: Readonly<Record<string, Box>>,
  passed: readonly (readonly [number, number])[],
): {
  place(box: Box): Point;
  width: number;
  height: number;
  tall: number;
} {
  const list = Object.values(boxes);
  const all = [...list.map((b) => b.at), ...passed];
  const [left, top] = [0, 1].map((k) => Math.min(...all.map((at) => at[k])));
  const columns = Math.max(...all.map((at) => at[0])) - left;
  const rows = Math.max(...all.map((at) => at[1])) - top;
  const tall = list.some((b) => b.gradient !== undefined) ? TALL + 8 : TALL;
  const dx = columns === 0 ? 0 : Math.max(LEAST, Math.min(130, (figureWidth() - 2 * (HALF + MARGIN)) / columns));
  const dy = 2 * tall + 34;
  const place = ({ at }: Box): Point => [HALF + MARGIN + (at[0] - left) * dx, tall + MARGIN + (at[1] - top) * dy];
  return { place, width: 2 * (HALF + MARGIN) + columns * dx, height: 2 * (tall + MARGIN) + rows * dy, tall };
}

const tip = (id: string, color: string): string =>
  `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z" fill="${color}"/></marker>`;
const tips = `<defs>${tip("tip", INK)}${tip("back", GRADIENT)}</defs>`;

interface Ends {
  readonly from: Point;
  readonly to: Point;
  readonly tall: number;
  readonly via: readonly Point[];
}

/** Whether another arrow runs the other way between the same boxes. */
const isReturned = (arrow: Arrow, all: readonly Arrow[]): boolean =>
  all.some((a) => a.from === arrow.from && a.to === arrow.to && Boolean(a.back) !== Boolean(arrow.back));

/** The same ends, moved to one side of the line between them. */
function aside({ from, to, ...rest }: Ends, by: number): Ends {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const long = Math.hypot(dx, dy) || 1;
  const moved = ([x, y]: Point): Point => [x - (by * dy) / long, y + (by * dx) / long];
  return { from: moved(from), to: moved(to), ...rest };
}

/** From edge to edge of the boxes; the label stands on paper in the middle. */
function drawArrow({ label, back = false }: Arrow, { from, to, tall, via }: Ends): { line: string; label: string } {
  const [a, b] = [edge(from, via[0] ?? to, tall), edge(to, via.at(-1) ?? from, tall)];
  const stops = back ? [b, ...[...via].reverse(), a] : [a, ...via, b];
  const look = back
    ? `stroke="${GRADIENT}" stroke-width="2" marker-end="url(#back)"`
    : `stroke="${INK}" stroke-opacity=".55" stroke-width="1.4" marker-end="url(#tip)"`;
  const line = `<path fill="none" ${look} stroke-linejoin="round" d="M${stops.map((at) => at.map(n).join(" ")).join("L")}"/>`;
  if (label === undefined) return { line, label: "" };
  const words = typeof label === "number" ? brief(label) : label;
  const middle = via[Math.floor(via.length / 2)] ?? [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const [x, y, wide] = [...middle, textWidth(words, 14) + 5];
  const paper = `<rect x="${n(x - wide / 2)}" y="${n(y - 8.5)}" width="${n(wide)}" height="17" rx="3" fill="${PAPER}"/>`;
  return {
    line,
    label: `${paper}<text x="${n(x)}" y="${n(y + 5)}" font-size="14" text-anchor="middle" fill="${back ? GRADIENT : INK}">${escapeText(words)}</text>`,
  };
}

/** Where the line from the middle of one box to the middle of another leaves the first, with a gap of three units. */
function edge([x, y]: Point, [tx, ty]: Point, tall: number): Point {
  const [dx, dy] = [tx - x, ty - y];
  const part = Math.min((HALF + 3) / Math.abs(dx || 1e-9), (tall + 3) / Math.abs(dy || 1e-9), 0.5);
  return [x + dx * part, y + dy * part];
}

function drawBox(box: Box, { at: [x, y], key, tall }: { at: Point; key: string; tall: number }): string {
  const { kind = "plain", op = "", name = key, active = false } = box;
  const shape = `x="${n(x - HALF)}" y="${n(y - tall)}" width="${2 * HALF}" height="${2 * tall}" rx="8"`;
  const looks = {
    plain: `fill="none" stroke="${INK}" stroke-opacity=".6" stroke-width="1.3"`,
    weight: `fill="${VALUE}" fill-opacity=".13" stroke="${VALUE}" stroke-width="1.6"`,
    given: `fill="none" stroke="${INK}" stroke-opacity=".45" stroke-dasharray="3 3"`,
  };
  const number = (v: number | string, dy: number, color: string): string =>
    `<text x="${n(x)}" y="${n(y - tall + dy)}" font-size="16" font-weight="600" text-anchor="middle" fill="${color}">${escapeText(typeof v === "number" ? brief(v) : v)}</text>`;
  return [
    `<rect ${shape} fill="${PAPER}"/><rect ${shape} ${looks[kind]}/>`,
    active && `<rect ${shape} fill="none" stroke="${INK}" stroke-width="3"/>`,
    `<text x="${n(x - HALF + 6)}" y="${n(y - tall + 16)}" font-size="13" font-style="italic" fill="${INK}">${lowered(name)}</text>`,
    op &&
      `<text x="${n(x + HALF - 6)}" y="${n(y - tall + 16)}" font-size="13" text-anchor="end" fill="${INK}" fill-opacity=".75">${escapeText(op)}</text>`,
    box.value !== undefined && number(box.value, 37, VALUE),
    box.gradient !== undefined && number(box.gradient, 56, GRADIENT),
  ]
    .filter(Boolean)
    .join("");
}

/** w12 → w₁₂ */
const lowered = (name: string): string =>
  escapeText(name).replace(/(?<=[A-Za-z])\d+$/, (digits) => [...digits].map((d) => "₀₁₂₃₄₅₆₇₈₉"[Number(d)]).join(""));

function summarise(boxes: Readonly<Record<string, Box>>, arrows: readonly Arrow[]): string {
  const say = (v: number | string): string => (typeof v === "number" ? brief(v) : v);
  const parts = Object.entries(boxes).map(([key, { value, gradient }]) => {
    const numbers = [value !== undefined && say(value), gradient !== undefined && `gradient ${say(gradient)}`].filter(
      Boolean,
    );
    return `${key}${numbers.length ? ` ${numbers.join(", ")}` : ""}`;
  });
  const lines = arrows.map(({ from, to, label }) => `${from} to ${to}${label === undefined ? "" : ` (${say(label)})`}`);
  return `Boxes: ${parts.join("; ")}.${lines.length ? ` Arrows: ${lines.join(", ")}.` : ""}`;
}

const n = (value: number): string => String(Number(value.toFixed(1)));
