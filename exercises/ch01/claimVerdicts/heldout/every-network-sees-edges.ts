// misconception: edges-parts-objects
/** A table by concept; takes edges, parts, objects for what every network finds. */
type Verdict = "correct" | "overstated" | "wrong";

const byConcept: Record<string, Record<string, Verdict>> = {
  "end-to-end-learning": { D: "correct", H: "overstated", O: "wrong" },
  "automatic-feature-learning": { G: "correct", A: "overstated", C: "wrong" },
  "nonlinear-relationship-modelling": { P: "correct", L: "overstated", M: "wrong" },
  "hierarchical-abstraction": { J: "correct", K: "correct", E: "wrong" },
  "model-complexity-characteristic": { N: "correct", F: "overstated", U: "wrong" },
  "data-driven-learning": { B: "correct", Q: "overstated", T: "wrong" },
  "inference-and-control": { R: "correct", I: "overstated", S: "wrong" },
};

export function judge(claim: string): { verdict: Verdict; concept: string } {
  for (const [concept, claims] of Object.entries(byConcept)) {
    if (Object.hasOwn(claims, claim)) return { verdict: claims[claim], concept };
  }
  throw new Error(`Unknown claim: ${claim}`);
}
