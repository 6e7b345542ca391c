/** The work that is timed, as data: each library has its own way of doing it (ours.ts and peers/). */

export type Shape = readonly number[];

/** A block of a transformer: layer norm, causal self-attention, layer norm, two layers; all with biases. */
export interface BlockSizes {
  readonly B: number;
  readonly T: number;
  readonly C: number;
  readonly H: number;
}

export type Program =
  | { readonly kind: "matmul"; readonly a: Shape; readonly b: Shape; readonly turned?: "a" | "b" }
  | { readonly kind: "unary"; readonly op: "exp" | "tanh" | "gelu"; readonly size: number }
  | { readonly kind: "softmax"; readonly shape: Shape }
  | { readonly kind: "sum"; readonly shape: Shape; readonly axis: number | null }
  | { readonly kind: "conv"; readonly x: Shape; readonly w: Shape; readonly of: "output" | "input" | "filter" }
  | { readonly kind: "lstm"; readonly B: number; readonly inputs: number; readonly units: number }
  | { readonly kind: "mlp"; readonly batch: number; readonly sizes: readonly number[] }
  | { readonly kind: "lenet"; readonly batch: number }
  | { readonly kind: "block"; readonly sizes: BlockSizes }
  | { readonly kind: "add"; readonly backward: boolean };

/** How many additions of four numbers the program "add" makes, one after the other. */
export const ADDITIONS = 20;

/** The learning rate of the training programs. */
export const LR = 0.01;

/** Training programs are compared by the loss of this step: forward, gradients and updates must be right to agree. */
export const COMPARED_STEP = 3;

/** Whether a program is a training step, whose result changes from run to run. */
export const isTraining = ({ kind }: Program): boolean => kind === "mlp" || kind === "lenet" || kind === "block";

export const sizeOf = (shape: Shape): number => shape.reduce((size, n) => size * n, 1);

/** Numbers between −scale and scale that are the same everywhere. */
export function numbers(shape: Shape, seed = 1, scale = 1): Float32Array {
  const out = new Float32Array(sizeOf(shape));
  let state = seed * 2654435761;
  for (let i = 0; i < out.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    out[i] = ((state >>> 8) / 2 ** 23 - 1) * scale;
  }
  return out;
}

/** Weights and biases of layers of these sizes. */
export function layers(sizes: readonly number[]): Weights[] {
  return sizes.slice(1).flatMap((n, i) => [
    { shape: [sizes[i], n], data: numbers([sizes[i], n], i + 2, 1 / Math.sqrt(sizes[i])) },
    { shape: [n], data: numbers([n], i + 20, 0.1) },
  ]);
}

/** Classes of a batch, and the same as rows with a single 1. */
export function labels(batch: number, classes: number): { list: Int32Array; rows: Float32Array } {
  const list = Int32Array.from({ length: batch }, (_, i) => (i * 7 + 3) % classes);
  const rows = new Float32Array(batch * classes);
  for (const [i, label] of list.entries()) rows[i * classes + label] = 1;
  return { list, rows };
}

/** Numbers with their shape. */
export interface Weights {
  readonly shape: Shape;
  readonly data: Float32Array;
}

/** Images of LeNet as it is timed, and its classes. */
export const LENET = { image: [1, 28, 28], classes: 10 } as const;

/** LeNet's filters [O, C, 5, 5] (padding 2 in the first) and layers, each with its bias. LeCun et al. 1998. */
export const lenetWeights = (): Weights[] => [
  ...weighted([6, 1, 5, 5], 25, 6, 31),
  ...weighted([16, 6, 5, 5], 150, 16, 32),
  ...layers([400, 120, 84, LENET.classes]),
];

/** The block's parts in this order: gain, bias; W, b of q, k, v and out; gain, bias; W, b of the layers to 4C and back. */
export function blockWeights({ C }: BlockSizes): Weights[] {
  const norm = (): Weights[] => [
    { shape: [C], data: new Float32Array(C).fill(1) },
    { shape: [C], data: new Float32Array(C) },
  ];
  const projections = [41, 42, 43, 44].flatMap((seed) => weighted([C, C], C, C, seed));
  return [
    ...norm(),
    ...projections,
    ...norm(),
    ...weighted([C, 4 * C], C, 4 * C, 45),
    ...weighted([4 * C, C], 4 * C, C, 46),
  ];
}

/** Weights of an LSTM cell, gates i, f, g, o side by side: from the input, from the state, and the bias. */
export const lstmWeights = (D: number, H: number): readonly [Weights, Weights, Weights] => [
  { shape: [D, 4 * H], data: numbers([D, 4 * H], 4, 1 / Math.sqrt(D)) },
  { shape: [H, 4 * H], data: numbers([H, 4 * H], 5, 1 / Math.sqrt(H)) },
  { shape: [4 * H], data: numbers([4 * H], 6, 0.1) },
];

/** Weights that `inputs` numbers flow into, and `outputs` biases. */
const weighted = (shape: Shape, inputs: number, outputs: number, seed: number): Weights[] => [
  { shape, data: numbers(shape, seed, 1 / Math.sqrt(inputs)) },
  { shape: [outputs], data: numbers([outputs], seed + 50, 0.1) },
];
