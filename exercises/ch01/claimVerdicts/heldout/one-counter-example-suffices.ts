// misconception: none
/** Every overstated sentence has a counter-example, so all of them are called wrong. */
type Verdict = "correct" | "overstated" | "wrong";

const groups: [concept: string, correct: string, others: string[]][] = [
  ["end-to-end-learning", "D", ["H", "O"]],
  ["automatic-feature-learning", "G", ["A", "C"]],
  ["nonlinear-relationship-modelling", "P", ["L", "M"]],
  ["hierarchical-abstraction", "J", ["E", "K"]],
  ["model-complexity-characteristic", "N", ["F", "U"]],
  ["data-driven-learning", "B", ["Q", "T"]],
  ["inference-and-control", "R", ["I", "S"]],
];

export function judge(claim: string): { verdict: Verdict; concept: string } {
  for (const [concept, correct, others] of groups) {
    if (claim === correct) return { verdict: "correct", concept };
    if (others.includes(claim)) return { verdict: "wrong", concept };
  }
  throw new Error(`claim ${claim}: not in the table`);
}
