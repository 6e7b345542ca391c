/** A matrix with its numbers, drawn at once: blue above zero, orange below with a minus sign, and cells to look at. */
import { altText, type Drawing } from "./figure.ts";
import { type NumberTable, numberTable, sameLength } from "./numbers.ts";
import { escapeText } from "./picture.ts";
import { n } from "./plot-labels.ts";
import { FONT, GRADIENT, INK, PAPER, textWidth, VALUE } from "./theme.ts";

export interface MatrixOptions {
  readonly alt: string;
  readonly rows?: readonly (string | number)[];
  readonly columns?: readonly (string | number)[];
  readonly title?: string;
  /** Digits after the point. */
  readonly digits?: number;
  /** Cells with a strong frame, [row, column]; a row or a column alone frames all of its cells. */
  readonly marked?: readonly Marked[];
  /** Whether cells are shaded by their size. */
  readonly shade?: boolean;
  /** The size with the full shade; by default the largest of the table. Give it where frames should compare. */
  readonly full?: number;
  /** Writes "·" for cells that nothing is known of yet. */
  readonly hidden?: (row: number, column: number) => boolean;
}
type Marked = readonly [row: number, column: number] | { readonly row: number } | { readonly column: number };

const [TALL, SIZE] = [30, 14];

/**
 * The numbers of a table in cells.
 *
 * @example
 * show(matrix([[1, -2], [0.5, 3]], { digits: 1, title: "W", alt: "A matrix of four weights." }))
 * // [figure] A matrix of four weights.
 * //          W, 2 by 2: 1.0, −2.0; 0.5, 3.0.
 */
export function matrix(table: NumberTable, options: MatrixOptions): Drawing {
  const op = "matrix";
  const { alt, rows, columns, title = "", digits = 0, marked = [], shade = true, full, hidden = () => false } = options;
  const text = altText(op, alt);
  const values = numberTable(op, "table", table);
  if (rows) sameLength(op, ["rows", rows.length], ["the table's rows", values.length]);
  if (columns) sameLength(op, ["columns", columns.length], ["the table's columns", values[0].length]);
  const written = values.map((row, r) => row.map((v, c) => (hidden(r, c) ? "·" : v.toFixed(digits).replace("-", "−"))));
  const widest = Math.max(...[...written.flat(), ...(columns ?? []).map(String)].map((t) => textWidth(t, SIZE)));
  const wide = Math.max(TALL, widest + 14);
  const left = 2 + (rows ? 8 + Math.max(...rows.map((r) => textWidth(String(r), SIZE))) : 0);
  const top = 2 + (title ? 24 : 0) + (columns ? 22 : 0);
  const most = full ?? (Math.max(...values.flat().map(Math.abs)) || 1);
  const cell = (v: number, r: number, c: number): string => {
    const strength = shade && !hidden(r, c) ? Math.min(1, Math.abs(v) / most) * 0.5 : 0;
    const at = `x="${n(left + c * wide)}" y="${n(top + r * TALL)}" width="${n(wide)}" height="${TALL}"`;
    const ground =
      strength > 0.004 ? `<rect ${at} fill="${v < 0 ? GRADIENT : VALUE}" fill-opacity="${strength.toFixed(2)}"/>` : "";
    return `${ground}<text x="${n(left + (c + 0.5) * wide)}" y="${n(top + r * TALL + 20)}">${written[r][c]}</text>`;
  };
  const frame = (at: Marked): string => {
    const [r, c, high, across] = Array.isArray(at)
      ? [at[0], at[1], 1, 1]
      : "row" in at
        ? [at.row, 0, 1, values[0].length]
        : [0, (at as { column: number }).column, values.length, 1];
    return `<rect x="${n(left + c * wide)}" y="${n(top + r * TALL)}" width="${n(wide * across)}" height="${TALL * high}" fill="none" stroke="${INK}" stroke-width="2.4"/>`;
  };
  const [right, bottom] = [left + wide * values[0].length, top + TALL * values.length];
  const lines = [
    ...values[0].slice(1).map((_, c) => `M${n(left + (c + 1) * wide)} ${n(top)}V${n(bottom)}`),
    ...values.slice(1).map((_, r) => `M${n(left)} ${n(top + (r + 1) * TALL)}H${n(right)}`),
  ];
  const names = [
    ...(rows ?? []).map(
      (name, r) =>
        `<text x="${n(left - 8)}" y="${n(top + r * TALL + 20)}" text-anchor="end">${escapeText(String(name))}</text>`,
    ),
    ...(columns ?? []).map(
      (name, c) => `<text x="${n(left + (c + 0.5) * wide)}" y="${n(top - 7)}">${escapeText(String(name))}</text>`,
    ),
  ];
  const width = Math.max(right + 2, title ? textWidth(title, SIZE) * 1.1 : 0);
  const body = [
    title && `<text x="2" y="15" font-weight="600" text-anchor="start">${escapeText(title)}</text>`,
    `<rect x="${n(left)}" y="${n(top)}" width="${n(right - left)}" height="${n(bottom - top)}" fill="${PAPER}" stroke="${INK}" stroke-opacity=".55"/>`,
    values.map((row, r) => row.map((v, c) => cell(v, r, c)).join("")).join(""),
    lines.length ? `<path d="${lines.join("")}" stroke="${INK}" stroke-opacity=".15"/>` : "",
    marked.map(frame).join(""),
    ...names,
  ];
  const header = (columns ?? values[0].map((_, c) => c)).map(String);
  return {
    kind: "svg",
    alt: text,
    summary: `${title ? `${title}, ` : ""}${values.length} by ${values[0].length}: ${written
      .map((row) => row.join(", "))
      .slice(0, 8)
      .join("; ")}${values.length > 8 ? "; …" : ""}.`,
    svg: `<svg viewBox="0 0 ${n(width)} ${n(bottom + 2)}" font-family="${FONT}"><g font-size="${SIZE}" text-anchor="middle" fill="${INK}">${body.join("")}</g></svg>`,
    table: { columns: ["row", ...header], rows: written.map((row, r) => [String(rows?.[r] ?? r), ...row]) },
  };
}
