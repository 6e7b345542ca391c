// misconception: sample-std
/** Plain loops over rows; divides the squared deviations by N − 1. */
import { type Tensor, tensor } from "termwise";

export class StandardScaler {
  mean?: Tensor;
  std?: Tensor;

  fit(X: Tensor): this {
    const [N, C] = X.shape;
    const values = X.data();
    const mean = new Float32Array(C);
    const std = new Float32Array(C);
    for (let c = 0; c < C; c++) {
      let sum = 0;
      for (let n = 0; n < N; n++) sum += values[n * C + c];
      mean[c] = sum / N;
      let squares = 0;
      for (let n = 0; n < N; n++) squares += (values[n * C + c] - mean[c]) ** 2;
      std[c] = N > 1 ? Math.sqrt(squares / (N - 1)) : 0;
    }
    this.mean = tensor(mean, { shape: [C] });
    this.std = tensor(std, { shape: [C] });
    return this;
  }

  transform(X: Tensor): Tensor {
    return this.each(X, (x, m, s) => (x - m) / (s || 1));
  }

  inverse(Z: Tensor): Tensor {
    return this.each(Z, (z, m, s) => z * (s || 1) + m);
  }

  private each(X: Tensor, rule: (x: number, m: number, s: number) => number): Tensor {
    if (!this.mean || !this.std) throw new Error("call fit first");
    const m = this.mean.data();
    const s = this.std.data();
    const C = m.length;
    return tensor(
      Float32Array.from(X.data(), (x, k) => rule(x, m[k % C], s[k % C])),
      { shape: [...X.shape] },
    );
  }
}
