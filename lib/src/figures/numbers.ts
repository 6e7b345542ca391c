/** Reads the numbers that charts draw: lists and tables, as arrays or as anything that has data and a shape. */
import { FigureError } from "./errors.ts";

/** Something that knows its numbers and its shape, such as a Tensor. Figures ask for no more than this. */
export interface Shaped {
  readonly shape: readonly number[];
  data(): ArrayLike<number>;
}
/** A list of numbers: an array, a typed array or a rank 1 tensor. */
export type NumberList = ArrayLike<number> | Shaped;
/** A table of numbers: rows of numbers or a rank 2 tensor. */
export type NumberTable = ArrayLike<ArrayLike<number>> | Shaped;

/** The numbers of a list; throws on anything that cannot be drawn. `name` is how the caller calls the list. */
export function numberList(op: string, name: string, list: NumberList): number[] {
  const shaped = isShaped(list);
  if (shaped && list.shape.length !== 1)
    wrong(
      op,
      `${name} must be a list of numbers`,
      `shape [${list.shape.join(", ")}]`,
      "shape [n]",
      "reshape it, or take one row",
    );
  const values = Array.from(shaped ? list.data() : isList(list) ? list : wrongList(op, name, list));
  if (values.length === 0)
    wrong(op, `${name} is empty`, "0 numbers", "at least one", `look at where ${name} is filled`);
  checkFinite(op, name, values);
  return values;
}

/** The rows of a table, all of the same length. */
export function numberTable(op: string, name: string, table: NumberTable): number[][] {
  const rows = isShaped(table)
    ? rowsOf(op, name, table)
    : Array.from(isList(table) ? table : wrongList(op, name, table), (row, i) => numberList(op, `${name}[${i}]`, row));
  if (rows.length === 0) wrong(op, `${name} is empty`, "0 rows", "at least one", `look at where ${name} is filled`);
  const odd = rows.findIndex((row) => row.length !== rows[0].length);
  if (odd >= 0)
    wrong(
      op,
      `all rows of ${name} must be of one length`,
      `${rows[0].length} numbers in row 0, ${rows[odd].length} in row ${odd}`,
      `${rows[0].length} in each`,
      `look at ${name}[${odd}]`,
    );
  return rows;
}

/** Throws unless two lists that belong together are of one length. */
export function sameLength(op: string, a: [name: string, length: number], b: [name: string, length: number]): void {
  if (a[1] !== b[1])
    wrong(
      op,
      `${a[0]} and ${b[0]} must be of one length`,
      `${a[1]} and ${b[1]}`,
      "one entry of each for every mark",
      `slice the longer one: .slice(0, ${Math.min(a[1], b[1])})`,
    );
}

/** A number as charts and summaries write it: four significant digits, a real minus sign, commas from 10,000. */
export function brief(value: number, digits = 4): string {
  const size = Math.abs(value);
  const text =
    size !== 0 && (size < 1e-4 || size >= 1e9)
      ? value.toExponential(1)
      : Number(value.toPrecision(Math.max(digits, Math.ceil(Math.log10(size + 1))))).toLocaleString("en", {
          maximumFractionDigits: 8,
          useGrouping: size >= 10000,
        });
  return text.replace(/-/g, "−");
}

/** Four significant digits are enough to draw; they keep specifications small. */
export const rounded = (value: number): number => Number(value.toPrecision(5));

export function isShaped(value: unknown): value is Shaped {
  return (
    typeof value === "object" &&
    value !== null &&
    "shape" in value &&
    "data" in value &&
    typeof value.data === "function"
  );
}

function isList(value: unknown): value is ArrayLike<never> {
  return typeof value === "object" && value !== null && "length" in value && typeof value.length === "number";
}

function rowsOf(op: string, name: string, table: Shaped): number[][] {
  const [rows, columns] = table.shape;
  if (table.shape.length !== 2)
    wrong(
      op,
      `${name} must have two axes`,
      `shape [${table.shape.join(", ")}]`,
      "shape [rows, columns]",
      "reshape it first",
    );
  const data = table.data();
  checkFinite(op, name, data);
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => data[i * columns + j]));
}

function checkFinite(op: string, name: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    const nan = typeof values[i] === "number";
    wrong(
      op,
      "only finite numbers can be drawn",
      `${String(values[i])} at ${name}[${i}]`,
      "a finite number",
      nan ? "find the step that made it, or filter with Number.isFinite" : "convert it first: Number(value)",
    );
  }
}

function wrongList(op: string, name: string, value: unknown): never {
  return wrong(
    op,
    `${name} must be numbers`,
    value === null ? "null" : typeof value,
    "an array, a typed array or a tensor",
    "wrap a single number: [value]",
  );
}

export function wrong(op: string, rule: string, got: string, expected: string, hint: string): never {
  throw new FigureError({ op, rule, got, expected, hint });
}
