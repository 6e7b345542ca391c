// misconception: parts-without-weights-listed
export type Mode = "train" | "evaluate";
export interface Part {
  readonly weights?: number;
  readonly parts?: Readonly<Record<string, Part>>;
}

export class Model {
  private readonly order: string[] = [];
  private readonly mode = new Map<string, Mode>();
  private readonly frozen = new Map<string, boolean>();

  constructor(root: Part) {
    const queue = (path: string, { parts = {} }: Part): void => {
      this.order.push(path);
      this.mode.set(path, "train");
      this.frozen.set(path, false);
      for (const [name, part] of Object.entries(parts)) queue([path, name].filter(Boolean).join("."), part);
    };
    queue("", root);
  }

  private each(path: string, f: (p: string) => void): this {
    if (!this.mode.has(path)) throw new Error(`unknown part: ${path}`);
    this.order.filter((p) => path === "" || `${p}.`.startsWith(`${path}.`)).forEach(f);
    return this;
  }

  setMode(mode: Mode, path = ""): this {
    if (mode !== "train" && mode !== "evaluate") throw new Error(`mode? ${mode}`);
    return this.each(path, (p) => this.mode.set(p, mode));
  }

  freeze(path = ""): this {
    return this.each(path, (p) => this.frozen.set(p, true));
  }

  unfreeze(path = ""): this {
    return this.each(path, (p) => this.frozen.set(p, false));
  }

  modes(): Record<string, Mode> {
    return Object.fromEntries(this.mode);
  }

  trainable(): string[] {
    return this.order.filter((p) => !this.frozen.get(p));
  }
}
