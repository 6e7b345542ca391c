/** What became of a failed cell, in the words and lines in which the notebook tells it. */
import { inspect } from "node-inspect-extracted";
import type { Failure } from "../protocol.ts";
import { CellError } from "./compile.ts";

/** Sources of the cells that ran, by number (from 1). */
export type Sources = ReadonlyMap<number, string>;

const FRAME = /cell-(\d+)\.ts:(\d+)/; // how every browser writes a place of a script that has this name

export function describe(reason: unknown, number: number, sources: Sources): Failure {
  if (reason instanceof CellError) return beforeItRan(reason, sources.get(number) ?? "");
  if (!(reason instanceof Error)) {
    const message = typeof reason === "string" ? reason : inspect(reason);
    return { name: "Thrown", message, trace: [`Thrown: ${message}`] };
  }
  const own = frames(reason).find((frame) => frame.number === number);
  return {
    name: reason.name,
    message: reason.message,
    trace: trace(reason, sources),
    ...(own && { line: own.line }),
  };
}

function beforeItRan({ message, line, column, hint }: CellError, source: string): Failure {
  const text = source.split("\n")[line - 1] ?? "";
  const excerpt = text.trim() ? [`    ${text}`, ...(column >= 0 ? [`    ${" ".repeat(column)}^`] : [])] : [];
  const trace = [`line ${line}: ${message}`, ...excerpt, ...(hint ? [`  ${hint}`] : [])];
  return { name: "TypeScript", message: `line ${line}: ${message}`, trace, line };
}

interface Frame {
  readonly number: number;
  readonly line: number;
}

/** The places in cells, innermost first. */
function frames(error: Error): Frame[] {
  return (error.stack ?? "").split("\n").flatMap((text) => {
    const place = FRAME.exec(text);
    return place ? [{ number: Number(place[1]), line: Number(place[2]) }] : [];
  });
}

function trace(error: Error, sources: Sources): string[] {
  const lines = Error.prototype.toString.call(error).split("\n");
  for (const { number, line } of frames(error)) {
    const text = sources.get(number)?.split("\n")[line - 1];
    if (text === undefined) continue; // the line that closes the function around the cell
    const place = `    at cell [${number}], line ${line}${text.trim() && `: ${text.trim()}`}`;
    if (place !== lines.at(-1)) lines.push(place);
  }
  if (error.cause instanceof Error) lines.push("caused by", ...trace(error.cause, sources));
  for (const each of (error as Partial<AggregateError>).errors ?? [])
    if (each instanceof Error) lines.push("one of", ...trace(each, sources));
  return lines;
}
