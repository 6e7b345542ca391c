// misconception: representing-is-features
/** What a network can represent is filed under learned features (P and L). */
type Verdict = "correct" | "overstated" | "wrong";

const CORRECT = "BDGJNPR";
const OVERSTATED = "AFHIKLQ";
const WRONG = "CEMOSTU";

function conceptOf(claim: string): string {
  switch (claim) {
    case "D":
    case "H":
    case "O":
      return "end-to-end-learning";
    case "M":
      return "nonlinear-relationship-modelling";
    case "E":
    case "J":
    case "K":
      return "hierarchical-abstraction";
    case "F":
    case "N":
    case "U":
      return "model-complexity-characteristic";
    case "B":
    case "Q":
    case "T":
      return "data-driven-learning";
    case "I":
    case "R":
    case "S":
      return "inference-and-control";
    default:
      return "automatic-feature-learning";
  }
}

export function judge(claim: string): { verdict: Verdict; concept: string } {
  if (claim.length === 1) {
    const concept = conceptOf(claim);
    if (CORRECT.includes(claim)) return { verdict: "correct", concept };
    if (OVERSTATED.includes(claim)) return { verdict: "overstated", concept };
    if (WRONG.includes(claim)) return { verdict: "wrong", concept };
  }
  throw new Error(`no claim has the letter "${claim}"`);
}
