import { NotImplemented } from "termwise";

/**
 * Histograms of gradient directions. image: [H][W], H and W multiples of `cell`; the picture is cut into squares of
 * `cell` × `cell` pixels, and each gives `bins` numbers → H / cell · W / cell · bins features.
 */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  throw new NotImplemented("E03.7");
}
