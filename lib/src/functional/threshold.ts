/** The threshold: what a perceptron does with its weighted sum. Chapter 4. */
import { equal, greater } from "../tensor/elementwise.ts";
import type { Tensor } from "../tensor/tensor.ts";

/**
 * 1 where x is at least 0, else 0. No gradient. McCulloch & Pitts 1943; chapter 4.
 * @example
 * heaviside(tensor([-0.5, 0, 3])); // Tensor [3] 0 1 1
 */
export const heaviside = (x: Tensor): Tensor => greater(x, 0).add(equal(x, 0));
