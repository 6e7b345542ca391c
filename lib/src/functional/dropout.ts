/** Dropout: in training, numbers are set to 0 at random and the others scaled up. Chapter 13. */
import { ValueError } from "../core/errors.ts";
import { checkRng, type Rng } from "../core/rng.ts";
import { checkTensors } from "../tensor/check.ts";
import { isTraining } from "../tensor/mode.ts";
import { Tensor } from "../tensor/tensor.ts";

export interface DropoutOptions {
  /** The probability of 0, from 0 (included) to 1 (excluded). */
  readonly rate?: number;
  readonly rng: Rng;
}

/**
 * Each number becomes 0 with probability `rate`, else x / (1 − rate), so that the expectation stays. Under `evaluating`
 * x itself. Throws ValueError on other rates. Srivastava et al. 2014; chapter 13.
 * @example
 * dropout(ones([6]), { rate: 0.5, rng: new Rng(5) }); // Tensor [6] 2 0 2 2 0 0
 */
export function dropout(x: Tensor, { rate = 0.5, rng }: DropoutOptions): Tensor {
  checkTensors("dropout", x);
  checkRng("dropout", rng);
  if (!(rate >= 0 && rate < 1)) throw badRate(rate);
  if (!isTraining() || rate === 0) return x;
  const kept = 1 / (1 - rate);
  const mask = Float64Array.from({ length: x.size }, () => (rng.uniform() < rate ? 0 : kept));
  return x.mul(new Tensor(x.on.fromData(mask, x.shape), x.on));
}

function badRate(rate: number): ValueError {
  return new ValueError({
    op: "dropout",
    rule: "the rate is no probability below 1",
    got: String(rate),
    expected: "a number from 0 up, below 1",
    hint: "dropout(x, { rate: 0.1, rng }) drops a tenth",
  });
}
