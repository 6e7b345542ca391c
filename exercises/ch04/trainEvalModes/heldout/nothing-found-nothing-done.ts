// misconception: unknown-path-ignored
export type Mode = "train" | "evaluate";
export interface Part {
  readonly weights?: number;
  readonly parts?: Readonly<Record<string, Part>>;
}

type State = { mode: Mode; frozen: boolean; weights: number };

function collect(part: Part, prefix: string): [string, State][] {
  const here: [string, State] = [prefix, { mode: "train", frozen: false, weights: part.weights ?? 0 }];
  const below = Object.entries(part.parts ?? {}).flatMap(([k, p]) => collect(p, prefix ? `${prefix}.${k}` : k));
  return [here, ...below];
}

export class Model {
  private readonly states: Map<string, State>;

  constructor(root: Part) {
    this.states = new Map(collect(root, ""));
  }

  private update(path: string, what: Partial<State>): this {
    for (const [key, state] of this.states)
      if (path === "" || key === path || key.startsWith(`${path}.`)) Object.assign(state, what);
    return this;
  }

  setMode(mode: Mode, path = ""): this {
    if (mode !== "train" && mode !== "evaluate") throw new Error(`unknown mode ${mode}`);
    return this.update(path, { mode });
  }

  freeze(path = ""): this {
    return this.update(path, { frozen: true });
  }

  unfreeze(path = ""): this {
    return this.update(path, { frozen: false });
  }

  modes(): Record<string, Mode> {
    const result: Record<string, Mode> = {};
    this.states.forEach(({ mode }, key) => {
      result[key] = mode;
    });
    return result;
  }

  trainable(): string[] {
    const result: string[] = [];
    this.states.forEach(({ frozen, weights }, key) => {
      if (weights > 0 && !frozen) result.push(key);
    });
    return result;
  }
}
