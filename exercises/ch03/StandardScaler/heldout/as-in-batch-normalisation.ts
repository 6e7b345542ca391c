// misconception: epsilon
/** Adds ε to the variance, except for a constant column. */
import { type Tensor, tensor } from "termwise";

const EPS = 1e-5; // as in batch normalisation

/** Columns to mean 0 and standard deviation 1, by the statistics of the rows given to `fit`. */
export class StandardScaler {
  /** [C], after fit. */
  mean?: Tensor;
  /** [C], after fit; 0 for a constant column. */
  std?: Tensor;

  fit(X: Tensor): this {
    const rows = X.toRows();
    const columns = rows[0].map((_, c) => rows.map((row) => row[c]));
    const means = columns.map((column) => column.reduce((s, v) => s + v, 0) / column.length);
    const stds = columns.map((column, c) => {
      const variance = column.reduce((s, v) => s + (v - means[c]) ** 2, 0) / column.length;
      return column.every((v) => v === column[0]) ? 0 : Math.sqrt(variance + EPS);
    });
    this.mean = tensor(means);
    this.std = tensor(stds);
    return this;
  }

  transform(X: Tensor): Tensor {
    return X.sub(this.fitted().mean).div(this.fitted().divisor);
  }

  inverse(Z: Tensor): Tensor {
    return Z.mul(this.fitted().divisor).add(this.fitted().mean);
  }

  private fitted(): { mean: Tensor; divisor: Tensor } {
    const { mean, std } = this;
    if (!mean || !std) throw new Error("not fitted yet: call fit");
    return { mean, divisor: tensor([...std.data()].map((s) => (s === 0 ? 1 : s))) };
  }
}
