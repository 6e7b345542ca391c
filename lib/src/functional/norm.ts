/** Normalisation: mean 0 and variance 1 over some axes, then a learned gain and bias. Variances are biased. Chapter 14. */
import { ShapeError, shapeText, ValueError } from "../core/errors.ts";
import { assign } from "../tensor/assign.ts";
import { checkTensors } from "../tensor/check.ts";
import { fused } from "../tensor/fused.ts";
import { isTraining } from "../tensor/mode.ts";
import { noGrad } from "../tensor/tape.ts";
import type { Tensor } from "../tensor/tensor.ts";

export interface NormOptions {
  /** Added to the variance, so that equal numbers do not divide by 0. */
  readonly eps?: number;
}

const layerNormOf = fused<Required<NormOptions>>("layerNorm", ([x, gain, bias], { eps }) =>
  standardised(x, [x.rank - 1], eps)
    .mul(gain)
    .add(bias),
);

/**
 * Layer normalisation over the last axis. x: [..., C]; gain, bias: [C] → [..., C]. Throws ShapeError. Ba et al. 2016;
 * chapter 14.
 * @example
 * layerNorm(tensor([[1, 2, 3]]), ones([3]), zeros([3])); // Tensor [1, 3] -1.2247 0.0000 1.2247
 */
export function layerNorm(x: Tensor, gain: Tensor, bias: Tensor, { eps = 1e-5 }: NormOptions = {}): Tensor {
  checkChannels("layerNorm", x, -1, [gain, bias]);
  return layerNormOf([x, gain, bias], { eps });
}

/**
 * Divides by the root of the mean square over the last axis. x: [..., C]; gain: [C] → [..., C]. Throws ShapeError.
 * Zhang & Sennrich 2019; chapter 14.
 * @example
 * rmsNorm(tensor([[3, 4]]), ones([2])); // Tensor [1, 2] 0.8485 1.1314
 */
export function rmsNorm(x: Tensor, gain: Tensor, { eps = 1e-5 }: NormOptions = {}): Tensor {
  checkChannels("rmsNorm", x, -1, [gain]);
  return x.div(x.square().mean(-1, { keep: true }).add(eps).sqrt()).mul(gain);
}

/**
 * Normalises each example over groups of neighbouring channels. x: [N, C, ...]; gain, bias: [C] → [N, C, ...]. Throws
 * ShapeError. Wu & He 2018; chapter 14.
 * @example
 * groupNorm(tensor([[1, 3, 10, 30]]), ones([4]), zeros([4]), { groups: 2 }); // Tensor [1, 4] -1 1 -1 1
 */
export function groupNorm(
  x: Tensor,
  gain: Tensor,
  bias: Tensor,
  { groups, eps = 1e-5 }: NormOptions & { readonly groups: number },
): Tensor {
  checkChannels("groupNorm", x, 1, [gain, bias]);
  const [N, C] = x.shape;
  if (!Number.isInteger(groups) || groups < 1 || C % groups !== 0) throw unevenGroups(x, groups);
  const rows = x.reshape([N, groups, x.size / (N * groups || 1)]);
  const y = standardised(rows, [2], eps).reshape(x.shape);
  return y.mul(perChannel(gain, x)).add(perChannel(bias, x));
}

/**
 * Normalises each channel of each example on its own. x: [N, C, ...]; gain, bias: [C] → [N, C, ...]. Throws ShapeError.
 * Ulyanov et al. 2016; chapter 14.
 * @example
 * instanceNorm(tensor([[[1, 3], [10, 30]]]), ones([2]), zeros([2])); // Tensor [1, 2, 2] -1 1 -1 1
 */
export function instanceNorm(x: Tensor, gain: Tensor, bias: Tensor, { eps = 1e-5 }: NormOptions = {}): Tensor {
  checkChannels("instanceNorm", x, 1, [gain, bias]);
  const within = x.shape.map((_, i) => i).slice(2);
  return standardised(x, within, eps).mul(perChannel(gain, x)).add(perChannel(bias, x));
}

/** What batch normalisation remembers for evaluation: buffers of shape [C], updated in place while training. */
export interface RunningStatistics {
  readonly mean: Tensor;
  readonly variance: Tensor;
}

export interface BatchNormOptions extends NormOptions {
  readonly running: RunningStatistics;
  /** The share of the newest batch in the running statistics. */
  readonly momentum?: number;
}

/**
 * Batch normalisation of each channel: in training by the batch's own statistics, which it also mixes into `running`;
 * under `evaluating` by the running ones. x: [N, C, ...]; gain, bias: [C] → [N, C, ...]. Throws ShapeError, and ValueError
 * when one number a channel has no variance. The running variance is the unbiased one. Ioffe & Szegedy 2015; chapter 14.
 * @example
 * const running = { mean: buffer(zeros([1])), variance: buffer(ones([1])) };
 * batchNorm(tensor([[1], [3]]), ones([1]), zeros([1]), { running });
 * running.mean; // Tensor [1] 0.2
 */
export function batchNorm(
  x: Tensor,
  gain: Tensor,
  bias: Tensor,
  { running, momentum = 0.1, eps = 1e-5 }: BatchNormOptions,
): Tensor {
  checkChannels("batchNorm", x, 1, [gain, bias, running.mean, running.variance]);
  const statistics = isTraining() ? batchStatistics(x, running, momentum) : running;
  const scale = gain.div(statistics.variance.add(eps).sqrt());
  const centred = x.sub(perChannel(statistics.mean, x));
  return centred.mul(perChannel(scale, x)).add(perChannel(bias, x));
}

function batchStatistics(x: Tensor, running: RunningStatistics, momentum: number): RunningStatistics {
  const others = x.shape.map((_, i) => i).filter((i) => i !== 1);
  const count = x.size / x.shape[1];
  if (!(count > 1)) throw oneNumber(x);
  const mean = x.mean(others);
  const variance = x.variance(others);
  noGrad(() => {
    assign(running.mean, mixed(running.mean, mean, momentum));
    assign(running.variance, mixed(running.variance, variance.mul(count / (count - 1)), momentum));
  });
  return { mean, variance };
}

const mixed = (old: Tensor, x: Tensor, share: number): Tensor => old.mul(1 - share).add(x.mul(share));

function standardised(x: Tensor, axes: readonly number[], eps: number): Tensor {
  const centred = x.sub(x.mean(axes, { keep: true }));
  const variance = centred.square().mean(axes, { keep: true });
  return centred.div(variance.add(eps).sqrt());
}

/** [C] as [C, 1, 1, …], so that it stretches over the axes after the channels. */
const perChannel = (v: Tensor, x: Tensor): Tensor => v.reshape([x.shape[1], ...x.shape.slice(2).map(() => 1)]);

function checkChannels(op: string, x: Tensor, place: 1 | -1, vectors: readonly Tensor[]): void {
  checkTensors(op, x, ...vectors);
  const axis = place < 0 ? x.rank - 1 : place;
  const C = x.shape[axis];
  if (C !== undefined && vectors.every((v) => v.rank === 1 && v.shape[0] === C)) return;
  throw new ShapeError({
    op,
    rule: "one number for each channel is needed",
    shapes: [x.shape, ...vectors.map((v) => v.shape)],
    expected:
      C === undefined ? "an input with channels" : `vectors [${C}], as axis ${axis} of ${shapeText(x.shape)} has ${C}`,
    hint: "channels are the last axis for layerNorm and rmsNorm, axis 1 for the others",
  });
}

function unevenGroups(x: Tensor, groups: number): ShapeError {
  return new ShapeError({
    op: "groupNorm",
    rule: "the channels do not divide into these groups",
    shapes: [x.shape],
    got: `${groups} groups for ${x.shape[1]} channels`,
    expected: `a divisor of ${x.shape[1]}`,
    hint: "groups: 1 normalises all channels together",
  });
}

function oneNumber(x: Tensor): ValueError {
  return new ValueError({
    op: "batchNorm",
    rule: "one number a channel has no variance",
    got: `training on ${shapeText(x.shape)}`,
    expected: "at least two numbers for each channel",
    hint: "use a larger batch, or evaluating(() => model(x)) for a single example",
  });
}
