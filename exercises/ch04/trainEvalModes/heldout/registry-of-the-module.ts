// misconception: shared-state
export type Mode = "train" | "evaluate";
export interface Part {
  readonly weights?: number;
  readonly parts?: Readonly<Record<string, Part>>;
}

const modeOf: Record<string, Mode> = {};
const frozenPaths = new Set<string>();

export class Model {
  private readonly paths: [string, number][] = [];

  constructor(root: Part) {
    this.add(root, "");
  }

  private add(part: Part, path: string): void {
    this.paths.push([path, part.weights ?? 0]);
    modeOf[path] ??= "train";
    Object.entries(part.parts ?? {}).forEach(([name, p]) => {
      this.add(p, path === "" ? name : `${path}.${name}`);
    });
  }

  private under(path: string): string[] {
    const all = this.paths.map(([p]) => p);
    if (!all.includes(path)) throw new Error(`nothing at "${path}"`);
    return all.filter((p) => path === "" || p === path || p.startsWith(`${path}.`));
  }

  setMode(mode: Mode, path = ""): this {
    if (mode !== "train" && mode !== "evaluate") throw new Error(`not a mode: ${mode}`);
    for (const p of this.under(path)) modeOf[p] = mode;
    return this;
  }

  freeze(path = ""): this {
    for (const p of this.under(path)) frozenPaths.add(p);
    return this;
  }

  unfreeze(path = ""): this {
    for (const p of this.under(path)) frozenPaths.delete(p);
    return this;
  }

  modes(): Record<string, Mode> {
    return Object.fromEntries(this.paths.map(([p]) => [p, modeOf[p]]));
  }

  trainable(): string[] {
    return this.paths.filter(([p, n]) => n > 0 && !frozenPaths.has(p)).map(([p]) => p);
  }
}
