import { NotImplemented } from "termwise";

export type Mode = "train" | "evaluate";
/** A part of a model: how many weights it holds itself, and what is inside it. */
export interface Part {
  readonly weights?: number;
  readonly parts?: Readonly<Record<string, Part>>;
}

/** A model made of parts, with two switches that reach everything inside: a mode, and whether weights are frozen. */
export class Model {
  constructor(root: Part) {
    throw new NotImplemented("E04.6");
  }

  setMode(mode: Mode, path = ""): this {
    throw new NotImplemented("E04.6");
  }

  freeze(path = ""): this {
    throw new NotImplemented("E04.6");
  }

  unfreeze(path = ""): this {
    throw new NotImplemented("E04.6");
  }

  /** The mode of every part, by path. */
  modes(): Record<string, Mode> {
    throw new NotImplemented("E04.6");
  }

  /** Paths of the parts whose weights training may change. */
  trainable(): string[] {
    throw new NotImplemented("E04.6");
  }
}
