import type { Tensor } from "termwise";
import type { Census, Layer } from "../../exercises/ch05/deadUnits/stub.ts";

/**
 * A table of ones and zeros says on which side each sum lies. Added up along the rows it says of each unit how often it
 * is on the right; a unit is dead where that is never, if the left side has no slope.
 */
export function deadUnits(X: Tensor, layers: readonly Layer[], { slope = 0 }: { slope?: number } = {}): Census[] {
  if (X.shape[0] === 0) throw new Error("deadUnits: without rows no unit can be judged");
  let h = X;
  return layers.map(({ W, b }) => {
    const z = h.matmul(W).add(b); // [N, units]
    h = z.maximum(0).add(z.minimum(0).mul(slope));
    const right = z.greater(0); // 1 where the sum is positive
    const counts = [...right.sum(0).data()]; // for each unit, on how many rows
    const dead = counts.flatMap((n, unit) => (n === 0 && slope === 0 ? [unit] : []));
    return { dead, share: dead.length / counts.length, left: 1 - right.mean().item() };
  });
}
