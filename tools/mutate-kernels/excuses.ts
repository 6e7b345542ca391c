/** Changes that no test can notice, each with its reason. */
import type { Entry } from "./results.ts";

interface Excuse {
  readonly reason: string;
  /** The change, and a part of the line that it stands on. */
  readonly changes: readonly (readonly [before: string, after: string, code: string])[];
}

const excuses: readonly Excuse[] = [
  {
    reason: "the last group goes to the loop that handles single numbers, and comes out the same",
    changes: [
      ["l + 4 <= n3", "l + 4 < n3", "for (; l + 4 <= n3; l += 4"],
      ["i + 4 <= n", "i + 4 < n", "for (; i + 4 <= n; i += 4"],
      ["i + 8 <= end", "i + 8 < end", "for (; i + 8 <= end; i += 8"],
      ["4", "5", "for (; k + 4 <= K; k += 4, b += 16, o += 128) {"],
    ],
  },
  {
    reason: "one more round, of no numbers",
    changes: [["n > 0", "n >= 0", "for (; n > 0; n -= BLOCK"]],
  },
  {
    reason: "the rest is a multiple of 4: more than 1 where it is more than 0",
    changes: [["0", "1", "if (n > 0) v128.store(o, exp4("]],
  },
  {
    reason: "a row is read whose products are not stored",
    changes: [["rows > 2 ? p1 + AM : p", "p1 + AM", "const p1 = rows > 1 ? p + AM : p"]],
  },
  {
    reason: "other groups of rows, the same sums",
    changes: [["fours * 4", "fours / 4", "return fours * 4 > rows ? 0 : (rows - fours * 4) / 5;"]],
  },
  {
    reason: "up to 8 more numbers are computed in the work space and not stored",
    changes: [["7", "8", "const m = (min(n, BLOCK) + 7) & ~7"]],
  },
];

/** Why no test can notice this change, or null. */
export function whyUnseen({ before, after, code }: Pick<Entry, "before" | "after" | "code">): string | null {
  const fits = (change: Excuse["changes"][number]): boolean =>
    before === change[0] && after === change[1] && code.includes(change[2]);
  return excuses.find(({ changes }) => changes.some(fits))?.reason ?? null;
}
