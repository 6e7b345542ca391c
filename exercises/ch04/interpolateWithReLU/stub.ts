import { NotImplemented } from "termwise";

export interface Point {
  readonly x: number;
  readonly y: number;
}
/** A network 1-n-1: hₖ = relu(W1ₖ x + b1ₖ), output Σₖ W2ₖ hₖ + b2. */
export interface Net {
  readonly W1: readonly number[];
  readonly b1: readonly number[];
  readonly W2: readonly number[];
  readonly b2: number;
}

/** The network whose function is the polygonal line through the points, straight on at both ends. */
export function interpolateWithReLU(points: readonly Point[]): Net {
  throw new NotImplemented("E04.8");
}

/** The output of the network for x. */
export function evaluate({ W1, b1, W2, b2 }: Net, x: number): number {
  throw new NotImplemented("E04.8");
}
