/** Tables of numbers as shaded cells, such as a confusion matrix: the number stands in each cell. */
import { altText, type Chart, type Spec } from "./figure.ts";
import { brief, type NumberTable, numberTable, rounded, sameLength, wrong } from "./numbers.ts";
import { FONT, GRADIENT, INK, PAPER, textWidth, themed, VALUE } from "./theme.ts";

export interface HeatmapOptions {
  readonly alt: string;
  /** Names of rows and columns; without them they are numbered from 0. */
  readonly rows?: readonly (string | number)[];
  readonly columns?: readonly (string | number)[];
  readonly x?: string;
  readonly y?: string;
  /** Digits after the point of the numbers in the cells. */
  readonly digits?: number;
  /** Whether the numbers stand in the cells; by default where there is room for them. */
  readonly numbers?: boolean;
  /** "sqrt" shades small numbers more strongly, so that 2 next to 170 can be seen. */
  readonly shade?: "linear" | "sqrt";
  /** Frames the cells on the diagonal: where the prediction is right. */
  readonly diagonal?: boolean;
}

interface Cell {
  readonly r: string;
  readonly c: string;
  readonly value: number;
  readonly text: string;
  readonly strength: number;
}

/**
 * A table as shaded cells: blue above zero, orange (and a minus sign) below, stronger shade for larger size.
 *
 * @example
 * show(heatmap([[9, 1], [3, 7]], { x: "read", y: "meant", diagonal: true, alt: "A small confusion matrix." }))
 * // [figure] A small confusion matrix.
 * //          2 by 2 cells; 16 of 20 on the diagonal; most off it: 3 (meant 1, read 0).
 */
export function heatmap(
  table: NumberTable,
  { alt, rows, columns, x = "", y = "", digits = 0, numbers, shade = "linear", diagonal = false }: HeatmapOptions,
): Chart {
  const op = "heatmap";
  const text = altText(op, alt);
  const values = numberTable(op, "table", table);
  const [height, width] = [values.length, values[0].length];
  if (height * width > 1600)
    wrong(
      op,
      "a heat map has at most 1,600 cells",
      `${height} × ${width}`,
      "a smaller table",
      "draw it as a picture: imageGrid([values.flat()], { size: [rows, columns] })",
    );
  const names = { r: labels(op, "rows", rows, height), c: labels(op, "columns", columns, width) };
  const fixed = (v: number): string => v.toFixed(digits).replace("-", "−");
  const room = Math.max(34, 12 + Math.max(...values.flat().map((v) => textWidth(fixed(v), 13.5))));
  const written = numbers ?? room * width <= 600;
  const step = written ? { x: Math.min(room, 600 / width), y: 32 } : square(560 / width, 400 / height);
  const cells = shadedCells(values, names, fixed, { shade, top: written ? 0.55 : 1 });
  const spec: Spec = {
    width: { step: step.x },
    height: { step: step.y },
    autosize: { type: "pad" },
    data: { values: cells },
    encoding: { x: cellAxis("c", names.c, x, "top"), y: cellAxis("r", names.r, y, "left") },
    layer: [
      {
        transform: [{ filter: "datum.strength > 0" }],
        mark: { type: "rect", stroke: PAPER, strokeWidth: step.x > 8 ? 1 : 0 },
        encoding: written ? shading : { ...shading, tooltip: tellCell(x, y) },
      },
      ...(diagonal ? [frame] : []),
      ...(written ? [label("text")] : cells.some((c) => c.value < 0) && step.x >= 12 ? [label("sign")] : []),
    ],
    config: { scale: { bandPaddingInner: 0, bandPaddingOuter: 0 } },
  };
  return { kind: "vega-lite", alt: text, summary: summarise(values, names, { x, y, diagonal }), spec: themed(spec) };
}

const shading: Spec = {
  fill: { condition: { test: "datum.value < 0", value: GRADIENT }, value: VALUE },
  fillOpacity: { field: "strength", type: "quantitative", scale: null, legend: null },
};
const frame: Spec = {
  transform: [{ filter: "datum.r === datum.c" }],
  mark: { type: "rect", filled: false, stroke: INK, strokeOpacity: 0.75, strokeWidth: 1.3, fillOpacity: 0 },
};

const tellCell = (x: string, y: string): Spec[] => [
  { field: "r", title: y || "row" },
  { field: "c", title: x || "column" },
  { field: "value", title: "value" },
];

function label(field: "text" | "sign"): Spec {
  const mark = { type: "text", fontSize: 13.5, font: FONT, fill: INK, baseline: "middle" };
  if (field === "sign") return { transform: [{ filter: "datum.value < 0" }], mark: { ...mark, text: "−" } };
  const quiet = { condition: { test: "datum.value === 0", value: 0.45 }, value: 1 };
  return { mark, encoding: { text: { field: "text" }, fillOpacity: quiet } };
}

function shadedCells(
  values: number[][],
  names: { r: string[]; c: string[] },
  fixed: (v: number) => string,
  { shade, top }: { shade: "linear" | "sqrt"; top: number },
): Cell[] {
  const largest = Math.max(...values.flat().map(Math.abs)) || 1;
  const strength = (v: number): number =>
    Math.round(1000 * top * (Math.abs(v) / largest) ** (shade === "sqrt" ? 0.5 : 1)) / 1000;
  return values.flatMap((row, i) =>
    row.map((v, j) => ({ r: names.r[i], c: names.c[j], value: rounded(v), text: fixed(v), strength: strength(v) })),
  );
}

function cellAxis(field: "r" | "c", sort: string[], title: string, orient: string): Spec {
  const every = Math.ceil(sort.length / 16);
  const values = sort.filter((_, i) => i % every === 0);
  return {
    field,
    type: "nominal",
    sort,
    title,
    axis: { orient, grid: false, labelAngle: 0, values, titleFontWeight: "normal" },
  };
}

function labels(op: string, name: string, given: readonly (string | number)[] | undefined, length: number): string[] {
  if (given) sameLength(op, [name, given.length], [`the table's ${name}`, length]);
  const texts = (given ?? Array.from({ length }, (_, i) => i)).map(String);
  const twice = texts.find((t, i) => texts.indexOf(t) !== i);
  if (twice !== undefined)
    wrong(
      op,
      `names of ${name} are different from each other`,
      `"${twice}" twice`,
      "one name for each",
      `rename one: "${twice} (2)"`,
    );
  return texts;
}

function square(width: number, height: number): { x: number; y: number } {
  const side = Math.max(4, Math.min(40, Math.floor(Math.min(width, height))));
  return { x: side, y: side };
}

function summarise(
  values: number[][],
  names: { r: string[]; c: string[] },
  { x, y, diagonal }: { x: string; y: string; diagonal: boolean },
): string {
  const cells = values.flatMap((row, i) => row.map((v, j) => ({ v, i, j })));
  const top = cells.filter((c) => !diagonal || c.i !== c.j).reduce((a, b) => (b.v > a.v ? b : a));
  const where = ({ i, j }: { i: number; j: number }): string =>
    `${y || "row"} ${names.r[i]}, ${x || "column"} ${names.c[j]}`;
  const sum = (list: { v: number }[]): number => list.reduce((total, c) => total + c.v, 0);
  const size = `${values.length} by ${values[0].length} cells`;
  if (!diagonal)
    return `${size}, from ${brief(Math.min(...cells.map((c) => c.v)))} to ${brief(top.v)} (${where(top)}).`;
  return `${size}; ${brief(sum(cells.filter((c) => c.i === c.j)))} of ${brief(sum(cells))} on the diagonal; most off it: ${brief(top.v)} (${where(top)}).`;
}
