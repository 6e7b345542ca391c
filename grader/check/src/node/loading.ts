/** Why an answer does not load, in a sentence a beginner understands. */
import { inert } from "../words.ts";

export function loadSentence(error: unknown): string {
  if (!(error instanceof Error)) return `it threw ${inert(String(error))} while it was loaded`;
  const { code } = error as NodeJS.ErrnoException;
  const line = /answer[\w-]*\.ts:(\d+)/.exec(error.stack ?? "")?.[1];
  const where = line ? ` in line ${line}` : "";
  const text = error.message.split("\n").find((part) => part.trim() !== "") ?? error.message;
  if (code === "ERR_MODULE_NOT_FOUND") {
    const wanted = /Cannot find (?:package|module) '([^']+)'/.exec(error.message)?.[1] ?? "a module";
    return `it imports ${inert(wanted)}, which is not there; an answer needs no import but "termwise"`;
  }
  if (code === "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX")
    return `it uses TypeScript that has to be compiled${where}: ${inert(text)}${instead(text)}`;
  if (error.name === "SyntaxError" && /does not provide an export/.test(text)) {
    const name = /export named '([^']+)'/.exec(text)?.[1];
    return `it imports ${name ?? "a name"} from a module that has no such export${where}`;
  }
  if (error.name === "SyntaxError" || code === "ERR_INVALID_TYPESCRIPT_SYNTAX")
    return `it is not TypeScript yet${where}: ${inert(text)}`;
  return `it throws while it is loaded${where}: ${inert(`${error.name}: ${text}`)}`;
}

/** What to write in place of TypeScript that is more than types. */
function instead(text: string): string {
  if (/parameter property/.test(text)) return " (declare the field, and set it in the constructor)";
  if (/enum/.test(text)) return " (use an object, or a union of texts)";
  return /namespace/.test(text) ? " (use plain functions and constants)" : "";
}
