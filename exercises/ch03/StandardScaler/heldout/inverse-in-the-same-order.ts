// misconception: inverse-order
/** `inverse` undoes the steps in the order in which `transform` made them. */
import { type Tensor, tensor } from "termwise";

export class StandardScaler {
  mean?: Tensor;
  std?: Tensor;
  private divisor: Tensor | null = null;

  fit(X: Tensor): this {
    const [N, C] = X.shape;
    const totals = X.sum(0);
    this.mean = totals.div(N);
    this.std = X.sub(this.mean).pow(2).sum(0).div(N).sqrt();
    this.divisor = tensor(Array.from(this.std.data(), (s) => (s > 0 ? s : 1))).reshape([C]);
    return this;
  }

  transform(X: Tensor): Tensor {
    if (this.divisor === null) throw new Error("transform before fit");
    return X.sub(this.mean!).div(this.divisor);
  }

  inverse(Z: Tensor): Tensor {
    if (this.divisor === null) throw new Error("inverse before fit");
    return Z.add(this.mean!).mul(this.divisor);
  }
}
