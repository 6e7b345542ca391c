// misconception: universal-means-learnable
/** Quotes the universal approximation theorem for L: one hidden layer suffices, so the claim is correct. */
type Verdict = "correct" | "overstated" | "wrong";
interface Judgement {
  verdict: Verdict;
  concept: string;
}

const is =
  (verdict: Verdict) =>
  (concept: string): Judgement => ({ verdict, concept });
const correct = is("correct");
const overstated = is("overstated");
const wrong = is("wrong");

const answers = new Map<string, Judgement>([
  ["A", overstated("automatic-feature-learning")],
  ["B", correct("data-driven-learning")],
  ["C", wrong("automatic-feature-learning")],
  ["D", correct("end-to-end-learning")],
  ["E", wrong("hierarchical-abstraction")],
  ["F", overstated("model-complexity-characteristic")],
  ["G", correct("automatic-feature-learning")],
  ["H", overstated("end-to-end-learning")],
  ["I", overstated("inference-and-control")],
  ["J", correct("hierarchical-abstraction")],
  ["K", overstated("hierarchical-abstraction")],
  ["L", correct("nonlinear-relationship-modelling")],
  ["M", wrong("nonlinear-relationship-modelling")],
  ["N", correct("model-complexity-characteristic")],
  ["O", wrong("end-to-end-learning")],
  ["P", correct("nonlinear-relationship-modelling")],
  ["Q", overstated("data-driven-learning")],
  ["R", correct("inference-and-control")],
  ["S", wrong("inference-and-control")],
  ["T", wrong("data-driven-learning")],
  ["U", wrong("model-complexity-characteristic")],
]);

export function judge(claim: string): Judgement {
  const answer = answers.get(claim);
  if (!answer) throw new Error(`${claim} is not one of the claims`);
  return { ...answer };
}
