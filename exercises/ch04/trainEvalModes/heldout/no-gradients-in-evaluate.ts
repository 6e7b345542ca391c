// misconception: evaluating-freezes
export type Mode = "train" | "evaluate";
export interface Part {
  readonly weights?: number;
  readonly parts?: Readonly<Record<string, Part>>;
}

export class Model {
  readonly #paths: string[] = [];
  readonly #weights: number[] = [];
  readonly #evaluating = new Set<string>();
  readonly #frozen = new Set<string>();

  constructor(root: Part) {
    this.#walk("", root);
  }

  #walk(path: string, part: Part): void {
    this.#paths.push(path);
    this.#weights.push(part.weights ?? 0);
    for (const name in part.parts ?? {}) {
      const inner = part.parts?.[name];
      if (inner) this.#walk(path === "" ? name : `${path}.${name}`, inner);
    }
  }

  #inside(path: string): string[] {
    if (!this.#paths.includes(path)) throw new Error(`no part at ${path}`);
    return this.#paths.filter((p) => path === "" || p === path || p.startsWith(`${path}.`));
  }

  setMode(mode: Mode, path = ""): this {
    if (mode !== "train" && mode !== "evaluate") throw new Error(`mode is ${mode}`);
    for (const p of this.#inside(path)) {
      if (mode === "evaluate") this.#evaluating.add(p);
      else this.#evaluating.delete(p);
    }
    return this;
  }

  freeze(path = ""): this {
    for (const p of this.#inside(path)) this.#frozen.add(p);
    return this;
  }

  unfreeze(path = ""): this {
    for (const p of this.#inside(path)) this.#frozen.delete(p);
    return this;
  }

  modes(): Record<string, Mode> {
    return Object.fromEntries(this.#paths.map((p) => [p, this.#evaluating.has(p) ? "evaluate" : "train"]));
  }

  trainable(): string[] {
    return this.#paths.filter((p, i) => this.#weights[i] > 0 && !this.#frozen.has(p) && !this.#evaluating.has(p));
  }
}
