/** Random inputs for every operation: shapes with axes of size 0 and 1, without axes, stretched, with random options. */
import * as T from "../../src/index.ts";
import type { Options } from "./operations.ts";

/** What an operation is called with. */
export interface Call {
  readonly shapes: readonly T.Shape[];
  readonly options: Options;
  /** Numbers above 0 only. */
  readonly positive?: boolean;
  /** Inputs that no gradient is asked for: masks and targets. */
  readonly fixed?: readonly number[];
}

const SIZES = [0, 1, 1, 2, 3, 5];

/** Draws shapes and options from a seed. */
export class Drawing {
  readonly rng: T.Rng;
  constructor(seed: number) {
    this.rng = new T.Rng(seed);
  }
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.rng.uniform() * (high - low + 1));
  }
  one<X>(list: readonly X[]): X {
    return list[this.between(0, list.length - 1)];
  }
  maybe(): boolean {
    return this.rng.uniform() < 0.5;
  }
  size(): number {
    return this.one(SIZES);
  }
  shape(least = 0, most = 4): number[] {
    return Array.from({ length: this.between(least, most) }, () => this.size());
  }
  list(count: number, below: number): number[] {
    return Array.from({ length: below === 0 ? 0 : count }, () => this.between(0, below - 1));
  }
  axis(shape: T.Shape): number {
    const k = this.between(0, shape.length - 1);
    return this.maybe() ? k : k - shape.length;
  }
  axes(shape: T.Shape): number[] {
    return shape.flatMap((_, i) => (this.maybe() ? [i] : []));
  }
  /** A shape that stretches to this one. */
  stretchable(shape: T.Shape): number[] {
    const all = shape.map((n) => (this.maybe() ? n : 1));
    return all.slice(this.maybe() ? 0 : this.between(0, all.length));
  }
  window(): Options {
    const pair = (low: number, high: number): [number, number] => [this.between(low, high), this.between(low, high)];
    const size = pair(1, 3);
    const inside = (n: number): number => (n > 1 ? this.between(0, 1) : 0); // padding is at most half of the window
    const pad: [number, number] = [inside(size[0]), inside(size[1])];
    return { size, stride: pair(1, 2), dilation: pair(1, 2), pad };
  }
}

type Draw = (d: Drawing) => Call;

const each = (ops: string, draw: Draw): Record<string, Draw> =>
  Object.fromEntries(ops.split(" ").map((op) => [op, draw]));
const anyShape: Draw = (d) => ({ shapes: [d.shape()], options: {} });
const onAxis: Draw = (d) => {
  const shape = d.shape(1);
  return { shapes: [shape], options: { axis: d.axis(shape) } };
};
const pair: Draw = (d) => {
  const shape = d.shape();
  return { shapes: [d.stretchable(shape), d.stretchable(shape)], options: {} };
};
const alike: Draw = (d) => {
  const shape = d.shape();
  return { shapes: [shape, shape], options: {} };
};
const logits =
  (more: (d: Drawing) => Options = () => ({})): Draw =>
  (d) => {
    const [B, K] = [d.between(1, 4), d.between(1, 5)];
    return { shapes: [[B, K]], options: { labels: d.list(B, K), ...more(d) } };
  };
const images = (d: Drawing): [number, number, number, number] => [
  d.between(0, 2),
  d.between(1, 4),
  d.between(3, 7),
  d.between(3, 7),
];
const pooled: Draw = (d) => ({ shapes: [images(d)], options: d.window() });
const sequence = (d: Drawing): Options => ({
  step: d.between(1, 2),
  gap: d.between(1, 2),
  ends: d.one([0, 1, [2, 0]]),
});
const inChannels =
  (vectors: number, more: (C: number, d: Drawing) => Options = () => ({})): Draw =>
  (d) => {
    const C = d.between(1, 4);
    const shape = [d.between(1, 3), C, ...d.shape(1, 2).map((n) => n + 1)];
    return { shapes: [shape, ...Array.from({ length: vectors }, () => [C])], options: more(C, d) };
  };
const inFeatures =
  (vectors: number): Draw =>
  (d) => {
    const C = d.between(2, 9);
    return { shapes: [[...d.shape(0, 2), C], ...Array.from({ length: vectors }, () => [C])], options: {} };
  };
const cell =
  (gates: number, states: number, biases = 1): Draw =>
  (d) => {
    const [B, D, H] = [d.between(0, 3), d.between(1, 4), d.between(1, 3)];
    const state = Array.from({ length: states }, () => [B, H]);
    const bias = Array.from({ length: biases }, () => [gates * H]);
    return { shapes: [[B, D], ...state, [D, gates * H], [H, gates * H], ...bias], options: {} };
  };
const filters =
  (transposed: boolean, axes: number): Draw =>
  (d) => {
    const G = d.one([1, 1, 2]);
    const [C, O] = [G * d.between(1, 2), G * d.between(1, 2)];
    const space = Array.from({ length: axes }, () => d.between(2, 6));
    const window = Array.from({ length: axes }, () => d.between(1, 3));
    const x = [d.between(0, 2), C, ...space];
    const W = transposed ? [C, O / G, ...window] : [O, C / G, ...window];
    const options = axes === 1 ? sequence(d) : { ...d.window(), size: undefined };
    return { shapes: d.maybe() ? [x, W, [O]] : [x, W], options: { ...options, groups: G } };
  };

/** How each operation is called. Operations that are another one with other options stand for themselves. */
export const draws: Readonly<Record<string, Draw>> = {
  ...each(
    "neg exp log1p abs sign floor round sin cos tanh erf sigmoid relu square softplus silu gelu geluTanh",
    anyShape,
  ),
  ...each("leakyRelu leakyReluSlope elu eluAlpha selu relu6 hardSigmoid clamp", anyShape),
  ...each("log log1p sqrt reciprocal", (d) => ({ ...anyShape(d), positive: true })),
  ...each("add sub mul maximum minimum greater less equal", pair),
  ...each("div pow", (d) => ({ ...pair(d), positive: true })),
  where: (d) => {
    const shape = d.shape();
    return { shapes: [d.stretchable(shape), d.stretchable(shape), d.stretchable(shape)], options: {}, fixed: [0] };
  },
  prelu: (d) => {
    const shape = [d.size(), d.between(1, 3), ...d.shape(0, 2)];
    return { shapes: [shape, d.maybe() ? [] : [shape[1]]], options: {} };
  },
  ...each("sum mean max min variance std", (d) => {
    const shape = d.shape();
    return { shapes: [shape], options: { axes: d.maybe() ? null : d.axes(shape), keep: d.maybe() } };
  }),
  ...each("argmax argmin cumsum softmax logSoftmax logSumExp", onAxis),
  ...each("sort sortPositions", (d) => ({
    ...onAxis(d),
    options: { ...onAxis(d).options, axis: -1, descending: d.maybe() },
  })),
  ...each("topk topkPositions", (d) => {
    const shape = d.shape(1).map((n) => n + 1);
    return { shapes: [shape], options: { axis: d.axis(shape), k: d.between(1, Math.min(...shape)) } };
  }),
  matmul: (d) => {
    const [M, K, N] = [d.size(), d.size(), d.size()];
    const lead = d.shape(0, 2);
    return {
      shapes: [
        [...d.stretchable(lead), M, K],
        [...d.stretchable(lead), K, N],
      ],
      options: {},
    };
  },
  affine: (d) => {
    const [K, N] = [d.size(), d.size()];
    return { shapes: [[...d.shape(1, 3), K], [K, N], [N]], options: {} };
  },
  ...each("flatten", (d) => ({ shapes: [d.shape(1)], options: {} })),
  reshape: (d) => {
    const shape = d.shape();
    return { shapes: [shape], options: { shape: [...shape].reverse() } };
  },
  permute: (d) => {
    const shape = d.shape();
    return { shapes: [shape], options: { order: [...d.rng.permutation(shape.length)] } };
  },
  transpose: (d) => {
    const shape = d.shape(2);
    return { shapes: [shape], options: { axes: [d.axis(shape), d.axis(shape)] } };
  },
  expand: (d) => {
    const shape = d.shape();
    return { shapes: [d.stretchable(shape)], options: { shape } };
  },
  slice: (d) => {
    const shape = d.maybe() ? d.shape(1) : d.shape(1).map((n) => n + 2);
    const axis = d.axis(shape);
    const n = shape.at(axis) ?? 0;
    const start = d.between(0, Math.floor(n / 2));
    return { shapes: [shape], options: { axis, start, end: d.between(start, n) } };
  },
  pad: (d) => {
    const shape = d.shape();
    return { shapes: [shape], options: { widths: shape.map(() => [d.between(0, 2), d.between(0, 2)]) } };
  },
  concat: (d) => {
    const shape = d.shape(1);
    const axis = d.between(0, shape.length - 1);
    const of = (): number[] => shape.map((n, i) => (i === axis ? d.size() : n));
    return { shapes: Array.from({ length: d.between(1, 3) }, of), options: { axis } };
  },
  stack: (d) => {
    const shape = d.shape();
    return { shapes: [shape, shape], options: { axis: d.between(0, shape.length) } };
  },
  at: (d) => {
    const shape = d.shape(1).map((n) => n + 1);
    return {
      shapes: [shape],
      options: { positions: shape.slice(0, d.between(0, shape.length)).map((n) => d.between(-n, n - 1)) },
    };
  },
  gather: (d) => {
    const shape = d.shape(1);
    return { shapes: [shape], options: { rows: d.list(d.size(), shape[0]) } };
  },
  scatterAdd: (d) => {
    const shape = d.shape(1);
    const count = d.between(1, 4);
    return { shapes: [shape], options: { rows: d.list(shape[0], count), count } };
  },
  take: (d) => {
    const shape = d.shape(1);
    const axis = d.axis(shape);
    return { shapes: [shape], options: { axis, rows: d.list(d.size(), shape.at(axis) ?? 0) } };
  },
  takeAlong: (d) => {
    const shape = d.shape(1);
    const axis = d.axis(shape);
    const n = shape.at(axis) ?? 0;
    const rows = n === 0 ? 0 : T.sizeOf(shape) / n;
    return { shapes: [shape], options: { axis, rows: d.list(rows * d.between(0, 2), n) } };
  },
  squeeze: (d) => ({ shapes: [d.shape()], options: {} }),
  unsqueeze: (d) => {
    const shape = d.shape();
    return { shapes: [shape], options: { axis: d.axis([...shape, 1]) } };
  },
  moveAxis: (d) => {
    const shape = d.shape(1);
    return { shapes: [shape], options: { from: d.axis(shape), to: d.axis(shape) } };
  },
  chunk: (d) => {
    const shape = d.shape(0, 2);
    return { shapes: [[...shape, 6]], options: { pieces: d.one([1, 2, 3, [1, 5], [0, 2, 4]]), piece: 0, axis: -1 } };
  },
  flip: (d) => {
    const shape = d.shape();
    return { shapes: [shape], options: { axes: d.axes(shape) } };
  },
  tile: (d) => {
    const shape = d.shape();
    return { shapes: [shape], options: { counts: shape.map(() => d.between(0, 2)) } };
  },
  unfold: pooled,
  ...each("maxPool2d avgPool2d", pooled),
  ...each("maxPool1d avgPool1d", (d) => ({
    shapes: [[d.between(0, 2), d.between(1, 3), d.between(3, 9)]],
    options: { length: d.between(2, 3), step: d.between(1, 2), ends: d.between(0, 1) },
  })),
  ...each("globalAveragePool globalMaxPool", (d) => ({ shapes: [d.shape(3)], options: {} })),
  conv2d: filters(false, 2),
  convTranspose2d: filters(true, 2),
  conv1d: filters(false, 1),
  convTranspose1d: filters(true, 1),
  layerNorm: inFeatures(2),
  rmsNorm: inFeatures(1),
  groupNorm: inChannels(2, (C, d) => ({ groups: d.one([1, C]) })),
  instanceNorm: inChannels(2),
  batchNorm: inChannels(4),
  embedding: (d) => {
    const V = d.between(1, 4);
    const shape = d.shape(1, 2);
    return { shapes: [[V, d.size()]], options: { rows: d.list(T.sizeOf(shape), V), shape } };
  },
  scaledDotProductAttention: (d) => {
    const [steps, D, E] = [d.between(1, 5), d.between(1, 4), d.size()];
    const lead = d.shape(0, 2);
    const shapes = [
      [...lead, steps, D],
      [...lead, steps, D],
      [...lead, steps, E],
    ];
    return { shapes: d.maybe() ? shapes : [...shapes, [steps, steps]], options: { causal: d.maybe() } };
  },
  multiHeadAttention: (d) => {
    const [B, steps, heads] = [d.between(0, 2), d.between(1, 4), d.between(1, 3)];
    const [C, E] = [heads * d.between(1, 2), heads * d.between(1, 2)];
    return {
      shapes: [
        [B, steps, C],
        [B, steps, C],
        [B, steps, E],
      ],
      options: { heads, causal: d.maybe() },
    };
  },
  rnnCell: cell(1, 1),
  lstmCell: cell(4, 2),
  gruCell: cell(3, 1, 2),
  ...each("crossEntropy negativeLogLikelihood smoothedCrossEntropy", logits()),
  focalLoss: logits((d) => ({ gamma: d.one([0, 0.5, 2]) })),
  generalizedCrossEntropy: logits((d) => ({ q: d.one([0.3, 1]), least: d.one([0, 0.1]) })),
  ...each("meanSquaredError meanAbsoluteError huberLoss", alike),
  ...each("binaryCrossEntropyWithLogits klDivergence softCrossEntropy", (d) => ({ ...alike(d), positive: true })),
};
