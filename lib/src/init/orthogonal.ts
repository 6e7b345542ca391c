/** Orthogonal first weights: signals keep their length, so that many steps neither fade nor explode. Chapter 9. */
import { ShapeError } from "../core/errors.ts";
import type { Rng } from "../core/rng.ts";
import { tensor } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";

/**
 * A random matrix whose rows or columns, whichever are fewer, have length 1 and right angles between them. shape: [M, N].
 * Normal numbers, orthogonalised by Gram and Schmidt. Throws ShapeError. Saxe et al. 2014; chapter 9.
 * @example
 * const W = orthogonal([2, 2], new Rng(1));
 * same(W.matmul(W.transpose()), eye(2), { within: 1e-6 });
 */
export function orthogonal(shape: readonly number[], rng: Rng): Tensor {
  const [M, N] = shape;
  if (shape.length !== 2 || M < 1 || N < 1) {
    throw new ShapeError({
      op: "orthogonal",
      rule: "right angles need the rows of a matrix",
      shapes: [shape],
      expected: "[M, N], both at least 1",
      hint: "orthogonal([n, n], rng)",
    });
  }
  const [few, many] = [Math.min(M, N), Math.max(M, N)];
  const rows: Float64Array[] = [];
  for (let i = 0; i < few; i++) rows.push(nextRow(rows, many, rng));
  const numbers = rows.flatMap((row) => [...row]);
  const W = tensor(Float64Array.from(numbers), { shape: [few, many] });
  return M <= N ? W : W.transpose().clone();
}

/** A random direction at right angles to these. */
function nextRow(rows: readonly Float64Array[], n: number, rng: Rng): Float64Array {
  const row = Float64Array.from({ length: n }, () => rng.normal());
  for (let pass = 0; pass < 2; pass++) {
    // the second pass takes away what rounding left
    for (const other of rows) {
      const share = dot(row, other);
      for (let i = 0; i < n; i++) row[i] -= share * other[i];
    }
  }
  const length = Math.sqrt(dot(row, row));
  return row.map((x) => x / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
