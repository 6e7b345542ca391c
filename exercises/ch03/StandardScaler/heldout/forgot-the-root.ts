// misconception: variance
/** Keeps columns as arrays of numbers; the spread is E[x²] − E[x]², without a root. */
import { type Tensor, tensor } from "termwise";

const columns = (X: Tensor): number[][] => {
  const rows = X.toArray() as number[][];
  return Array.from({ length: X.shape[1] }, (_, c) => rows.map((row) => row[c]));
};
const average = (list: number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

export class StandardScaler {
  mean?: Tensor;
  std?: Tensor;

  fit(X: Tensor): this {
    const all = columns(X);
    this.mean = tensor(all.map(average));
    this.std = tensor(all.map((col) => average(col.map((x) => (x - average(col)) ** 2))));
    return this;
  }

  transform(X: Tensor): Tensor {
    if (!this.mean || !this.std) throw new Error("StandardScaler: fit must be called before transform");
    const divisor = tensor([...this.std.data()].map((s) => (s === 0 ? 1 : s)));
    return X.sub(this.mean).div(divisor);
  }

  inverse(Z: Tensor): Tensor {
    if (!this.mean || !this.std) throw new Error("StandardScaler: fit must be called before inverse");
    const divisor = tensor([...this.std.data()].map((s) => (s === 0 ? 1 : s)));
    return Z.mul(divisor).add(this.mean);
  }
}
