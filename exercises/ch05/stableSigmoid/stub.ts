import { NotImplemented } from "termwise";

/** 1 / (1 + e⁻ᶻ), for every z. */
export function sigmoid(z: number): number {
  throw new NotImplemented("E05.1");
}

/** ln σ(z), for every z. */
export function logSigmoid(z: number): number {
  throw new NotImplemented("E05.1");
}

/** The derivative of the sigmoid at its input z. */
export function sigmoidDerivative(z: number): number {
  throw new NotImplemented("E05.1");
}

/** σ(b) − σ(a), the probability between two scores, for every a and b. */
export function sigmoidBetween(a: number, b: number): number {
  throw new NotImplemented("E05.1");
}
