/** What a library must offer to take part. */
import type { Contestant } from "../measure.ts";
import type { Program } from "../programs.ts";

export interface Peer {
  readonly name: string;
  /** With its version, for the table. */
  readonly title: string;
  /** null: it cannot do this, or there is no fair way to write it. */
  make(program: Program): Contestant | null | Promise<Contestant | null>;
}

/** A library that could not be loaded, and why. */
export interface Absent {
  readonly name: string;
  readonly reason: string;
}
