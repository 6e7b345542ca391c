// misconception: one-level-deep
export type Mode = "train" | "evaluate";
export interface Part {
  readonly weights?: number;
  readonly parts?: Readonly<Record<string, Part>>;
}

class Node {
  mode: Mode = "train";
  frozen = false;
  readonly children: Node[];
  readonly path: string;
  readonly weights: number;
  constructor(path: string, part: Part) {
    this.path = path;
    this.weights = part.weights ?? 0;
    this.children = Object.entries(part.parts ?? {}).map(([n, p]) => new Node(path ? `${path}.${n}` : n, p));
  }
  all(): Node[] {
    return [this, ...this.children.flatMap((c) => c.all())];
  }
}

export class Model {
  private readonly root: Node;
  constructor(root: Part) {
    this.root = new Node("", root);
  }

  private reach(path: string, change: (n: Node) => void): this {
    const start = this.root.all().find((n) => n.path === path);
    if (start === undefined) throw new Error(`unknown path ${path}`);
    change(start);
    start.children.forEach(change);
    return this;
  }

  setMode(mode: Mode, path = ""): this {
    if (!["train", "evaluate"].includes(mode)) throw new Error(`no such mode: ${mode}`);
    return this.reach(path, (n) => {
      n.mode = mode;
    });
  }

  freeze(path = ""): this {
    return this.reach(path, (n) => {
      n.frozen = true;
    });
  }

  unfreeze(path = ""): this {
    return this.reach(path, (n) => {
      n.frozen = false;
    });
  }

  modes(): Record<string, Mode> {
    const out: Record<string, Mode> = {};
    for (const n of this.root.all()) out[n.path] = n.mode;
    return out;
  }

  trainable(): string[] {
    return this.root
      .all()
      .filter((n) => n.weights > 0 && !n.frozen)
      .map((n) => n.path);
  }
}
