import { NotImplemented } from "termwise";

/** One text for all ways of writing the same configuration: plain objects, arrays, strings, numbers, booleans, null. */
export function canonical(value: unknown): string {
  throw new NotImplemented("E01.6");
}

/** Eight hexadecimal digits that name the run with this configuration. */
export function runId(config: unknown): string {
  throw new NotImplemented("E01.6");
}
