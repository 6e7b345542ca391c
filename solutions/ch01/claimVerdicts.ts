/**
 * A claim is wrong where a definition or a counter-example contradicts it, and overstated where it holds often but leaves
 * out when. Each is decided by the concept that it is about, not by the words that it uses.
 */
type Verdict = "correct" | "overstated" | "wrong";

const JUDGED: Readonly<Record<string, readonly [Verdict, concept: string]>> = {
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
  L: ["overstated", "nonlinear-relationship-modelling"],
  M: ["wrong", "nonlinear-relationship-modelling"],
  N: ["correct", "model-complexity-characteristic"],
  O: ["wrong", "end-to-end-learning"],
  P: ["correct", "nonlinear-relationship-modelling"],
  Q: ["overstated", "data-driven-learning"],
  R: ["correct", "inference-and-control"],
  S: ["wrong", "inference-and-control"],
  T: ["wrong", "data-driven-learning"],
  U: ["wrong", "model-complexity-characteristic"],
};

export function judge(claim: string): { verdict: Verdict; concept: string } {
  const found = JUDGED[claim];
  if (!found) throw new Error(`judge: no claim ${claim}`);
  return { verdict: found[0], concept: found[1] };
}
