/** Recurrent layers: a cell applied to a sequence step by step. Chapter 18. */
import type { Rng } from "../core/rng.ts";
import { gruCell, type LstmState, lstmCell, rnnCell } from "../functional/recurrent.ts";
import { xavier } from "../init/init.ts";
import { orthogonal } from "../init/orthogonal.ts";
import { parameter, zeros } from "../tensor/create.ts";
import { dims } from "../tensor/dims.ts";
import { concat, stack } from "../tensor/movement.ts";
import { Tensor } from "../tensor/tensor.ts";
import { type Module, module } from "./module.ts";

export interface RecurrentOptions {
  /** Draws the first weights. */
  readonly rng: Rng;
}

/** What a recurrent layer gives: the output of every step, [B, T, H], and the last state, to go on from. */
export interface Unrolled<State> {
  readonly outputs: Tensor;
  readonly state: State;
}

/** A module of a sequence [B, T, D] and, if there is one, the state to start from. */
export type Recurrent<State> = Module<[x: Tensor, start?: State], Unrolled<State>>;

/**
 * A simple recurrent layer: x [B, T, nIn] → outputs [B, T, nHidden], state [B, nHidden]. Elman 1990; chapter 18.
 * @example
 * rnn(3, 4, { rng: new Rng(1) })(zeros([2, 5, 3])).outputs.shape; // [ 2, 5, 4 ]
 */
export const rnn = (nIn: number, nHidden: number, { rng }: RecurrentOptions): Recurrent<Tensor> =>
  module({ ...weights(nIn, nHidden, 1, rng) }, (parts, x: Tensor, start?: Tensor) =>
    unrolled(
      x,
      start ?? nothing(x, nHidden),
      (xt, h) => rnnCell(xt, h, parts),
      (h) => h,
    ),
  );

/**
 * A long short-term memory: x [B, T, nIn] → outputs [B, T, nHidden], state { h, c }. The forget gate starts open: its
 * bias is 1. Hochreiter & Schmidhuber 1997, Jozefowicz et al. 2015; chapter 18.
 * @example
 * lstm(3, 4, { rng: new Rng(1) })(zeros([2, 5, 3])).state.c.shape; // [ 2, 4 ]
 */
export function lstm(nIn: number, nHidden: number, { rng }: RecurrentOptions): Recurrent<LstmState> {
  const { Wx, Wh } = weights(nIn, nHidden, 4, rng);
  const gate = zeros([nHidden]);
  const b = parameter(concat([gate, gate.add(1), gate, gate])); // i, f, g, o
  return module({ Wx, Wh, b }, (parts, x: Tensor, start?: LstmState) =>
    unrolled(
      x,
      start ?? { h: nothing(x, nHidden), c: nothing(x, nHidden) },
      (xt, state) => lstmCell(xt, state, parts),
      ({ h }) => h,
    ),
  );
}

/**
 * Gated recurrent units: x [B, T, nIn] → outputs [B, T, nHidden], state [B, nHidden]. Cho et al. 2014; chapter 18.
 * @example
 * parameters(gru(3, 4, { rng: new Rng(1) })).map((p) => p.shape); // [ [ 3, 12 ], [ 4, 12 ], [ 12 ], [ 12 ] ]
 */
export const gru = (nIn: number, nHidden: number, { rng }: RecurrentOptions): Recurrent<Tensor> =>
  module(
    { ...weights(nIn, nHidden, 3, rng), bh: parameter(zeros([3 * nHidden])) },
    (parts, x: Tensor, start?: Tensor) =>
      unrolled(
        x,
        start ?? nothing(x, nHidden),
        (xt, h) => gruCell(xt, h, parts),
        (h) => h,
      ),
  );

function unrolled<State>(
  x: Tensor,
  start: State,
  cell: (xt: Tensor, state: State) => State,
  output: (state: State) => Tensor,
): Unrolled<State> {
  const { B, T, D } = dims(x, "B T D");
  let state = start;
  const outputs: Tensor[] = [];
  for (let t = 0; t < T; t++) {
    state = cell(x.slice(t, t + 1, 1).reshape([B, D]), state);
    outputs.push(output(state));
  }
  return { outputs: stack(outputs, 1), state };
}

/** The first state: zeros, one row for each sequence. */
const nothing = (x: Tensor, H: number): Tensor => new Tensor(x.on.full([x.shape[0], H], 0), x.on);

/** Weights of all gates side by side: each gate's own from the state is orthogonal. */
function weights(D: number, H: number, gates: number, rng: Rng): { Wx: Tensor; Wh: Tensor; b: Tensor } {
  const each = (draw: () => Tensor): Tensor => concat(Array.from({ length: gates }, draw), 1);
  return {
    Wx: parameter(each(() => xavier([D, H], rng))),
    Wh: parameter(each(() => orthogonal([H, H], rng))),
    b: parameter(zeros([gates * H])),
  };
}
