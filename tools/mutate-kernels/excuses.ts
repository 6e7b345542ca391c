/** Changes that no test can notice, each with its reason. */
import type { Entry } from "./results.ts";

interface Excuse {
  readonly reason: string;
  /** Parts of the keys of the changes: file|operator|before|after|count. */
  readonly keys: readonly string[];
}

const excuses: readonly Excuse[] = [];

/** Why no test can notice this change, or null. */
export function whyUnseen({ key }: Pick<Entry, "key">): string | null {
  return excuses.find(({ keys }) => keys.some((part) => key.includes(part)))?.reason ?? null;
}
