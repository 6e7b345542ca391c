import { NotImplemented } from "termwise";

/** Years in which a value doubles, from a table of [year, value]; negative if it halves, Infinity if it stays. */
export function doublingTime(table: readonly (readonly [year: number, value: number])[]): number {
  throw new NotImplemented("E01.4");
}
