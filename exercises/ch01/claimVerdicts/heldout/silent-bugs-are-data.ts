// misconception: none
/** Takes the silent bug for a matter of data. */
type Verdict = "correct" | "overstated" | "wrong";

const data = "data-driven-learning";
const control = "inference-and-control";
const endToEnd = "end-to-end-learning";
const features = "automatic-feature-learning";
const levels = "hierarchical-abstraction";
const size = "model-complexity-characteristic";
const bent = "nonlinear-relationship-modelling";

const answers = new Map<string, { verdict: Verdict; concept: string }>([
  ["A", { verdict: "overstated", concept: features }],
  ["B", { verdict: "correct", concept: data }],
  ["C", { verdict: "wrong", concept: features }],
  ["D", { verdict: "correct", concept: endToEnd }],
  ["E", { verdict: "wrong", concept: levels }],
  ["F", { verdict: "overstated", concept: size }],
  ["G", { verdict: "correct", concept: features }],
  ["H", { verdict: "overstated", concept: endToEnd }],
  ["I", { verdict: "overstated", concept: control }],
  ["J", { verdict: "correct", concept: levels }],
  ["K", { verdict: "overstated", concept: levels }],
  ["L", { verdict: "overstated", concept: bent }],
  ["M", { verdict: "wrong", concept: bent }],
  ["N", { verdict: "correct", concept: data }],
  ["O", { verdict: "wrong", concept: endToEnd }],
  ["P", { verdict: "correct", concept: bent }],
  ["Q", { verdict: "overstated", concept: data }],
  ["R", { verdict: "correct", concept: control }],
  ["S", { verdict: "wrong", concept: control }],
  ["T", { verdict: "wrong", concept: data }],
  ["U", { verdict: "wrong", concept: size }],
]);

/** What to think of a claim, "A" to "U", and the concept that decides it. */
export function judge(claim: string): { verdict: Verdict; concept: string } {
  const answer = answers.get(claim);
  if (answer === undefined) throw new Error(`"${claim}" is not one of the claims`);
  return { ...answer };
}
