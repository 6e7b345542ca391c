import { NotImplemented } from "termwise";

/** The sizes of a product: a is [m, k], b is [k, n]. */
interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** The product of a [m, k] and b [k, n], both flat in row-major order → the m·n numbers of the result, row by row. */
export function matmul(a: readonly number[], b: readonly number[], { m, k, n }: Sizes): number[] {
  throw new NotImplemented("E02.2");
}

/** How many floating-point operations the product takes. */
export function flops({ m, k, n }: Sizes): number {
  throw new NotImplemented("E02.2");
}
