/** Operations that move numbers along axes, as the golden values name them, with inputs for the gradient checks. */
import * as T from "../../src/index.ts";
import type { Inputs, Operation } from "./operations.ts";

/** Positions as a tensor of the values' shape, so that golden values can be compared. */
const placed = ({ values, positions }: T.Sorted): T.Tensor => T.tensor(positions, { shape: values.shape });

export const movement: Readonly<Record<string, Operation>> = {
  squeeze: ([x], { axes }) => x.squeeze(axes ?? undefined),
  flatten: ([x]) => x.flatten(),
  unsqueeze: ([x], { axis = 0 }) => x.unsqueeze(axis),
  moveAxis: ([x], { from = 0, to = 0 }) => x.moveAxis(from, to),
  chunk: ([x], { pieces = 1, piece = 0, axis }) => T.chunk(x, pieces, axis)[piece],
  take: ([x], { rows = [], axis }) => x.take(rows, axis),
  takeAlong: ([x], { rows = [], axis }) => x.takeAlong(rows, axis),
  flip: ([x], { axes }) => x.flip(axes ?? undefined),
  tile: ([x], { counts = [] }) => x.tile(counts),
  cumsum: ([x], { axis }) => x.cumsum(axis),
  sort: ([x], options) => x.sort(options).values,
  sortPositions: ([x], options) => placed(T.sort(x, options)),
  topk: ([x], { k = 1, axis }) => x.topk(k, { axis }).values,
  topkPositions: ([x], { k = 1, axis }) => placed(T.topk(x, k, { axis })),
};

const rng = new T.Rng(12);
const drawn = (...shape: number[]): T.Tensor => T.randomUniform(shape, { rng, low: -2, high: 2 });

export const movementInputs: Inputs = {
  squeeze: [[[drawn(2, 1, 3, 1)]]],
  flatten: [[[drawn(2, 3, 2)]]],
  unsqueeze: [[[drawn(2, 3)], { axis: -1 }]],
  moveAxis: [[[drawn(2, 3, 4)], { from: 0, to: -1 }]],
  chunk: [[[drawn(2, 6)], { pieces: [1, 3, 2], piece: 1, axis: 1 }]],
  take: [[[drawn(2, 3, 2)], { rows: [2, 0, 2], axis: 1 }]],
  takeAlong: [[[drawn(2, 3)], { rows: [2, 0, 1, 1], axis: 1 }]],
  flip: [[[drawn(2, 3, 2)], { axes: [0, -1] }]],
  tile: [[[drawn(2, 3)], { counts: [2, 3] }]],
  cumsum: [[[drawn(2, 5)]], [[drawn(3, 2)], { axis: 0 }]],
  sort: [
    [[drawn(3, 4)], { descending: true }],
    [[drawn(3, 4)], { axis: 0 }],
  ],
  topk: [
    [[drawn(3, 4)], { k: 2 }],
    [[drawn(3, 2, 2)], { k: 2, axis: 0 }],
  ],
};
