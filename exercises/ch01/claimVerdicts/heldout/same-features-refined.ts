// misconception: layers-refine-the-same
/** Takes the claim that all layers compute the same features for correct. */
type Verdict = "correct" | "overstated" | "wrong";

/** What to think of a claim, "A" to "U", and the concept that decides it. */
export function judge(claim: string): { verdict: Verdict; concept: string } {
  const say = (verdict: Verdict, concept: string) => ({ verdict, concept });
  switch (claim) {
    case "D":
      return say("correct", "end-to-end-learning");
    case "H":
      return say("overstated", "end-to-end-learning");
    case "O":
      return say("wrong", "end-to-end-learning");
    case "G":
      return say("correct", "automatic-feature-learning");
    case "A":
      return say("overstated", "automatic-feature-learning");
    case "C":
      return say("wrong", "automatic-feature-learning");
    case "P":
      return say("correct", "nonlinear-relationship-modelling");
    case "L":
      return say("overstated", "nonlinear-relationship-modelling");
    case "M":
      return say("wrong", "nonlinear-relationship-modelling");
    case "J":
      return say("correct", "hierarchical-abstraction");
    case "K":
      return say("overstated", "hierarchical-abstraction");
    case "E":
      return say("correct", "hierarchical-abstraction");
    case "N":
      return say("correct", "model-complexity-characteristic");
    case "F":
      return say("overstated", "model-complexity-characteristic");
    case "U":
      return say("wrong", "model-complexity-characteristic");
    case "B":
      return say("correct", "data-driven-learning");
    case "Q":
      return say("overstated", "data-driven-learning");
    case "T":
      return say("wrong", "data-driven-learning");
    case "R":
      return say("correct", "inference-and-control");
    case "I":
      return say("overstated", "inference-and-control");
    case "S":
      return say("wrong", "inference-and-control");
    default:
      throw new Error(`unknown claim ${claim}`);
  }
}
