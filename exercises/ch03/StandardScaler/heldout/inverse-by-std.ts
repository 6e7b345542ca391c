// misconception: none
/** `inverse` multiplies by the standard deviation, which is 0 for a constant column. */
import { type Tensor, tensor, where } from "termwise";

/** Columns to mean 0 and standard deviation 1, by the statistics of the rows given to `fit`. */
export class StandardScaler {
  /** [C], after fit. */
  mean?: Tensor;
  /** [C], after fit; 0 for a constant column. */
  std?: Tensor;

  fit(X: Tensor): this {
    const columns = X.transpose().toRows();
    const means = columns.map((col) => col.reduce((s, v) => s + v, 0) / col.length);
    const variances = columns.map((col, c) => col.reduce((s, v) => s + (v - means[c]) ** 2, 0) / col.length);
    this.mean = tensor(means);
    this.std = tensor(variances.map((v) => Math.sqrt(v)));
    return this;
  }

  transform(X: Tensor): Tensor {
    if (this.mean === undefined || this.std === undefined) throw new Error("transform needs fit");
    const safe = where(this.std.equal(0), 1, this.std);
    return X.sub(this.mean).div(safe);
  }

  inverse(Z: Tensor): Tensor {
    if (this.mean === undefined || this.std === undefined) throw new Error("inverse needs fit");
    return Z.mul(this.std).add(this.mean);
  }
}
