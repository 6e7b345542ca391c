// misconception: training-thaws
export type Mode = "train" | "evaluate";
/** A part of a model: how many weights it holds itself, and what is inside it. */
export interface Part {
  readonly weights?: number;
  readonly parts?: Readonly<Record<string, Part>>;
}

/** A model made of parts, with two switches that reach everything inside: a mode, and whether weights are frozen. */
export class Model {
  private readonly weights = new Map<string, number>();
  private readonly mode = new Map<string, Mode>();
  private readonly frozen = new Set<string>();

  constructor(root: Part) {
    const walk = (part: Part, path: string): void => {
      this.weights.set(path, part.weights ?? 0);
      this.mode.set(path, "train");
      for (const name in part.parts) walk(part.parts[name], path ? `${path}.${name}` : name);
    };
    walk(root, "");
  }

  private inside(path: string): string[] {
    if (!this.weights.has(path)) throw new Error(`no such path: ${path}`);
    return [...this.weights.keys()].filter((p) => path === "" || p === path || p.startsWith(`${path}.`));
  }

  setMode(mode: Mode, path = ""): this {
    if (!["train", "evaluate"].includes(mode)) throw new Error(`mode must be train or evaluate, not ${mode}`);
    for (const p of this.inside(path)) {
      this.mode.set(p, mode);
      // back to training: these weights are learned again
      if (mode === "train") this.frozen.delete(p);
    }
    return this;
  }

  freeze(path = ""): this {
    for (const p of this.inside(path)) this.frozen.add(p);
    return this;
  }

  unfreeze(path = ""): this {
    for (const p of this.inside(path)) this.frozen.delete(p);
    return this;
  }

  /** The mode of every part, by path. */
  modes(): Record<string, Mode> {
    const result: Record<string, Mode> = {};
    for (const [p, m] of this.mode) result[p] = m;
    return result;
  }

  /** Paths of the parts whose weights training may change. */
  trainable(): string[] {
    const paths: string[] = [];
    for (const [p, count] of this.weights) if (count > 0 && !this.frozen.has(p)) paths.push(p);
    return paths;
  }
}
