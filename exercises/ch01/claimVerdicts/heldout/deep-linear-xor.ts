// misconception: linear-depth-helps
/** Parallel strings of one-letter codes; believes that linear layers gain something from depth. */
type Verdict = "correct" | "overstated" | "wrong";

//               ABCDEFGHIJKLMNOPQRSTU
const verdicts = "~+-+-~+~~+~~++-+~+---";
const concepts = "adaehmaeihhnnmendiidm";

export function judge(claim: string): { verdict: Verdict; concept: string } {
  const at = claim.length === 1 ? claim.charCodeAt(0) - "A".charCodeAt(0) : -1;
  if (at < 0 || at >= verdicts.length) throw new Error(`claim ${claim} does not exist`);
  const verdict: Verdict = verdicts[at] === "+" ? "correct" : verdicts[at] === "~" ? "overstated" : "wrong";
  const concept = [
    "end-to-end-learning",
    "automatic-feature-learning",
    "nonlinear-relationship-modelling",
    "hierarchical-abstraction",
    "model-complexity-characteristic",
    "data-driven-learning",
    "inference-and-control",
  ].find((name) => name[0] === concepts[at]);
  return { verdict, concept: concept ?? "" };
}
