/** Multi-head attention with its four projections. Chapter 19. */
import { ValueError } from "../core/errors.ts";
import type { Rng } from "../core/rng.ts";
import { multiHeadAttention } from "../functional/attention.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { linear } from "./linear.ts";
import { type Module, module } from "./module.ts";

export interface AttentionLayerOptions {
  /** A divisor of the number of features. */
  readonly heads: number;
  readonly rng: Rng;
  readonly bias?: boolean;
  /** Whether no position sees a later one. */
  readonly causal?: boolean;
}

export interface AttendTo {
  /** Where keys and values come from: [B, S, C]; the input itself unless given. */
  readonly context?: Tensor;
  /** Added to the scores, stretching to [B, H, T, S]: 0 = see, −∞ = hide. */
  readonly mask?: Tensor;
}

/**
 * Self-attention, or attention to a context, over C features: [B, T, C] → [B, T, C]. Throws ValueError unless C divides
 * among the heads. Vaswani et al. 2017; chapter 19.
 * @example
 * multiHeadAttentionLayer(8, { heads: 2, rng: new Rng(1) })(zeros([3, 5, 8])).shape; // [ 3, 5, 8 ]
 */
export function multiHeadAttentionLayer(
  C: number,
  { heads, rng, bias = true, causal = false }: AttentionLayerOptions,
): Module<[x: Tensor, to?: AttendTo], Tensor> {
  if (!(Number.isInteger(heads) && heads >= 1 && C % heads === 0)) throw unevenHeads(C, heads);
  const projection = (): ReturnType<typeof linear> => linear(C, C, { rng, bias });
  return module(
    { q: projection(), k: projection(), v: projection(), out: projection() },
    ({ q, k, v, out }, x: Tensor, { context = x, mask }: AttendTo = {}) =>
      out(multiHeadAttention(q(x), k(context), v(context), { heads, causal, mask })),
  );
}

function unevenHeads(C: number, heads: number): ValueError {
  return new ValueError({
    op: "multiHeadAttentionLayer",
    rule: "the features do not divide among the heads",
    got: `${C} features and ${heads} heads`,
    expected: `a divisor of ${C}`,
    hint: "each head works on C / heads features",
  });
}
