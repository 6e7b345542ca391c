/** Views: other shapes and strides over the same numbers. Arithmetic only; no memory is touched. */
import { type Shape, sizeOf, stridesOf } from "../../core/shape.ts";
import { WasmArray } from "./array.ts";

export const stridesIn = (x: WasmArray): readonly number[] => x.strides ?? stridesOf(x.shape);

/** The numbers of x seen through another shape. */
export function viewOf(x: WasmArray, shape: Shape, strides: readonly number[] | null, offset = x.offset): WasmArray {
  const gapless = strides === null || isGapless(shape, strides);
  return new WasmArray(shape, sizeOf(shape), { base: x.base, strides: gapless ? null : strides, offset }, false);
}

function isGapless(shape: Shape, strides: readonly number[]): boolean {
  for (let i = shape.length - 1, step = 1; i >= 0; i--) {
    if (shape[i] !== 1 && strides[i] !== step) return false;
    step *= shape[i];
  }
  return true;
}

/** Strides of x seen as a larger shape: stretched axes stand still. */
export function stretched(x: WasmArray, shape: Shape): number[] {
  const lead = shape.length - x.shape.length;
  const own = stridesIn(x);
  const out = new Array<number>(shape.length);
  for (let i = 0; i < shape.length; i++) {
    const still = i < lead || (x.shape[i - lead] === 1 && shape[i] !== 1);
    out[i] = still ? 0 : own[i - lead];
  }
  return out;
}

/** Strides of x under another shape of the same size; null if only a copy can have that shape. */
export function reshapedStrides(x: WasmArray, shape: Shape): readonly number[] | null {
  if (x.size === 0) return stridesOf(shape);
  const runs = runsOf(x);
  const out = new Array<number>(shape.length);
  let { size, stride } = runs.pop() ?? { size: 1, stride: 1 };
  for (let i = shape.length - 1; i >= 0; i--) {
    if (size === 1 && shape[i] !== 1) ({ size, stride } = runs.pop() ?? { size: 1, stride: 1 });
    if (size % shape[i] !== 0) return null;
    out[i] = stride;
    stride *= shape[i];
    size /= shape[i];
  }
  return out;
}

/** Axes of x, neighbours merged where one step leads through both. */
function runsOf(x: WasmArray): { size: number; stride: number }[] {
  const strides = stridesIn(x);
  const runs: { size: number; stride: number }[] = [];
  x.shape.forEach((n, i) => {
    if (n === 1) return;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.stride === strides[i] * n)
      runs[runs.length - 1] = { size: last.size * n, stride: strides[i] };
    else runs.push({ size: n, stride: strides[i] });
  });
  return runs;
}

/** The axes of a loop over several operands at once, and each operand's step along each. */
export interface Loop {
  readonly sizes: number[];
  readonly steps: number[][];
}

/** As few axes as one loop over all operands needs, but at least four: kernels loop over four. */
export function loopOver(shape: Shape, operands: readonly (readonly number[])[]): Loop {
  const sizes: number[] = [];
  const steps: number[][] = operands.map(() => []);
  for (let i = 0; i < shape.length; i++) {
    if (shape[i] === 1) continue;
    const last = sizes.length - 1;
    if (last >= 0 && operands.every((s, k) => steps[k][last] === s[i] * shape[i])) {
      sizes[last] *= shape[i];
      operands.forEach((s, k) => {
        steps[k][last] = s[i];
      });
    } else {
      sizes.push(shape[i]);
      operands.forEach((s, k) => {
        steps[k].push(s[i]);
      });
    }
  }
  while (sizes.length < 4) {
    sizes.unshift(1);
    for (const s of steps) s.unshift(0);
  }
  return { sizes, steps };
}
