/**
 * The library's table of contents, by chapter. A name that ends in "Layer" makes a layer, with what it learns, of the
 * function without it: conv2d(x, W) computes, conv2dLayer(3, 8, { size: 3, rng }) is made once and then called.
 */
import "./backend/reference/register.ts";
import "./backend/tfjs/register.ts";
import "./backend/wasm/register.ts";
import "./tensor/methods.ts";

// 2 Tensors: making them, their shapes, arithmetic, order; errors, randomness and statistics

export {
  BackendError,
  GradientError,
  IndexError,
  NotImplemented,
  ReleasedError,
  ShapeError,
  shapeText,
  TermwiseError,
  ValueError,
} from "./core/errors.ts";
export { Rng } from "./core/rng.ts";
export { type Axes, broadcastShapes, type Shape, sizeOf, stridesOf } from "./core/shape.ts";
export {
  type Eigenpair,
  norm,
  type PowerIterationOptions,
  powerIteration,
  type VectorNormOptions,
} from "./functional/linear-algebra.ts";
export { randomNormal, randomUniform } from "./init/random.ts";
export { RunningMoments } from "./stats/moments.ts";
export {
  type BootstrapOptions,
  bootstrapCI,
  type PermutationTestOptions,
  permutationTest,
  quantile,
} from "./stats/resampling.ts";
export { flip, take, takeAlong, tile } from "./tensor/along.ts";
export { chunk, flatten, moveAxis, squeeze, unsqueeze } from "./tensor/axes.ts";
export {
  arange,
  buffer,
  eye,
  full,
  type Numbers,
  ones,
  parameter,
  type TensorOptions,
  tensor,
  zeros,
} from "./tensor/create.ts";
export { cumsum } from "./tensor/cumulative.ts";
export { dims } from "./tensor/dims.ts";
export {
  abs,
  add,
  cos,
  div,
  equal,
  erf,
  exp,
  floor,
  greater,
  less,
  log,
  log1p,
  maximum,
  minimum,
  mul,
  neg,
  type Operand,
  pow,
  reciprocal,
  relu,
  round,
  sigmoid,
  sign,
  sin,
  sqrt,
  square,
  sub,
  tanh,
  where,
} from "./tensor/elementwise.ts";
export { matmul } from "./tensor/linalg.ts";
export type { TensorMethods } from "./tensor/methods.ts";
export { concat, pad, permute, reshape, slice, stack, transpose } from "./tensor/movement.ts";
export { argmax, argmin, max, mean, min, std, type VarianceOptions, variance } from "./tensor/reduce.ts";
export { at, gather, scatterAdd } from "./tensor/rows.ts";
export { nonzero, type Sorted, type SortOptions, sort, topk } from "./tensor/sort.ts";
export { expand, type ReduceOptions, sum, sumTo } from "./tensor/sum.ts";
export { type Nested, Tensor } from "./tensor/tensor.ts";
export { type Comparable, same } from "./testing/same.ts";

// 3 Data and how good answers are

export { bagOfWords, vocabulary } from "./data/bag-of-words.ts";
export { type BatchOptions, batches } from "./data/batches.ts";
export { type Digits, digits } from "./data/digits.ts";
export { encodeLabels, type LabelEncoding } from "./data/encode-labels.ts";
export { folds } from "./data/folds.ts";
export { type Answers, type Labelled, type SplitOptions, select, split } from "./data/labelled.ts";
export { mnist10k } from "./data/mnist10k.ts";
export { oneHot } from "./data/one-hot.ts";
export { fitScaler, type Scaler } from "./data/scaler.ts";
export { circles, moons, spirals, type ToyOptions } from "./data/toy.ts";
export { type Classifier, kNearest, majority, nearestMean } from "./metrics/baselines.ts";
export { accuracy, type ClassNumbers, confusionMatrix } from "./metrics/classification.ts";

// 4 Neurons and layers

export { affine } from "./functional/affine.ts";
export { heaviside } from "./functional/threshold.ts";
export { countParameters, forwardTrace, outputShapes, type Traced } from "./nn/inspect.ts";
export { type LinearOptions, linear } from "./nn/linear.ts";
export { type MlpOptions, mlp } from "./nn/mlp.ts";
export {
  type AnyModule,
  type Module,
  module,
  namedParameters,
  namedTensors,
  type Part,
  type Parts,
  parameters,
} from "./nn/module.ts";
export { type Layer, type Sequential, sequential } from "./nn/sequential.ts";
export { type Perceptron, perceptronTrain } from "./train/perceptron.ts";

// 5 Activations

export {
  clamp,
  elu,
  type GeluOptions,
  gelu,
  hardSigmoid,
  leakyRelu,
  prelu,
  relu6,
  selu,
  silu,
  softplus,
} from "./functional/activations.ts";
export { logSoftmax, logSumExp, softmax } from "./functional/softmax.ts";
export { preluLayer } from "./nn/activation.ts";

// 6 Losses

export { smoothLabels } from "./data/smooth-labels.ts";
export {
  focalLoss,
  generalizedCrossEntropy,
  klDivergence,
  negativeLogLikelihood,
  softCrossEntropy,
} from "./functional/likelihood.ts";
export {
  binaryCrossEntropyWithLogits,
  crossEntropy,
  type Labels,
  meanAbsoluteError,
  meanSquaredError,
} from "./functional/losses.ts";
export { hingeLoss, huberLoss } from "./functional/margin.ts";

// 7 Gradients

export { Dual, derivative } from "./scalar/dual.ts";
export { type Expression, expression } from "./scalar/expression.ts";
export type { Value } from "./scalar/value.ts";
export {
  type BackwardOptions,
  backward,
  clone,
  detach,
  type GradientOptions,
  grad,
  gradients,
  retainGrad,
  valueAndGrad,
} from "./tensor/autograd.ts";
export { hvp, jvp } from "./tensor/jvp.ts";
export { scope } from "./tensor/scope.ts";
export { isRecording, noGrad } from "./tensor/tape.ts";
export { checkGradients, type GradientCheckOptions } from "./testing/gradients.ts";

// 8 Models and training

export { flatParameters, setFlatParameters } from "./nn/flat.ts";
export { loadTensors, saveTensors } from "./nn/safetensors.ts";
export { loadStateDict, type StateDict, stateDict } from "./nn/state.ts";
export type { Optimizer } from "./optim/optimizer.ts";
export { cosineDecay, exponentialDecay, type Schedule, stepDecay, warmUp } from "./optim/schedules.ts";
export { type SgdOptions, sgd } from "./optim/sgd.ts";
export { assign } from "./tensor/assign.ts";
export { type EpochRecord, type FitOptions, type FitResult, fit } from "./train/fit.ts";
export { type Plane, planeThrough } from "./train/plane.ts";

// 9 First weights, and gradients kept in bounds

export { kaiming, lecun, xavier } from "./init/init.ts";
export { orthogonal } from "./init/orthogonal.ts";
export { clipGradNorm, clipGradValue } from "./optim/clip.ts";

// 10 Optimisers

export { type AdamOptions, adam, adamW } from "./optim/adam.ts";

// 13 Regularisation; training and evaluating

export { type DropoutOptions, dropout } from "./functional/dropout.ts";
export { dropoutLayer } from "./nn/dropout.ts";
export { evaluating, inTraining, isTraining } from "./tensor/mode.ts";

// 14 Normalisation

export {
  type BatchNormOptions,
  batchNorm,
  groupNorm,
  instanceNorm,
  layerNorm,
  type NormOptions,
  type RunningStatistics,
  rmsNorm,
} from "./functional/norm.ts";
export { batchNormLayer, groupNormLayer, instanceNormLayer, layerNormLayer, rmsNormLayer } from "./nn/norm.ts";

// 16 Convolution and pooling

export { type ConvOptions, type ConvTransposeOptions, conv2d, convTranspose2d } from "./functional/conv.ts";
export { type Conv1dOptions, type ConvTranspose1dOptions, conv1d, convTranspose1d } from "./functional/conv1d.ts";
export { avgPool2d, globalAveragePool, globalMaxPool, maxPool2d, type PoolOptions } from "./functional/pool.ts";
export { avgPool1d, maxPool1d, type Pool1dOptions } from "./functional/pool1d.ts";
export {
  type Conv1dLayerOptions,
  type ConvLayerOptions,
  type ConvTransposeLayerOptions,
  conv1dLayer,
  conv2dLayer,
  convTranspose2dLayer,
} from "./nn/conv.ts";
export { fold, type Pair, unfold, type WindowOptions, windowCounts } from "./tensor/windows.ts";

// 18 Recurrence

export {
  type CellWeights,
  type GruWeights,
  gruCell,
  type LstmState,
  lstmCell,
  rnnCell,
} from "./functional/recurrent.ts";
export { gru, lstm, type Recurrent, type RecurrentOptions, rnn, type Unrolled } from "./nn/recurrent.ts";

// 19 Attention and embeddings

export {
  type AttentionOptions,
  causalMask,
  type MultiHeadOptions,
  mergeHeads,
  multiHeadAttention,
  scaledDotProductAttention,
  splitHeads,
} from "./functional/attention.ts";
export { embedding, type Tokens } from "./functional/embedding.ts";
export { type AttendTo, type AttentionLayerOptions, multiHeadAttentionLayer } from "./nn/attention.ts";
export { type EmbeddingOptions, embeddingLayer } from "./nn/embedding.ts";

// 26 Backends

export type { Backend, BackendMemory, Floats, FusedKernel, Handle } from "./backend/backend.ts";
export {
  type BackendOptions,
  backend,
  backendNames,
  registerBackend,
  setBackend,
  withBackend,
} from "./backend/current.ts";
export { whyNoGpu } from "./backend/tfjs/gpu.ts";

// Figures, in every chapter

export { type BarsOptions, bars } from "./figures/bars.ts";
export {
  type Choice,
  type Control,
  choice,
  type Playing,
  type Point,
  type PointOptions,
  play,
  point,
  type Sketch,
  type Slider,
  type SliderOptions,
  type Stepper,
  sketch,
  slider,
  stepper,
  type TextLine,
  type Toggle,
  textLine,
  toggle,
  type ValuesOf,
} from "./figures/controls.ts";
export type { Series } from "./figures/curves.ts";
export { type Arrow, type Box, type DiagramOptions, diagram } from "./figures/diagram.ts";
export { FigureError } from "./figures/errors.ts";
export type { Chart, Drawing, Figure, Ruler, Spec, Table } from "./figures/figure.ts";
export { type Frame, frameOf } from "./figures/frame.ts";
export { type HeatmapOptions, heatmap } from "./figures/heatmap.ts";
export { type HistogramOptions, histogram } from "./figures/histogram.ts";
export { type ImageGridOptions, imageGrid } from "./figures/images.ts";
export { type InteractOptions, interact, type Live } from "./figures/interact.ts";
export type { Library } from "./figures/library.ts";
export { type LineOptions, linePlot, type Note, type Rule } from "./figures/line.ts";
export { type MatrixOptions, matrix } from "./figures/matrix.ts";
export type { NumberList, NumberTable, Shaped } from "./figures/numbers.ts";
export { type PanelsOptions, panels } from "./figures/panels.ts";
export { type PlotOptions, plot } from "./figures/plot.ts";
export type { Heights, Mark, PlotPoints, PlotTone } from "./figures/plot-marks.ts";
export { type ScatterOptions, scatter } from "./figures/scatter.ts";
export { type RecordOptions, record, show } from "./figures/show.ts";
export { plotly, type SpecOptions, vegaLite } from "./figures/spec.ts";
export { type SurfaceOptions, surface } from "./figures/surface.ts";
export { palette, type SvgOptions, svgFigure } from "./figures/svg.ts";
export { type Span, type TimelineOptions, timeline } from "./figures/timeline.ts";
export { drawGraph, type GraphOptions } from "./figures/value-graph.ts";
export type { GraphStep } from "./figures/value-places.ts";
export { withFigureWidth } from "./figures/width.ts";
