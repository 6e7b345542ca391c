// misconception: none
/** Centres on the median of a column. */
import { type Tensor, tensor } from "termwise";

export class StandardScaler {
  mean?: Tensor;
  std?: Tensor;

  fit(X: Tensor): this {
    const rows = X.toArray() as number[][];
    const middle = rows[0].map((_, c) => {
      const sorted = rows.map((row) => row[c]).sort((p, q) => p - q);
      const half = sorted.length >> 1;
      return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    });
    this.mean = tensor(middle);
    this.std = X.sub(X.mean(0)).square().mean(0).sqrt();
    return this;
  }

  transform(X: Tensor): Tensor {
    if (!this.mean || !this.std) throw new Error("fit!");
    return X.sub(this.mean).div(tensor([...this.std.data()].map((s) => s || 1)));
  }

  inverse(Z: Tensor): Tensor {
    if (!this.mean || !this.std) throw new Error("fit!");
    return Z.mul(tensor([...this.std.data()].map((s) => s || 1))).add(this.mean);
  }
}
