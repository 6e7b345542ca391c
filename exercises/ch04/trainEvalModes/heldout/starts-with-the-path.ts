// misconception: beginning-of-a-name
export type Mode = "train" | "evaluate";
export interface Part {
  readonly weights?: number;
  readonly parts?: Readonly<Record<string, Part>>;
}

export class Model {
  private list: { path: string; weights: number; mode: Mode; frozen: boolean }[] = [];

  constructor(root: Part) {
    const stack: [string, Part][] = [["", root]];
    while (stack.length > 0) {
      const [path, part] = stack.pop() as [string, Part];
      this.list.push({ path, weights: part.weights ?? 0, mode: "train", frozen: false });
      const inner = Object.entries(part.parts ?? {}).reverse();
      for (const [name, p] of inner) stack.push([path ? `${path}.${name}` : name, p]);
    }
  }

  private at(path: string) {
    if (!this.list.some((e) => e.path === path)) throw new Error(`path ${path} does not exist`);
    return this.list.filter((e) => e.path.startsWith(path));
  }

  setMode(mode: Mode, path = ""): this {
    if (mode !== "train" && mode !== "evaluate") throw new Error("mode must be train or evaluate");
    for (const e of this.at(path)) e.mode = mode;
    return this;
  }

  freeze(path = ""): this {
    for (const e of this.at(path)) e.frozen = true;
    return this;
  }

  unfreeze(path = ""): this {
    for (const e of this.at(path)) e.frozen = false;
    return this;
  }

  modes(): Record<string, Mode> {
    return this.list.reduce<Record<string, Mode>>((o, e) => {
      o[e.path] = e.mode;
      return o;
    }, {});
  }

  trainable(): string[] {
    return this.list.flatMap((e) => (e.weights > 0 && !e.frozen ? [e.path] : []));
  }
}
