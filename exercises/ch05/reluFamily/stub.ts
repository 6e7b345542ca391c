import { NotImplemented } from "termwise";

export function relu(xs: readonly number[]): number[] {
  throw new NotImplemented("E05.3");
}

/** The derivative of relu at each input; 0 at 0. */
export function reluDerivative(xs: readonly number[]): number[] {
  throw new NotImplemented("E05.3");
}

export function leakyRelu(xs: readonly number[], alpha: number): number[] {
  throw new NotImplemented("E05.3");
}

/** The derivative of leakyRelu at each input; alpha at 0. */
export function leakyReluDerivative(xs: readonly number[], alpha: number): number[] {
  throw new NotImplemented("E05.3");
}

export function elu(xs: readonly number[], alpha: number): number[] {
  throw new NotImplemented("E05.3");
}

/** The derivative of elu at each input; alpha at 0. */
export function eluDerivative(xs: readonly number[], alpha: number): number[] {
  throw new NotImplemented("E05.3");
}
