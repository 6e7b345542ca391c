import { NotImplemented } from "termwise";

/** These works in the order of their publication, the earliest first. */
export function order(works: readonly string[]): string[] {
  throw new NotImplemented("E01.5");
}

/** The idea that a work is known for, in the words of the statement. */
export function ideaOf(work: string): string {
  throw new NotImplemented("E01.5");
}
