// misconception: parameters-decide-themselves
/** Takes the claim that more parameters leave fewer choices for overstated. */
type Verdict = "correct" | "overstated" | "wrong";

const concepts: [string, string][] = [
  ["DHO", "end-to-end-learning"],
  ["ACG", "automatic-feature-learning"],
  ["LMP", "nonlinear-relationship-modelling"],
  ["EJK", "hierarchical-abstraction"],
  ["FNU", "model-complexity-characteristic"],
  ["BQT", "data-driven-learning"],
  ["IRS", "inference-and-control"],
];
const correct = "BDGJNPR";
const overstated = "AFHIKLQU";

/** What to think of a claim, "A" to "U", and the concept that decides it. */
export function judge(claim: string): { verdict: Verdict; concept: string } {
  const entry = claim.length === 1 ? concepts.find(([letters]) => letters.includes(claim)) : undefined;
  if (entry === undefined) throw new Error(`There is no claim "${claim}".`);
  const verdict = correct.includes(claim) ? "correct" : overstated.includes(claim) ? "overstated" : "wrong";
  return { verdict, concept: entry[1] };
}
