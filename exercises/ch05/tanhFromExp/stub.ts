import { NotImplemented } from "termwise";

/** (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ), for every x. */
export function tanhFromExp(x: number): number {
  throw new NotImplemented("E05.2");
}

/** The derivative of tanh at its input x. */
export function tanhDerivative(x: number): number {
  throw new NotImplemented("E05.2");
}

/** tanh x, by one call of the sigmoid that is given. */
export function tanhFromSigmoid(x: number, sigmoid: (z: number) => number): number {
  throw new NotImplemented("E05.2");
}
