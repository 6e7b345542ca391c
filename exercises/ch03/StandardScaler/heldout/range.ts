// misconception: none
/** Scales by the range of a column instead of its deviation. */
import { type Tensor, tensor } from "termwise";

export class StandardScaler {
  mean?: Tensor;
  std?: Tensor;

  fit(X: Tensor): this {
    this.mean = X.mean(0);
    this.std = X.max(0).sub(X.min(0));
    return this;
  }

  transform(X: Tensor): Tensor {
    if (!this.mean || !this.std) throw new Error("call fit");
    return X.sub(this.mean).div(tensor(Array.from(this.std.data(), (s) => s || 1)));
  }

  inverse(Z: Tensor): Tensor {
    if (!this.mean || !this.std) throw new Error("call fit");
    return Z.mul(tensor(Array.from(this.std.data(), (s) => s || 1))).add(this.mean);
  }
}
