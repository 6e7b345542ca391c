// misconception: representing-is-features
/** Decides the three claims about what can be represented by where features come from. */
type Verdict = "correct" | "overstated" | "wrong";

const table: Record<string, [Verdict, string]> = {
  A: ["overstated", "automatic-feature-learning"],
  B: ["correct", "data-driven-learning"],
  C: ["wrong", "automatic-feature-learning"],
  D: ["correct", "end-to-end-learning"],
  E: ["wrong", "hierarchical-abstraction"],
  F: ["overstated", "model-complexity-characteristic"],
  G: ["correct", "automatic-feature-learning"],
  H: ["overstated", "end-to-end-learning"],
  I: ["overstated", "inference-and-control"],
  J: ["correct", "hierarchical-abstraction"],
  K: ["overstated", "hierarchical-abstraction"],
  L: ["overstated", "automatic-feature-learning"],
  M: ["wrong", "automatic-feature-learning"],
  N: ["correct", "model-complexity-characteristic"],
  O: ["wrong", "end-to-end-learning"],
  P: ["correct", "automatic-feature-learning"],
  Q: ["overstated", "data-driven-learning"],
  R: ["correct", "inference-and-control"],
  S: ["wrong", "inference-and-control"],
  T: ["wrong", "data-driven-learning"],
  U: ["wrong", "model-complexity-characteristic"],
};

/** What to think of a claim, "A" to "U", and the concept that decides it. */
export function judge(claim: string): { verdict: Verdict; concept: string } {
  if (!Object.hasOwn(table, claim)) throw new Error(`no claim ${claim}`);
  const [verdict, concept] = table[claim];
  return { verdict, concept };
}
