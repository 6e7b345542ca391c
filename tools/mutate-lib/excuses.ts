/** Changes that no test can or should notice, each with its reason. */
import type { Mutant } from "./operators.ts";

interface Excuse {
  readonly reason: string;
  /** Part of a change's key: file|operator|before|after|count. */
  readonly keys: readonly string[];
}

export const excuses: readonly Excuse[] = [];

/** Why this change is excused, or null. */
export function excuseOf(m: Mutant): string | null {
  return excuses.find(({ keys }) => keys.some((key) => m.key.includes(key)))?.reason ?? null;
}
