// misconception: none
export type Mode = "train" | "evaluate";
export interface Part {
  readonly weights?: number;
  readonly parts?: Readonly<Record<string, Part>>;
}

interface Info {
  readonly path: string;
  readonly weights: number;
  mode: Mode;
  frozen: boolean;
}

/** Walks the tree bottom up: parts come after those inside them. */
export class Model {
  private readonly infos: Info[];

  constructor(root: Part) {
    const walk = (part: Part, path: string): Info[] => [
      ...Object.entries(part.parts ?? {}).flatMap(([name, p]) => walk(p, path === "" ? name : `${path}.${name}`)),
      { path, weights: part.weights ?? 0, mode: "train", frozen: false },
    ];
    this.infos = walk(root, "");
  }

  private select(path: string): Info[] {
    if (this.infos.every((i) => i.path !== path)) throw new Error(`no ${path} in this model`);
    return this.infos.filter((i) => path === "" || i.path === path || i.path.startsWith(`${path}.`));
  }

  setMode(mode: Mode, path = ""): this {
    if (mode !== "train" && mode !== "evaluate") throw new Error(`bad mode ${mode}`);
    for (const i of this.select(path)) i.mode = mode;
    return this;
  }

  freeze(path = ""): this {
    for (const i of this.select(path)) i.frozen = true;
    return this;
  }

  unfreeze(path = ""): this {
    for (const i of this.select(path)) i.frozen = false;
    return this;
  }

  modes(): Record<string, Mode> {
    return Object.fromEntries(this.infos.map((i) => [i.path, i.mode]));
  }

  trainable(): string[] {
    return this.infos.filter((i) => i.weights > 0 && !i.frozen).map((i) => i.path);
  }
}
