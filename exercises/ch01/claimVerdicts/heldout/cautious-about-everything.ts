// misconception: true-sentences-doubted
/** Nothing holds as it stands: every true sentence is called overstated. */
type Verdict = "correct" | "overstated" | "wrong";

const wrong = new Set(["C", "E", "M", "O", "S", "T", "U"]);
const ideas = new Map<string, string>([
  ...["D", "H", "O"].map((l): [string, string] => [l, "end-to-end-learning"]),
  ...["A", "C", "G"].map((l): [string, string] => [l, "automatic-feature-learning"]),
  ...["L", "M", "P"].map((l): [string, string] => [l, "nonlinear-relationship-modelling"]),
  ...["E", "J", "K"].map((l): [string, string] => [l, "hierarchical-abstraction"]),
  ...["F", "N", "U"].map((l): [string, string] => [l, "model-complexity-characteristic"]),
  ...["B", "Q", "T"].map((l): [string, string] => [l, "data-driven-learning"]),
  ...["I", "R", "S"].map((l): [string, string] => [l, "inference-and-control"]),
]);

export function judge(claim: string): { verdict: Verdict; concept: string } {
  const concept = ideas.get(claim);
  if (concept === undefined) throw new Error(`judge: what is ${claim}?`);
  return { verdict: wrong.has(claim) ? "wrong" : "overstated", concept };
}
