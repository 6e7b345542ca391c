// misconception: only-the-part-itself
export type Mode = "train" | "evaluate";
export interface Part {
  readonly weights?: number;
  readonly parts?: Readonly<Record<string, Part>>;
}

interface Entry {
  path: string;
  weights: number;
  mode: Mode;
  frozen: boolean;
}

export class Model {
  private readonly entries = new Map<string, Entry>();

  constructor(root: Part) {
    const visit = (part: Part, path: string): void => {
      this.entries.set(path, { path, weights: part.weights ?? 0, mode: "train", frozen: false });
      for (const [name, inner] of Object.entries(part.parts ?? {}))
        visit(inner, path === "" ? name : `${path}.${name}`);
    };
    visit(root, "");
  }

  private entry(path: string): Entry {
    const e = this.entries.get(path);
    if (!e) throw new Error(`there is no part "${path}"`);
    return e;
  }

  setMode(mode: Mode, path = ""): this {
    if (mode !== "train" && mode !== "evaluate") throw new Error(`mode ${mode}`);
    this.entry(path).mode = mode;
    return this;
  }

  freeze(path = ""): this {
    this.entry(path).frozen = true;
    return this;
  }

  unfreeze(path = ""): this {
    this.entry(path).frozen = false;
    return this;
  }

  modes(): Record<string, Mode> {
    return Object.fromEntries([...this.entries.values()].map((e) => [e.path, e.mode]));
  }

  trainable(): string[] {
    return [...this.entries.values()].filter((e) => e.weights > 0 && !e.frozen).map((e) => e.path);
  }
}
