// misconception: first-fit-stays
/** Keeps the first statistics when fit is called again. */
import { type Tensor, tensor } from "termwise";

/** Columns to mean 0 and standard deviation 1, by the statistics of the rows given to `fit`. */
export class StandardScaler {
  /** [C], after fit. */
  mean?: Tensor;
  /** [C], after fit; 0 for a constant column. */
  std?: Tensor;

  fit(X: Tensor): this {
    const rows = X.toRows();
    const average = (f: (row: number[], c: number) => number): number[] =>
      rows[0].map((_, c) => rows.reduce((s, row) => s + f(row, c), 0) / rows.length);
    const m = average((row, c) => row[c]);
    this.mean ??= tensor(m);
    this.std ??= tensor(average((row, c) => (row[c] - m[c]) ** 2).map(Math.sqrt));
    return this;
  }

  private statistics(): { mean: Tensor; std: Tensor } {
    if (this.mean === undefined || this.std === undefined) throw new Error("the scaler needs fit first");
    return { mean: this.mean, std: this.std.add(this.std.equal(0)) };
  }

  transform(X: Tensor): Tensor {
    const { mean, std } = this.statistics();
    return X.sub(mean).div(std);
  }

  inverse(Z: Tensor): Tensor {
    const { mean, std } = this.statistics();
    return Z.mul(std).add(mean);
  }
}
