import { NotImplemented } from "termwise";

/** The entropy −Σ p ln p, in nats. */
export function entropy(p: readonly number[]): number {
  throw new NotImplemented("E06.3");
}

/** The cross-entropy −Σ p ln q, in nats: Infinity where something that happens was held impossible. */
export function crossEntropy(p: readonly number[], q: readonly number[]): number {
  throw new NotImplemented("E06.3");
}

/** The divergence KL(p ‖ q) = Σ p ln(p / q), in nats: 0 only if p and q are equal. */
export function klDivergence(p: readonly number[], q: readonly number[]): number {
  throw new NotImplemented("E06.3");
}
