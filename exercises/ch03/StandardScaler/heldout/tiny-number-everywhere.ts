// misconception: epsilon
/** Adds 1e-8 to every std so that nothing is divided by zero. */
import { type Tensor, tensor } from "termwise";

const EPSILON = 1e-8;
export class StandardScaler {
  mean?: Tensor;
  std?: Tensor;
  private fitted = false;

  fit(X: Tensor): this {
    const [N, C] = X.shape;
    const d = X.data();
    const sums = Array.from({ length: C }, () => 0);
    const squares = Array.from({ length: C }, () => 0);
    d.forEach((v, k) => {
      sums[k % C] += v;
    });
    d.forEach((v, k) => {
      squares[k % C] += (v - sums[k % C] / N) ** 2;
    });
    this.mean = tensor(sums.map((s) => s / N));
    this.std = tensor(squares.map((q) => Math.sqrt(q / N)));
    this.fitted = true;
    return this;
  }

  transform(X: Tensor): Tensor {
    if (!this.fitted) throw new Error("fit first");
    return X.sub(this.mean!).div(this.std!.add(EPSILON));
  }

  inverse(Z: Tensor): Tensor {
    if (!this.fitted) throw new Error("fit first");
    return Z.mul(this.std!.add(EPSILON)).add(this.mean!);
  }
}
