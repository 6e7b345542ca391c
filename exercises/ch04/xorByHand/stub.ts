import { NotImplemented } from "termwise";

/** A threshold unit: 1 if the weighted sum of the inputs plus the bias is at least 0, else 0. */
export type Unit = (weights: number[], bias: number, inputs: readonly number[]) => number;

/** 1 if exactly one of two noisy inputs is on, computed by three threshold units with fixed weights. */
export function xorByHand(x: readonly number[], { off, on }: { off: number; on: number }, unit: Unit): number {
  throw new NotImplemented("E04.4");
}
