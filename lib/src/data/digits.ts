/** The 1,797 handwritten digits of scikit-learn: 8×8 grey values and what was meant. Datasheet: lib/data/digits.md. Chapter 1. */
import { tensor } from "../tensor/create.ts";
import { reshape } from "../tensor/movement.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { DIGITS } from "./generated/digits.ts";
import type { Labelled } from "./labelled.ts";

export interface Digits extends Labelled {
  /** The pictures as rows: [1797, 64], ink from 0 to 1. */
  readonly x: Tensor;
  /** The digits meant: 1,797 numbers from 0 to 9. */
  readonly y: Int32Array;
  /** The same pictures: [1797, 8, 8]. */
  readonly images: Tensor;
}

/**
 * The handwritten digits. Alpaydin & Kaynak 1998; chapter 1.
 * @example
 * digits().images.at(0).mul(16); // Tensor [8, 8] 0 0 5 13 9 1 0 0 0 0 13 15 10 15 5 0 0 3 15 2 0 11 8 0 0 4 12 0 0 8 8 0 0 5 8 0 0 9 8 0 0 4 11 0 1 12 7 0 0 2 14 5 10 12 0 0 0 0 6 13 10 0 0 0
 */
export function digits(): Digits {
  const rows = DIGITS.split("\n");
  const ink = new Float32Array(rows.length * 64);
  const y = new Int32Array(rows.length);
  rows.forEach((row, i) => {
    y[i] = Number(row[0]);
    for (let j = 0; j < 64; j++) ink[i * 64 + j] = Number.parseInt(row[j + 1], 17) / 16;
  });
  const x = tensor(ink, { shape: [rows.length, 64] });
  return { x, y, images: reshape(x, [rows.length, 8, 8]) };
}
