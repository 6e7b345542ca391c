import { NotImplemented } from "termwise";

/** The points of a walk of `steps` steps from `start` against the gradient, `start` included: steps + 1 lists of n. */
export function gradientDescent(
  gradient: (x: readonly number[]) => number[],
  start: readonly number[],
  { lr, steps }: { lr: number; steps: number },
): number[][] {
  throw new NotImplemented("E08.1");
}

/** The learning rate from which on the walk in a bowl with these curvatures no longer comes to the minimum. */
export function criticalRate(curvatures: readonly number[]): number {
  throw new NotImplemented("E08.1");
}

/** How the walk goes in a bowl with these curvatures, all above 0. */
export function regime(curvatures: readonly number[], lr: number): "smooth" | "oscillates" | "diverges" {
  throw new NotImplemented("E08.1");
}
