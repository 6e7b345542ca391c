// misconception: refused-example-counted
/** Lengths are compared when the numbers have been added already. */
export interface Group {
  readonly weights: Float64Array;
  readonly lr: number;
}
export interface Batch {
  readonly gradient: readonly number[];
  readonly size: number;
}

export class SGD {
  private readonly groups: { readonly weights: Float64Array; lr: number }[];
  private readonly sums: Float64Array[];
  private seen = 0;

  constructor(groups: readonly Group[]) {
    this.groups = groups.map((group) => ({ ...group }));
    this.sums = groups.map(({ weights }) => new Float64Array(weights.length));
  }

  get pending(): number {
    return this.seen;
  }

  setRate(k: number, lr: number): void {
    this.groups[k].lr = lr;
  }

  add(gradients: readonly ArrayLike<number>[]): void {
    const { sums } = this;
    if (gradients.length !== sums.length) throw new Error(`SGD: ${gradients.length} gradients, ${sums.length} groups`);
    for (let k = 0; k < sums.length; k++) {
      for (let i = 0; i < gradients[k].length; i++) sums[k][i] += gradients[k][i];
      if (sums[k].length !== gradients[k].length) throw new Error(`${sums[k].length} and ${gradients[k].length}`);
    }
    this.seen++;
  }

  step(): void {
    if (this.seen === 0) throw new Error("SGD: a step without any example");
    for (const [k, { weights, lr }] of this.groups.entries()) {
      for (let i = 0; i < weights.length; i++) weights[i] -= (lr * this.sums[k][i]) / this.seen;
      this.sums[k].fill(0);
    }
    this.seen = 0;
  }
}

export function fullGradient(batches: readonly Batch[]): number[] {
  const rows = batches.reduce((sum, { size }) => sum + size, 0);
  return batches[0].gradient.map((_, i) => batches.reduce((sum, b) => sum + b.size * b.gradient[i], 0) / rows);
}
