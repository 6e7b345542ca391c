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
export function layers(sizes: readonly number[]): { shape: Shape; data: Float32Array }[] {
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
