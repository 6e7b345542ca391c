// misconception: one-rate-for-all
/** There is one learning rate. */
export interface Group {
  readonly weights: Float64Array;
  readonly lr: number;
}
export interface Batch {
  readonly gradient: readonly number[];
  readonly size: number;
}

export class SGD {
  private readonly groups: readonly Group[];
  private rates: number[];
  private examples: number[][][] = [];

  constructor(groups: readonly Group[]) {
    this.groups = groups;
    this.rates = groups.map((g) => g.lr);
  }
  get pending(): number {
    return this.examples.length;
  }
  setRate(k: number, lr: number): void {
    this.rates[k] = lr;
  }
  add(gradients: readonly ArrayLike<number>[]): void {
    if (gradients.length !== this.groups.length)
      throw new Error(`${gradients.length} arrays, not ${this.groups.length}`);
    for (let k = 0; k < gradients.length; k++) {
      const [given, due] = [gradients[k].length, this.groups[k].weights.length];
      if (given !== due) throw new Error(`${given} numbers, not ${due}`);
    }
    this.examples.push(gradients.map((g) => Array.from(g)));
  }
  step(): void {
    const n = this.examples.length;
    if (n === 0) throw new Error("nothing added");
    for (let k = 0; k < this.groups.length; k++) {
      const w = this.groups[k].weights;
      for (let i = 0; i < w.length; i++) {
        let g = 0;
        for (const example of this.examples) g += example[k][i];
        w[i] -= this.rates[0] * (g / n);
      }
    }
    this.examples = [];
  }
}

export function fullGradient(batches: readonly Batch[]): number[] {
  const total: number[] = [];
  let n = 0;
  for (const { gradient, size } of batches) {
    n += size;
    gradient.forEach((g, i) => {
      total[i] = (total[i] ?? 0) + g * size;
    });
  }
  return total.map((t) => t / n);
}
