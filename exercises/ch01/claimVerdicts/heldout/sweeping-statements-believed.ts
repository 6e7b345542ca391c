// misconception: more-data-always and end-to-end-always-better
/** One string of triples; believes that more data and joint training always help. */
type Verdict = "correct" | "overstated" | "wrong";

const concepts: Record<string, string> = {
  e: "end-to-end-learning",
  a: "automatic-feature-learning",
  n: "nonlinear-relationship-modelling",
  h: "hierarchical-abstraction",
  m: "model-complexity-characteristic",
  d: "data-driven-learning",
  i: "inference-and-control",
};
const verdicts: Record<string, Verdict> = { "+": "correct", "~": "overstated", "-": "wrong" };
const key = "A~a B+d C-a D+e E-h F~m G+a H+e I~i J+h K~h L~n M-n N+m O-e P+n Q+d R+i S-i T-d U-m";

export function judge(claim: string): { verdict: Verdict; concept: string } {
  const entry = key.split(" ").find((e) => e[0] === claim);
  if (!entry) throw new Error(`there is no claim ${claim}`);
  return { verdict: verdicts[entry[1]], concept: concepts[entry[2]] };
}
