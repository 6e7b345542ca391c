/** Layers as the golden values name them, with inputs for the gradient checks. */
import * as T from "../../src/index.ts";
import type { Inputs, Operation, Options } from "./operations.ts";

const convOptions = ({ stride, dilation, pad, groups }: Options, bias?: T.Tensor): T.ConvOptions => ({
  stride,
  dilation,
  pad,
  groups,
  bias,
});
const poolOptions = ({ size = [1, 1], stride, dilation, pad }: Options): T.PoolOptions => ({
  size,
  stride,
  dilation,
  pad,
});
const both = ({ h, c }: T.LstmState): T.Tensor => T.concat([h, c], 1);

/** Batch normalisation by the batch, or by running statistics. */
const batchNorm: Operation = ([x, gain, bias, mean, variance], { training = true, momentum }) => {
  if (!training) return T.evaluating(() => T.batchNorm(x, gain, bias, { running: { mean, variance } }));
  const running = { mean: T.buffer(mean), variance: T.buffer(variance) };
  return T.batchNorm(x, gain, bias, { running, momentum });
};

/** The statistics after one batch. */
const runningStatistics: Operation = ([x, mean, variance], { momentum }) => {
  const running = { mean: T.buffer(mean), variance: T.buffer(variance) };
  T.batchNorm(x, T.ones([x.shape[1]]), T.zeros([x.shape[1]]), { running, momentum });
  return T.stack([running.mean, running.variance]);
};

export const layers: Readonly<Record<string, Operation>> = {
  conv1d: ([x, W, bias], { step, gap, ends, groups }) =>
    T.conv1d(x, W, { stride: step, dilation: gap, pad: ends, groups, bias }),
  conv2d: ([x, W, bias], options) => T.conv2d(x, W, convOptions(options, bias)),
  convTranspose2d: ([x, W, bias], options) =>
    T.convTranspose2d(x, W, { ...convOptions(options, bias), outputPad: options.outputPad }),
  convTranspose1d: ([x, W, bias], { step, gap, ends, groups, extra }) =>
    T.convTranspose1d(x, W, { stride: step, dilation: gap, pad: ends, groups, bias, outputPad: extra }),
  maxPool1d: ([x], { length = 1, step, gap, ends }) =>
    T.maxPool1d(x, { size: length, stride: step, dilation: gap, pad: ends }),
  avgPool1d: ([x], { length = 1, step, ends }) => T.avgPool1d(x, { size: length, stride: step, pad: ends }),
  globalMaxPool: ([x]) => T.globalMaxPool(x),
  maxPool2d: ([x], options) => T.maxPool2d(x, poolOptions(options)),
  avgPool2d: ([x], options) => T.avgPool2d(x, poolOptions(options)),
  globalAveragePool: ([x]) => T.globalAveragePool(x),
  layerNorm: ([x, gain, bias], { eps }) => T.layerNorm(x, gain, bias, { eps }),
  rmsNorm: ([x, gain], { eps }) => T.rmsNorm(x, gain, { eps }),
  groupNorm: ([x, gain, bias], { groups = 1, eps }) => T.groupNorm(x, gain, bias, { groups, eps }),
  instanceNorm: ([x, gain, bias]) => T.instanceNorm(x, gain, bias),
  batchNorm,
  runningStatistics,
  embedding: ([table], { rows = [], shape }) => T.embedding(table, rows, { shape }),
  scaledDotProductAttention: ([q, k, v, mask], { causal }) => T.scaledDotProductAttention(q, k, v, { mask, causal }),
  multiHeadAttention: ([q, k, v], { heads = 1, causal }) => T.multiHeadAttention(q, k, v, { heads, causal }),
  rnnCell: ([x, h, Wx, Wh, b]) => T.rnnCell(x, h, { Wx, Wh, b }),
  lstmCell: ([x, h, c, Wx, Wh, b]) => both(T.lstmCell(x, { h, c }, { Wx, Wh, b })),
  gruCell: ([x, h, Wx, Wh, b, bh]) => T.gruCell(x, h, { Wx, Wh, b, bh }),
};

const rng = new T.Rng(13);
const drawn = (...shape: number[]): T.Tensor => T.randomUniform(shape, { rng, low: -1, high: 1 });
const positive = (...shape: number[]): T.Tensor => T.randomUniform(shape, { rng, low: 0.5, high: 2 });

export const layerInputs: Inputs = {
  conv1d: [[[drawn(1, 2, 6), drawn(3, 2, 3), drawn(3)], { gap: 2, ends: [4, 0] }]],
  conv2d: [
    [[drawn(2, 2, 4, 4), drawn(3, 2, 3, 2), drawn(3)], { stride: [1, 2], pad: [1, 0] }],
    [[drawn(1, 4, 4, 4), drawn(4, 1, 2, 2)], { groups: 4, dilation: [2, 1] }],
  ],
  convTranspose2d: [
    [[drawn(2, 2, 2, 3), drawn(2, 3, 3, 2), drawn(3)], { stride: [2, 1], pad: [1, 0], outputPad: [1, 0] }],
    [[drawn(1, 4, 2, 2), drawn(4, 1, 2, 2)], { groups: 2 }],
  ],
  convTranspose1d: [[[drawn(2, 2, 3), drawn(2, 3, 2), drawn(3)], { step: 2, ends: 1, extra: 1 }]],
  maxPool1d: [[[drawn(1, 2, 6)], { length: 3, step: 2, ends: 1 }]],
  avgPool1d: [[[drawn(1, 2, 6)], { length: 2 }]],
  globalMaxPool: [[[drawn(2, 2, 3, 2)]]],
  maxPool2d: [[[drawn(1, 2, 5, 5)], { size: [3, 2], stride: [2, 1], pad: [1, 0] }]],
  avgPool2d: [[[drawn(1, 2, 4, 5)], { size: [2, 2], pad: [0, 1] }]],
  globalAveragePool: [[[drawn(2, 3, 2, 2)]]],
  layerNorm: [[[drawn(2, 3, 4), drawn(4), drawn(4)]]],
  rmsNorm: [[[drawn(2, 3, 4), drawn(4)]]],
  groupNorm: [[[drawn(2, 4, 3), drawn(4), drawn(4)], { groups: 2 }]],
  instanceNorm: [[[drawn(2, 2, 2, 3), drawn(2), drawn(2)]]],
  batchNorm: [
    [[drawn(3, 2, 2), drawn(2), drawn(2), drawn(2), positive(2)]],
    [[drawn(3, 2), drawn(2), drawn(2), drawn(2), positive(2)], { training: false }],
  ],
  embedding: [[[drawn(4, 3)], { rows: [1, 0, 1, 3], shape: [2, 2] }]],
  scaledDotProductAttention: [
    [[drawn(2, 2, 3, 4), drawn(2, 2, 3, 4), drawn(2, 2, 3, 2)], { causal: true }],
    [[drawn(2, 3), drawn(4, 3), drawn(4, 2), drawn(2, 4)]],
  ],
  multiHeadAttention: [[[drawn(1, 3, 4), drawn(1, 4, 4), drawn(1, 4, 2)], { heads: 2 }]],
  rnnCell: [[[drawn(2, 3), drawn(2, 2), drawn(3, 2), drawn(2, 2), drawn(2)]]],
  lstmCell: [[[drawn(2, 3), drawn(2, 2), drawn(2, 2), drawn(3, 8), drawn(2, 8), drawn(8)]]],
  gruCell: [[[drawn(2, 3), drawn(2, 2), drawn(3, 6), drawn(2, 6), drawn(6), drawn(6)]]],
};
