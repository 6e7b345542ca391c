/** What cells print, in Node's own form, in few messages; a cell that never stops printing is cut short. */
import { format, inspect } from "node-inspect-extracted";

type Name = "stdout" | "stderr";
type Send = (name: Name, text: string) => void;

const FLUSH_MS = 50;
const CHUNK = 65_536;
/** Letters that a cell may print before the rest is only counted. */
export const MOST_LETTERS = 200_000;

export interface Printer {
  /** One line of values, as console.log prints them. */
  print(name: Name, ...values: unknown[]): void;
  flush(): void;
  /** A new cell begins. */
  restart(): void;
  /** The `console` of cells. */
  readonly console: Readonly<Record<string, unknown>>;
}

export function printer(send: Send): Printer {
  let name: Name = "stdout";
  let text = "";
  let sentAt = 0;
  let letters = 0;
  let indent = "";
  const counts = new Map<string, number>();

  const flush = (): void => {
    if (text) send(name, text);
    text = "";
    sentAt = performance.now();
  };
  const write = (to: Name, more: string): void => {
    letters += more.length;
    if (letters > MOST_LETTERS) return;
    if (to !== name) flush();
    name = to;
    text += more;
    if (performance.now() - sentAt > FLUSH_MS || text.length > CHUNK) flush();
  };
  const print = (to: Name, ...values: unknown[]): void => {
    const line = format(...values);
    write(to, `${indent ? line.replace(/^/gm, indent) : line}\n`);
  };
  const log = (...values: unknown[]): void => print("stdout", ...values);
  const warn = (...values: unknown[]): void => print("stderr", ...values);
  const group = (...values: unknown[]): void => {
    if (values.length > 0) log(...values);
    indent += "  ";
  };
  const consoleOfCells = {
    log,
    info: log,
    debug: log,
    warn,
    error: warn,
    trace: warn,
    dir: (value: unknown, options = {}) => write("stdout", `${inspect(value, { customInspect: false, ...options })}\n`),
    table: (rows: unknown) => log(table(rows)),
    group,
    groupCollapsed: group,
    groupEnd: () => (indent = indent.slice(2)),
    assert: (holds: unknown, ...values: unknown[]) => {
      if (holds) return;
      const [first, ...rest] = values;
      if (values.length === 0) warn("Assertion failed");
      else if (typeof first === "string") warn(`Assertion failed: ${first}`, ...rest);
      else warn("Assertion failed:", ...values);
    },
    count: (label = "default") => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = "default") => counts.delete(label),
  };
  return {
    print,
    restart() {
      letters = 0;
      indent = "";
    },
    flush() {
      flush();
      const lost = letters - MOST_LETTERS;
      letters = 0;
      if (lost > 0) send("stderr", `… and ${lost.toLocaleString("en")} more characters, which are not shown\n`);
    },
    console: consoleOfCells,
  };
}

/** console.table of Node: a frame around the columns of a list of objects or lists. */
function table(data: unknown): unknown {
  if (typeof data !== "object" || data === null) return data;
  const rows = Object.entries(data);
  const isRow = (row: unknown): row is object => typeof row === "object" && row !== null;
  const keys = [...new Set(rows.flatMap(([, row]) => (isRow(row) ? Object.keys(row) : [])))];
  const loose = rows.some(([, row]) => !isRow(row));
  const cell = (value: unknown): string => inspect(value, { depth: 0, maxArrayLength: 3, breakLength: Infinity });
  const lines = rows.map(([index, row]) => [
    index,
    ...keys.map((key) => (isRow(row) && key in row ? cell((row as Record<string, unknown>)[key]) : "")),
    ...(loose ? [isRow(row) ? "" : cell(row)] : []),
  ]);
  const all = [["(index)", ...keys, ...(loose ? ["Values"] : [])], ...lines];
  const widths = all[0].map((_, k) => Math.max(...all.map((line) => line[k].length)) + 2);
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  const shown = all.map((line) => `│${line.map((text, k) => ` ${text}`.padEnd(widths[k])).join("│")}│`);
  return [rule("┌", "┬", "┐"), shown[0], rule("├", "┼", "┤"), ...shown.slice(1), rule("└", "┴", "┘")].join("\n");
}
