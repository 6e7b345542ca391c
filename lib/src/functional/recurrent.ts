/** One step of recurrent networks: from an input and a state to the next state. Chapter 18. */
import { ShapeError } from "../core/errors.ts";
import { chunk } from "../tensor/axes.ts";
import { fused } from "../tensor/fused.ts";
import { concat } from "../tensor/movement.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { affine } from "./affine.ts";

/** Weights of a cell with G gates: one each for rnn, three for gru, four for lstm; gates stand side by side. */
export interface CellWeights {
  /** From the input: [D, G·H]. */
  readonly Wx: Tensor;
  /** From the state: [H, G·H]. */
  readonly Wh: Tensor;
  /** [G·H] */
  readonly b: Tensor;
}

/**
 * tanh(x Wx + h Wh + b). x: [B, D], h: [B, H] → [B, H]. Throws ShapeError. Elman 1990; chapter 18.
 * @example
 * rnnCell(ones([1, 1]), zeros([1, 2]), { Wx: ones([1, 2]), Wh: eye(2), b: zeros([2]) }); // Tensor [1, 2] 0.7616 0.7616
 */
export function rnnCell(x: Tensor, h: Tensor, { Wx, Wh, b }: CellWeights): Tensor {
  checkCell("rnnCell", x, h, { Wx, Wh, b }, 1);
  return affine(x, Wx, b).add(h.matmul(Wh)).tanh();
}

/** What an LSTM carries along: h is also its output, c its memory. Both [B, H]. */
export interface LstmState {
  readonly h: Tensor;
  readonly c: Tensor;
}

/**
 * The long short-term memory: gates i (input), f (forget), g (candidate), o (output), in this order in the weights.
 * x: [B, D], h, c: [B, H] → { h, c }. Throws ShapeError. Hochreiter & Schmidhuber 1997, Gers et al. 2000; chapter 18.
 * @example
 * const weights = { Wx: ones([1, 4]), Wh: zeros([1, 4]), b: zeros([4]) };
 * lstmCell(ones([1, 1]), { h: zeros([1, 1]), c: zeros([1, 1]) }, weights).c; // Tensor [1, 1] 0.5568
 */
export function lstmCell(x: Tensor, { h, c }: LstmState, { Wx, Wh, b }: CellWeights): LstmState {
  checkCell("lstmCell", x, h, { Wx, Wh, b }, 4);
  checkCell("lstmCell", x, c, { Wx, Wh, b }, 4);
  const gates = affine(x, Wx, b).add(h.matmul(Wh)); // [B, 4H]
  const [next, memory] = chunk(lstmOf([gates, c], null), 2, 0); // each [B, H]
  return { h: next, c: memory };
}

const lstmOf = fused<null>("lstm", ([gates, c]) => {
  const [i, f, g, o] = chunk(gates, 4, 1); // each [B, H]
  const memory = c.mul(f.sigmoid()).add(g.tanh().mul(i.sigmoid()));
  return concat([memory.tanh().mul(o.sigmoid()), memory]); // [2B, H]
});

/** The candidate of a GRU scales the state's part after its bias, so it has a bias of its own. */
export interface GruWeights extends CellWeights {
  /** Added to h Wh: [3H]. */
  readonly bh: Tensor;
}

/**
 * The gated recurrent unit: gates r (reset), z (update) and the candidate n, in this order in the weights; the reset gate
 * acts on h Wh + bh. x: [B, D], h: [B, H] → [B, H]. Throws ShapeError. Cho et al. 2014; chapter 18.
 * @example
 * const weights = { Wx: ones([1, 3]), Wh: zeros([1, 3]), b: zeros([3]), bh: zeros([3]) };
 * gruCell(ones([1, 1]), zeros([1, 1]), weights); // Tensor [1, 1] 0.2048
 */
export function gruCell(x: Tensor, h: Tensor, { Wx, Wh, b, bh }: GruWeights): Tensor {
  checkCell("gruCell", x, h, { Wx, Wh, b }, 3);
  checkCell("gruCell", x, h, { Wx, Wh, b: bh }, 3);
  const [rx, zx, nx] = chunk(affine(x, Wx, b), 3, 1); // each [B, H]
  const [rh, zh, nh] = chunk(affine(h, Wh, bh), 3, 1);
  const r = rx.add(rh).sigmoid();
  const z = zx.add(zh).sigmoid();
  const n = nx.add(r.mul(nh)).tanh();
  return n.add(z.mul(h.sub(n))); // (1 − z) n + z h
}

function checkCell(op: string, x: Tensor, h: Tensor, { Wx, Wh, b }: CellWeights, gates: number): void {
  const [B, D] = x.shape;
  const H = h.shape[1];
  const is = (y: Tensor, ...shape: number[]): boolean =>
    y.rank === shape.length && shape.every((n, i) => y.shape[i] === n);
  const G = gates * H;
  if (is(x, B, D) && is(h, B, H) && is(Wx, D, G) && is(Wh, H, G) && is(b, G)) return;
  throw new ShapeError({
    op,
    rule: "input, state and weights do not fit together",
    shapes: [x.shape, h.shape, Wx.shape, Wh.shape, b.shape],
    expected: `x [B, D], h [B, H], Wx [D, ${gates}H], Wh [H, ${gates}H], b [${gates}H]`,
    hint: "zeros([B, H]) is a first state; x.slice(t, t + 1, 1).reshape([B, D]) is step t of [B, T, D]",
  });
}
