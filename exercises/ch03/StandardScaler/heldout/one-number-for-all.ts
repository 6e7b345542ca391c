// misconception: global-statistics
/** One mean and one std over the whole matrix, written into every column. */
import { full, type Tensor } from "termwise";

export class StandardScaler {
  mean?: Tensor;
  std?: Tensor;

  fit(X: Tensor): this {
    const C = X.shape[1];
    const m = X.mean().item();
    const v = X.sub(m).square().mean().item();
    this.mean = full([C], m);
    this.std = full([C], Math.sqrt(v));
    return this;
  }

  transform(X: Tensor): Tensor {
    if (!this.mean || !this.std) throw new Error("fit has not been called");
    const s = this.std.data()[0] || 1;
    return X.sub(this.mean).div(s);
  }

  inverse(Z: Tensor): Tensor {
    if (!this.mean || !this.std) throw new Error("fit has not been called");
    const s = this.std.data()[0] || 1;
    return Z.mul(s).add(this.mean);
  }
}
