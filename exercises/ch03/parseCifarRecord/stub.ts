import { NotImplemented } from "termwise";

/** One CIFAR-10 record: a label byte, then side × side red, green and blue values → pixels[row][column][channel]. */
export function parseRecord(bytes: readonly number[], side: number): { label: number; pixels: number[][][] } {
  throw new NotImplemented("E03.6");
}

/** The part that a recording belongs to, decided by its speaker; `validation` and `test` are percentages. */
export function partOf(file: string, validation: number, test: number): "train" | "validation" | "test" {
  throw new NotImplemented("E03.6");
}

/** A COCO box [x, y, width, height] → [left, top, right, bottom]. */
export function corners([x, y, width, height]: readonly number[]): number[] {
  throw new NotImplemented("E03.6");
}
