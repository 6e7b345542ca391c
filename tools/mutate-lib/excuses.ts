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
    keys: ["backend/current.ts|statement|preferred = name;"],
  },
  {
    reason: "a bound that only prevents overflow, or a shift that cancels",
    keys: ["activations.ts|number|0|1|1", "softmax.ts|number|0|1|"],
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
    keys: ["reduce.ts|drop|noGrad(", "testing/gradients.ts|drop|noGrad("],
  },
  {
    reason: "a placeholder: only the number of axes counts",
    keys: ["movement.ts|number|1|2|"],
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
    reason: "a number has no length, so that the next comparison refuses it as well",
    keys: ["same.ts|operator|typeof a"],
  },
];

/** Why this change is excused, or null. */
export function excuseOf(m: Mutant): string | null {
  return excuses.find(({ keys }) => keys.some((key) => m.key.includes(key)))?.reason ?? null;
}
