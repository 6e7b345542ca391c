// misconception: frozen-group-remembers
export interface Group {
  readonly weights: Float64Array;
  readonly lr: number;
}
export interface Batch {
  readonly gradient: readonly number[];
  readonly size: number;
}

export class SGD {
  #weights: Float64Array[] = [];
  #sums: Float64Array[] = [];
  #lr: number[] = [];
  #n = 0;

  constructor(groups: readonly Group[]) {
    for (const g of groups) {
      this.#weights.push(g.weights);
      this.#sums.push(new Float64Array(g.weights.length));
      this.#lr.push(g.lr);
    }
  }

  get pending(): number {
    return this.#n;
  }

  setRate(k: number, lr: number): void {
    this.#lr[k] = lr;
  }

  #check(gradients: readonly ArrayLike<number>[]): void {
    if (gradients.length !== this.#sums.length)
      throw new Error(`There are ${this.#sums.length} groups, but ${gradients.length} gradients`);
    for (let k = 0; k < gradients.length; k++) {
      const a = gradients[k].length;
      const b = this.#sums[k].length;
      if (a !== b) throw new Error(`Gradient ${k} has ${a} entries for ${b} weights`);
    }
  }

  add(gradients: readonly ArrayLike<number>[]): void {
    this.#check(gradients);
    for (let k = 0; k < gradients.length; k++) {
      for (let i = 0; i < gradients[k].length; i++) this.#sums[k][i] += gradients[k][i];
    }
    this.#n++;
  }

  step(): void {
    if (this.#n === 0) throw new Error("There are no examples to learn from");
    for (let k = 0; k < this.#weights.length; k++) {
      const lr = this.#lr[k];
      if (lr === 0) continue; // frozen
      const w = this.#weights[k];
      const s = this.#sums[k];
      for (let i = 0; i < w.length; i++) {
        w[i] -= (lr * s[i]) / this.#n;
        s[i] = 0;
      }
    }
    this.#n = 0;
  }
}

export function fullGradient(batches: readonly Batch[]): number[] {
  const sums = batches.map(({ gradient, size }) => gradient.map((g) => g * size));
  const rows = batches.map((b) => b.size).reduce((a, b) => a + b);
  return sums.reduce((a, b) => a.map((x, i) => x + b[i])).map((x) => x / rows);
}
