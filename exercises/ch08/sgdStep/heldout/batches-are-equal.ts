// misconception: mean-of-batch-means
/** Averages the means of the batches. */
export interface Group {
  readonly weights: Float64Array;
  readonly lr: number;
}
export interface Batch {
  readonly gradient: readonly number[];
  readonly size: number;
}

export class SGD {
  private groups: { weights: Float64Array; lr: number; sum: Float64Array }[];
  private count = 0;

  constructor(groups: readonly Group[]) {
    this.groups = groups.map(({ weights, lr }) => ({ weights, lr, sum: new Float64Array(weights.length) }));
  }
  get pending(): number {
    return this.count;
  }
  setRate(k: number, lr: number): void {
    this.groups[k].lr = lr;
  }
  add(gradients: readonly ArrayLike<number>[]): void {
    if (gradients.length !== this.groups.length)
      throw new Error(`${gradients.length} gradients for ${this.groups.length} groups`);
    this.groups.forEach(({ weights }, k) => {
      if (gradients[k].length !== weights.length)
        throw new Error(`group ${k}: ${gradients[k].length} slopes, ${weights.length} weights`);
    });
    this.groups.forEach(({ sum }, k) => {
      for (let i = 0; i < sum.length; i++) sum[i] += gradients[k][i];
    });
    this.count++;
  }
  step(): void {
    if (this.count === 0) throw new Error("a step without an example");
    for (const { weights, lr, sum } of this.groups) {
      for (let i = 0; i < weights.length; i++) weights[i] -= (lr * sum[i]) / this.count;
      sum.fill(0);
    }
    this.count = 0;
  }
}

export function fullGradient(batches: readonly Batch[]): number[] {
  return batches[0].gradient.map((_, i) => batches.reduce((s, b) => s + b.gradient[i], 0) / batches.length);
}
