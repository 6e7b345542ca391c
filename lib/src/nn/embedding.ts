/** The embedding layer: a vector to learn for each token. Chapter 19. */
import type { Rng } from "../core/rng.ts";
import { embedding, type Tokens } from "../functional/embedding.ts";
import { randomNormal } from "../init/random.ts";
import { parameter } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Module, module } from "./module.ts";

export interface EmbeddingOptions {
  readonly rng: Rng;
  /** The spread of the first vectors. */
  readonly std?: number;
}

/**
 * V vectors of D numbers, normal at first. Lists of T tokens, or B such lists → [T, D] or [B, T, D]. Chapter 19.
 * @example
 * embeddingLayer(10, 4, { rng: new Rng(1) })([[1, 2, 3], [4, 5, 6]]).shape; // [ 2, 3, 4 ]
 */
export const embeddingLayer = (
  V: number,
  D: number,
  { rng, std = 0.02 }: EmbeddingOptions,
): Module<[Tokens], Tensor> & { readonly parts: { readonly table: Tensor } } =>
  module({ table: parameter(randomNormal([V, D], { rng, std })) }, ({ table }, tokens: Tokens) =>
    embedding(table, tokens),
  );
