// misconception: zero-division
/** Tensor algebra throughout; a constant column is divided by its std of 0. */
import type { Tensor } from "termwise";

export class StandardScaler {
  mean?: Tensor;
  std?: Tensor;

  fit(X: Tensor): this {
    this.mean = X.mean(0);
    const away = X.sub(this.mean);
    this.std = away.mul(away).mean(0).sqrt();
    return this;
  }

  private need(): { m: Tensor; s: Tensor } {
    if (this.mean === undefined || this.std === undefined) throw new Error("use fit before");
    return { m: this.mean, s: this.std };
  }

  transform(X: Tensor): Tensor {
    const { m, s } = this.need();
    return X.sub(m).div(s);
  }

  inverse(Z: Tensor): Tensor {
    const { m, s } = this.need();
    return Z.mul(s).add(m);
  }
}
