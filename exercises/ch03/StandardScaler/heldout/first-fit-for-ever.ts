// misconception: first-fit-stays
/** Measures once: a second `fit` keeps the statistics of the first. */
import { type Tensor, tensor } from "termwise";

export class StandardScaler {
  mean?: Tensor;
  std?: Tensor;

  fit(X: Tensor): this {
    this.mean ??= X.mean(0);
    this.std ??= X.sub(this.mean).square().mean(0).sqrt();
    return this;
  }

  private parts(what: string): [Tensor, Tensor] {
    if (!this.mean || !this.std) throw new Error(`${what} needs fit`);
    return [this.mean, tensor([...this.std.data()].map((s) => s || 1))];
  }

  transform(X: Tensor): Tensor {
    const [m, s] = this.parts("transform");
    return X.sub(m).div(s);
  }

  inverse(Z: Tensor): Tensor {
    const [m, s] = this.parts("inverse");
    return Z.mul(s).add(m);
  }
}
