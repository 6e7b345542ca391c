/** Embedding: class numbers to learned vectors. Chapter 19. */
import { ShapeError } from "../core/errors.ts";
import { type Shape, sizeOf } from "../core/shape.ts";
import { checkTensors } from "../tensor/check.ts";
import { gather } from "../tensor/rows.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** Token numbers: a list, or a batch of lists of one length. */
export type Tokens = ArrayLike<number> | readonly (readonly number[])[];

/**
 * The rows of the table with these numbers. table: [V, D], tokens: [T] or [B, T] → [T, D] or [B, T, D]. A flat list may
 * bring its shape. Throws IndexError on numbers that the table does not have, ShapeError. Bengio et al. 2003; chapter 19.
 * @example
 * embedding(tensor([[1, 2], [3, 4]]), [[0, 1], [1, 1]]).shape; // [ 2, 2, 2 ]
 */
export function embedding(table: Tensor, tokens: Tokens, { shape }: { readonly shape?: Shape } = {}): Tensor {
  checkTensors("embedding", table);
  const { list, own } = flattened(tokens);
  const to = shape ?? own;
  if (table.rank === 2 && sizeOf(to) === list.length) return gather(table, list).reshape([...to, table.shape[1]]);
  throw new ShapeError({
    op: "embedding",
    rule: table.rank === 2 ? `${list.length} tokens do not fill the shape` : "the table is no matrix",
    shapes: [table.shape, to],
    expected: "a table [V, D] and as many tokens as the shape has places",
    hint: "lists of tokens must be equally long: pad the shorter ones",
  });
}

function flattened(tokens: Tokens): { list: Int32Array; own: Shape } {
  const rows = Array.from<number | readonly number[]>(tokens);
  const first = rows[0];
  const list = rows.flat();
  // ragged lists have more or fewer numbers than rows · first row
  return { list: checked(list), own: typeof first === "object" ? [rows.length, first.length] : [rows.length] };
}

/** Int32Array would cut 0.5 to 0: leave such numbers to gather's check. */
const checked = (list: number[]): Int32Array => Int32Array.from(list, (i) => (Number.isInteger(i) ? i : -1));
