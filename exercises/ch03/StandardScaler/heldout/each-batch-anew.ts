// misconception: refit-on-transform
/** `transform` standardises whatever it is given by that data's own statistics. */
import { type Tensor, tensor } from "termwise";

function statistics(X: Tensor): [number[], number[]] {
  const rows = X.toArray() as number[][];
  const mean = rows[0].map((_, c) => rows.reduce((t, row) => t + row[c], 0) / rows.length);
  const std = mean.map((m, c) => Math.sqrt(rows.reduce((t, row) => t + (row[c] - m) * (row[c] - m), 0) / rows.length));
  return [mean, std];
}

export class StandardScaler {
  mean?: Tensor;
  std?: Tensor;

  fit(X: Tensor): this {
    const [mean, std] = statistics(X);
    this.mean = tensor(mean);
    this.std = tensor(std);
    return this;
  }

  transform(X: Tensor): Tensor {
    if (!this.mean) throw new Error("call fit before transform");
    this.fit(X);
    const m = this.mean.data();
    const s = this.std!.data();
    return tensor((X.toArray() as number[][]).map((row) => row.map((x, c) => (x - m[c]) / (s[c] === 0 ? 1 : s[c]))));
  }

  inverse(Z: Tensor): Tensor {
    if (!this.mean) throw new Error("call fit before inverse");
    const m = this.mean.data();
    const s = this.std!.data();
    return tensor((Z.toArray() as number[][]).map((row) => row.map((z, c) => z * (s[c] === 0 ? 1 : s[c]) + m[c])));
  }
}
