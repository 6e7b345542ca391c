/** Attention: each query takes a mean of values, weighted by how well their keys match. Chapter 19 builds it. */
import { ShapeError, ValueError } from "../core/errors.ts";
import { checkTensors } from "../tensor/check.ts";
import { tensor } from "../tensor/create.ts";
import { fused } from "../tensor/fused.ts";
import { Tensor } from "../tensor/tensor.ts";
import { softmax } from "./softmax.ts";

export interface AttentionOptions {
  /** Added to the scores, stretching to [..., T, S]: 0 = see, −∞ = hide. Every query must see something. */
  readonly mask?: Tensor;
  /** Query t sees no later key; with more keys than queries, the last query sees all. */
  readonly causal?: boolean;
}

/**
 * softmax(q kᵀ / √D) v. q: [..., T, D], k: [..., S, D], v: [..., S, E] → [..., T, E]. Throws ShapeError. Vaswani et al.
 * 2017; chapter 19.
 * @example
 * scaledDotProductAttention(zeros([1, 2]), zeros([2, 2]), tensor([[1], [3]])); // Tensor [1, 1] 2
 */
export function scaledDotProductAttention(
  q: Tensor,
  k: Tensor,
  v: Tensor,
  { mask, causal = false }: AttentionOptions = {},
): Tensor {
  checkHeads(q, k, v);
  const [T, D] = q.shape.slice(-2);
  const S = k.shape[k.rank - 2];
  let scores = q.mul(1 / Math.sqrt(D)).matmul(k.transpose()); // [..., T, S]; there are fewer numbers in q to scale
  if (mask) scores = scores.add(mask);
  if (causal) checkCausal(T, S);
  return (causal ? causalSoftmaxOf([scores], null) : softmax(scores)).matmul(v); // [..., T, E]
}

const causalSoftmaxOf = fused<null>("causalSoftmax", ([scores]) => {
  const [T, S] = scores.shape.slice(-2);
  return softmax(scores.add(new Tensor(scores.on.fromData(hidden(T, S), [T, S]), scores.on)));
});

/**
 * Zeros where query t may look and −∞ where it may not: keys after it. [T, S]; the last query sees all S keys. Throws
 * ValueError when there are fewer keys than queries. Chapter 19.
 * @example
 * causalMask(2, 3); // Tensor [2, 3] 0 0 -∞ 0 0 0
 */
export const causalMask = (T: number, S = T): Tensor => tensor(hidden(T, S), { shape: [T, S] });

function hidden(T: number, S: number): Float32Array {
  checkCausal(T, S);
  return Float32Array.from({ length: T * S }, (_, i) => (i % S > Math.floor(i / S) + S - T ? -Infinity : 0));
}

function checkCausal(T: number, S: number): void {
  if (S < T) {
    throw new ValueError({
      op: "causalMask",
      rule: "there are fewer keys than queries",
      got: `${T} queries and ${S} keys`,
      expected: "at least one key for each query",
      hint: "the queries belong to the last keys; pass a mask for another arrangement",
    });
  }
}

export interface MultiHeadOptions extends AttentionOptions {
  readonly heads: number;
}

/**
 * Attention in several heads, each in its own part of the features. q: [B, T, C], k: [B, S, C], v: [B, S, E] →
 * [B, T, E], C and E divisible by heads. Throws ShapeError. Vaswani et al. 2017; chapter 19.
 * @example
 * multiHeadAttention(zeros([1, 3, 4]), zeros([1, 5, 4]), zeros([1, 5, 6]), { heads: 2 }).shape; // [ 1, 3, 6 ]
 */
export function multiHeadAttention(q: Tensor, k: Tensor, v: Tensor, { heads, ...options }: MultiHeadOptions): Tensor {
  const [Q, K, V] = [q, k, v].map((x) => splitHeads(x, heads)); // [B, H, T, C/H]
  return mergeHeads(scaledDotProductAttention(Q, K, V, options));
}

/**
 * The features divided among heads. [B, T, C] → [B, H, T, C/H]. Throws ShapeError.
 * @example
 * splitHeads(zeros([2, 5, 12]), 3).shape; // [ 2, 3, 5, 4 ]
 */
export function splitHeads(x: Tensor, heads: number): Tensor {
  checkTensors("splitHeads", x);
  const [B, T, C] = x.shape;
  if (x.rank === 3 && heads >= 1 && C % heads === 0) return x.reshape([B, T, heads, C / heads]).permute([0, 2, 1, 3]);
  throw new ShapeError({
    op: "splitHeads",
    rule: x.rank === 3 ? `${C} features do not divide among ${heads} heads` : "a batch of sequences has three axes",
    shapes: [x.shape],
    expected: "[B, T, C], C divisible by the number of heads",
    hint: "choose heads as a divisor of C",
  });
}

/**
 * The heads' features side by side again: the inverse of splitHeads. [B, H, T, D] → [B, T, H·D]. Throws ShapeError.
 * @example
 * mergeHeads(zeros([2, 3, 5, 4])).shape; // [ 2, 5, 12 ]
 */
export function mergeHeads(x: Tensor): Tensor {
  const [B, H, T, D] = x.shape;
  return x.permute([0, 2, 1, 3]).reshape([B, T, H * D]);
}

function checkHeads(q: Tensor, k: Tensor, v: Tensor): void {
  checkTensors("scaledDotProductAttention", q, k, v);
  const [p, r, s] = [q, k, v].map((x) => x.shape.slice(-2));
  const matrices = Math.min(q.rank, k.rank, v.rank) >= 2;
  if (matrices && p[1] === r[1] && r[0] === s[0]) return;
  throw new ShapeError({
    op: "scaledDotProductAttention",
    rule: matrices && p[1] === r[1] ? "every key needs one value" : "queries and keys differ in length",
    shapes: [q.shape, k.shape, v.shape],
    expected: "q [..., T, D], k [..., S, D], v [..., S, E]",
    hint: "k and v come from the same sequence: equally many rows",
  });
}
