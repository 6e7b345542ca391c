import { NotImplemented } from "termwise";

type Verdict = "correct" | "overstated" | "wrong";

/** What to think of a claim, "A" to "U", and the concept that decides it. */
export function judge(claim: string): { verdict: Verdict; concept: string } {
  throw new NotImplemented("E01.7");
}
