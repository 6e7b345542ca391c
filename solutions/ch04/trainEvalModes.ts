import type { Mode, Part } from "../../exercises/ch04/trainEvalModes/stub.ts";

interface State {
  mode: Mode;
  frozen: boolean;
  readonly weights: number;
}

/**
 * The tree is walked once; after that a part is a path and its state. Each part has a state object of its own, and each
 * switch writes one field of it: that is what keeps modes and gradients apart.
 */
export class Model {
  private readonly states = new Map<string, State>();

  constructor(root: Part) {
    this.add("", root);
  }

  setMode(mode: Mode, path = ""): this {
    if (mode !== "train" && mode !== "evaluate") throw new Error("Model: a mode is train or evaluate");
    for (const state of this.inside(path)) state.mode = mode;
    return this;
  }

  freeze(path = ""): this {
    for (const state of this.inside(path)) state.frozen = true;
    return this;
  }

  unfreeze(path = ""): this {
    for (const state of this.inside(path)) state.frozen = false;
    return this;
  }

  modes(): Record<string, Mode> {
    return Object.fromEntries([...this.states].map(([path, state]) => [path, state.mode]));
  }

  trainable(): string[] {
    return [...this.states].filter(([, state]) => state.weights > 0 && !state.frozen).map(([path]) => path);
  }

  private add(path: string, { weights = 0, parts = {} }: Part): void {
    this.states.set(path, { mode: "train", frozen: false, weights });
    for (const [name, part] of Object.entries(parts)) this.add(path === "" ? name : `${path}.${name}`, part);
  }

  private inside(path: string): State[] {
    if (!this.states.has(path)) throw new Error(`Model: there is no part "${path}"`);
    const found = [...this.states].filter(([at]) => path === "" || at === path || at.startsWith(`${path}.`));
    return found.map(([, state]) => state);
  }
}
