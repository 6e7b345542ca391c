/** Changes that no test can or should notice, each with its reason. */
import type { Mutant } from "./operators.ts";

interface Excuse {
  readonly reason: string;
  /** Parts of the keys of the changes: file|operator|before|after|count. */
  readonly keys: readonly string[];
}

export const excuses: readonly Excuse[] = [
  {
    reason: "one step beyond the end of a typed array: writes there are ignored",
    keys: [
      "|operator|i < y.size|i <= y.size|",
      "|operator|i < target.size|i <= target.size|",
      "|operator|i < n|i <= n|",
      "matmul.ts|operator|i < M|i <= M|",
      "matmul.ts|operator|j < N|j <= N|",
      "windows.ts|operator|plane < N * C|plane <= N * C|",
    ],
  },
  {
    reason: "the place where one formula takes over from another that gives the same there",
    keys: [
      "erf.ts|operator|size",
      "erf.ts|number|2.5",
      "erf.ts|number|6|",
      "erf.ts|number|60",
      "erf.ts|condition|size > 6",
      "matmul.ts|number|4096",
      "matmul.ts|operator|M * K * N < 4096",
    ],
  },
  {
    reason: "both sides of the comparison give the same where they are equal",
    keys: [
      "erf.ts|operator|x < 0",
      "functions.ts|operator|rest < 0.5",
      "rng.ts|operator|high <= low",
      "init.ts|operator|shape.length > 2|shape.length >= 2",
    ],
  },
  {
    reason: "−1 and −2 both mark padding",
    keys: ["windows.ts|number|1|2|"],
  },
  {
    reason: "chooses the backend before any test can run",
    keys: ["backend/current.ts|statement|preferred = name;", "backend/current.ts|branch|if (options.preferred)"],
  },
  {
    reason: "a bound that only prevents overflow, or a shift that cancels",
    keys: [
      "activations.ts|number|0|1|1",
      "activations.ts|number|0|1|4",
      "softmax.ts|number|0|1|",
      "softmax.ts|drop|x.detach()",
    ],
  },
  {
    reason: "adding 0 · p, or a velocity that equals the gradient, changes no number: the condition saves work",
    keys: [
      "sgd.ts|condition|momentum > 0",
      "sgd.ts|operator|momentum > 0",
      "sgd.ts|condition|weightDecay > 0",
      "sgd.ts|operator|weightDecay > 0",
      "adam.ts|operator|weightDecay > 0",
      "adam.ts|condition|weightDecay > 0",
    ],
  },
  {
    reason: "recording would change no result here: noGrad saves work",
    keys: [
      "reduce.ts|drop|noGrad(",
      "testing/gradients.ts|drop|noGrad(",
      "linear-algebra.ts|drop|noGrad(() => equal",
      "functional/norm.ts|drop|noGrad(",
      "clip.ts|drop|noGrad(",
      "optimizer.ts|drop|noGrad(",
      "sort.ts|drop|noGrad(",
      "likelihood.ts|drop|p.detach()",
    ],
  },
  {
    reason: "a placeholder: only the number of axes counts",
    keys: ["movement.ts|number|1|2|", "axes.ts|number|1|2|3"],
  },
  {
    reason: "a square does not know the sign, a set does not know the order, a copy equals the original",
    keys: [
      "reduce.ts|order|sub(x, mean(",
      "scope.ts|call|into.push(",
      "tensor.ts|condition|numbers instanceof Float32Array",
    ],
  },
  {
    reason: "any random direction, tolerance floor or sign convention measures the same slope",
    keys: [
      "testing/gradients.ts|number|7",
      "testing/gradients.ts|operator|error <= within",
      "testing/gradients.ts|minus|-1",
      "testing/gradients.ts|number|1|2",
      "testing/gradients.ts|operator|total + v * b[i]",
    ],
  },
  {
    reason:
      "one step too far: what is written there lies beyond the end, is never read, or is written again afterwards",
    keys: [
      "matmul.ts|operator|k < K|k <= K|1",
      "matmul.ts|operator|k < K|k <= K|2",
      "matmul.ts|operator|r < height|r <= height|1",
      "matmul.ts|operator|M - i|M + i|",
      "sort.ts|operator|row < rows|row <= rows|",
      "sort.ts|operator|i < count|i <= count|",
      "digits.ts|operator|j < 64|j <= 64|",
      "digits.ts|number|64|65|1",
      "safetensors.ts|number|8|9|5",
    ],
  },
  {
    reason: "one step too far: what is read there is no number, equals the same nothing, and decides nothing",
    keys: [
      "shape.ts|operator|i < a.length|i <= a.length|",
      "shape.ts|operator|i < sorted.length|i <= sorted.length|",
      "rng.ts|operator|k < p.length|k <= p.length|",
      "labelled.ts|operator|x.rank > 0|x.rank >= 0|",
      "print.ts|condition|at === null",
    ],
  },
  {
    reason: "chooses between two ways that give the same bits, or makes room that is not used",
    keys: ["matmul.ts|operator|M * K * N|", "matmul.ts|operator|M * K|M / K|", "matmul.ts|operator|N / WIDTH|"],
  },
  {
    reason: "a short way to what the long way gives as well: it saves work",
    keys: [
      "strided.ts|condition|sameShape(x.shape, shape)",
      "strided.ts|branch|if (x.packed)",
      "shape.ts|branch|if (a === b)",
      "shape.ts|branch|if (b.length === 0",
      "shape.ts|operator|b.length === 0 ||",
      "shape.ts|branch|if (a.length === 0)",
      "linear-algebra.ts|branch|if (p === 1)",
      "likelihood.ts|condition|least > 0",
      "likelihood.ts|operator|least > 0|least >= 0|",
      "cumulative.ts|operator|shift < n|shift <= n|",
      "/linalg.ts|branch|if (p.length > 2",
      "/linalg.ts|operator|p.length > 2|p.length < 2|",
      "/linalg.ts|number|2|3|4",
      "movement.ts|condition|hole < 0",
      "sort.ts|condition|n === 0 ?",
      "sort.ts|number|0|1|2",
      "/sum.ts|branch|if (list.length === 0)",
      "/sum.ts|boolean|true|false|0",
      "reduce.ts|branch|if (list.length === 0)",
      "clip.ts|operator|norm > maxNorm|norm >= maxNorm|",
    ],
  },
  {
    reason: "checked before, or again where it matters: the check here is never the one that refuses",
    keys: [
      "clip.ts|branch|if (p.slot === null)",
      "clip.ts|branch|if (slot === null)",
      "clip.ts|return|return;|",
      "functional/attention.ts|operator|k.rank - 2|",
      "functional/attention.ts|branch|if (causal)",
      "functional/attention.ts|statement|checkCausal(T, S);|;|0",
      "axes.ts|operator|count > 0|count >= 0|",
      "create.ts|operator|to - from|to + from|0",
    ],
  },
  {
    reason: "the last bits of a series or an iteration that has already arrived, as far as a double can tell",
    keys: [
      "normal-quantile.ts|number|0|1|5",
      "normal-quantile.ts|number|0|1|6",
      "normal-quantile.ts|number|3|4|0",
      "normal-quantile.ts|number|10|11|",
      "normal-quantile.ts|operator|i < 10|i <= 10|",
      "schedules.ts|operator|k <= 24|k < 24|",
      "schedules.ts|number|24|25|",
      "orthogonal.ts|number|0|1|1",
      "orthogonal.ts|number|2|3|1",
      "orthogonal.ts|operator|pass < 2|pass <= 2|",
      "rng.ts|number|9007199254740992|9007199254740992|",
    ],
  },
  {
    reason: "a bound of overlapping ranges, or one that no number meets exactly",
    keys: [
      "normal-quantile.ts|operator|Math.abs(q) <= 0.425|Math.abs(q) < 0.425|",
      "normal-quantile.ts|operator|r <= 5|r < 5|",
      "normal-quantile.ts|operator|m < Math.SQRT1_2|m <= Math.SQRT1_2|",
      "normal-quantile.ts|operator|q < 0|q <= 0|",
      "rng.ts|operator|Math.abs(total - 1) <= 1e-6|Math.abs(total - 1) < 1e-6|",
      "dropout.ts|operator|rng.uniform() < rate|rng.uniform() <= rate|",
      "linear-algebra.ts|operator|largest < 0|largest <= 0|",
      "linear-algebra.ts|operator|Math.abs(b) > Math.abs(a)|Math.abs(b) >= Math.abs(a)|",
    ],
  },
  {
    reason: "both polynomials of the quotient change their sign",
    keys: ["normal-quantile.ts|operator|y * x + c[i]|"],
  },
  {
    reason: "operators on bits take undefined for 0 and cut to 32 bits themselves",
    keys: ["rng.ts|statement|this.#c = 0;|", "rng.ts|statement|this.#c |= 0;|"],
  },
  {
    reason: "the first value is replaced before anybody reads it",
    keys: ["rng.ts|number|0|1|15", "moments.ts|number|0|1|1"],
  },
  {
    reason: "×(±1) is ÷(±1); a length does not know the sign; only the sign of a direction or an order counts",
    keys: [
      "margin.ts|call|scores.mul(labels)",
      "linear-algebra.ts|call|mul(v, -1)|",
      "linear-algebra.ts|order|sub(next, mul(v, value))",
      "functional/norm.ts|number|1|2|1",
      "functional/norm.ts|number|1|2|2",
      "functional/norm.ts|operator|place < 0|place <= 0|",
      "functional/norm.ts|number|0|1|1",
      "sort.ts|number|1|2|6",
      "sort.ts|number|1|2|7",
      "print.ts|operator|x + 0|x - 0|",
      "print.ts|number|0|1|8",
    ],
  },
  {
    reason: "an axis of size 1 has no second place to step to; a window over it counts once",
    keys: ["conv1d.ts|number|1|2|11", "conv1d.ts|number|1|2|12", "pool1d.ts|number|1|2|3", "pool1d.ts|number|1|2|4"],
  },
  {
    reason: "any number but 0 marks the inside, any number below 0 a token that does not exist",
    keys: ["pool.ts|number|1|2|2", "embedding.ts|number|1|2|1"],
  },
  {
    reason: "the corner of every digit is empty, and no sign beyond the 17th occurs",
    keys: ["digits.ts|number|0|1|1", "digits.ts|number|17|18|"],
  },
  {
    reason: "counting may begin anywhere and go either way: only that a number is new is of interest",
    keys: [
      "assign.ts|increment|p.version.count++|",
      "tape.ts|assignment|total += inputs[i].version.count|",
      "tape.ts|number|0|1|1",
      "create.ts|number|0|1|0",
      "sweep.ts|increment|++sweeps|",
      "sweep.ts|number|0|1|1",
      "tensor/tensor.ts|number|0|1|1",
    ],
  },
  {
    reason: "rows of a random matrix in another order, or its transpose, are as random and as orthogonal",
    keys: ["orthogonal.ts|call|rows.push(", "orthogonal.ts|operator|M <= N|M < N|"],
  },
  {
    reason: "the two reference backends read each other's arrays; what they lack (kernels of slopes) others' tests see",
    keys: [
      "assign.ts|condition|x.on === p.on",
      "assign.ts|operator|x.on === p.on",
      "elementwise.ts|condition|isRecording() || on.slope",
    ],
  },
  {
    reason: "a number has no length, so that the next comparison refuses it as well",
    keys: ["same.ts|operator|typeof a"],
  },
];

/** Why this change is excused, or null. */
export function excuseOf(m: Mutant): string | null {
  return excuses.find(({ keys }) => keys.some((key) => m.key.includes(key)))?.reason ?? null;
}
