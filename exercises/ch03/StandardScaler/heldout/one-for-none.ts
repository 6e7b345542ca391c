// misconception: constant-std-one
/** Reports a standard deviation of 1 for a constant column. */
import { type Tensor, tensor } from "termwise";

/** Columns to mean 0 and standard deviation 1, by the statistics of the rows given to `fit`. */
export class StandardScaler {
  /** [C], after fit. */
  mean?: Tensor;
  /** [C], after fit; 0 for a constant column. */
  std?: Tensor;

  fit(X: Tensor): this {
    const [N, C] = X.shape;
    const x = X.data();
    const mean = new Array<number>(C).fill(0);
    const std = new Array<number>(C).fill(0);
    for (let c = 0; c < C; c++) {
      for (let i = 0; i < N; i++) mean[c] += x[i * C + c];
      mean[c] /= N;
      for (let i = 0; i < N; i++) std[c] += (x[i * C + c] - mean[c]) ** 2;
      std[c] = Math.sqrt(std[c] / N);
      if (std[c] === 0) std[c] = 1; // a constant column
    }
    this.mean = tensor(mean);
    this.std = tensor(std);
    return this;
  }

  transform(X: Tensor): Tensor {
    if (!this.mean || !this.std) throw new Error("call fit before transform");
    return X.sub(this.mean).div(this.std);
  }

  inverse(Z: Tensor): Tensor {
    if (!this.mean || !this.std) throw new Error("call fit before inverse");
    return Z.mul(this.std).add(this.mean);
  }
}
