// misconception: none
// The tree is walked level by level, so trainable() is not in the order of the tree.
export type Mode = "train" | "evaluate";
/** A part of a model: how many weights it holds itself, and what is inside it. */
export interface Part {
  readonly weights?: number;
  readonly parts?: Readonly<Record<string, Part>>;
}

interface Entry {
  readonly path: string;
  readonly weights: number;
  mode: Mode;
  frozen: boolean;
}

/** A model made of parts, with two switches that reach everything inside: a mode, and whether weights are frozen. */
export class Model {
  private entries: Entry[] = [];

  constructor(root: Part) {
    const queue: { path: string; part: Part }[] = [{ path: "", part: root }];
    while (queue.length > 0) {
      const { path, part } = queue.shift()!;
      this.entries.push({ path, weights: part.weights ?? 0, mode: "train", frozen: false });
      for (const [name, child] of Object.entries(part.parts ?? {})) {
        queue.push({ path: path === "" ? name : `${path}.${name}`, part: child });
      }
    }
  }

  private each(path: string, action: (entry: Entry) => void): this {
    if (!this.entries.some((e) => e.path === path)) throw new Error(`path "${path}" does not exist`);
    const prefix = path === "" ? "" : `${path}.`;
    for (const entry of this.entries) {
      if (entry.path === path || entry.path.startsWith(prefix)) action(entry);
    }
    return this;
  }

  setMode(mode: Mode, path = ""): this {
    if (mode !== "train" && mode !== "evaluate") throw new Error(`no such mode: ${String(mode)}`);
    return this.each(path, (e) => {
      e.mode = mode;
    });
  }

  freeze(path = ""): this {
    return this.each(path, (e) => {
      e.frozen = true;
    });
  }

  unfreeze(path = ""): this {
    return this.each(path, (e) => {
      e.frozen = false;
    });
  }

  /** The mode of every part, by path. */
  modes(): Record<string, Mode> {
    return Object.fromEntries(this.entries.map((e) => [e.path, e.mode]));
  }

  /** Paths of the parts whose weights training may change. */
  trainable(): string[] {
    return this.entries.flatMap((e) => (e.weights > 0 && !e.frozen ? [e.path] : []));
  }
}
