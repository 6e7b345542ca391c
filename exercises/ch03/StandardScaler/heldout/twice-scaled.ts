// misconception: none
/** `inverse` standardises again instead of undoing it. */
import { type Tensor, tensor } from "termwise";

export class StandardScaler {
  mean?: Tensor;
  std?: Tensor;

  fit(X: Tensor): this {
    this.mean = X.mean(0);
    this.std = X.variance(0).sqrt();
    return this;
  }

  transform(X: Tensor): Tensor {
    if (!this.mean || !this.std) throw new Error("fit comes first");
    const divisor = this.std.data().map((s) => (s === 0 ? 1 : s));
    return X.sub(this.mean).div(tensor(divisor));
  }

  inverse(Z: Tensor): Tensor {
    return this.transform(Z);
  }
}
