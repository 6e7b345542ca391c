// misconception: layers-refine-the-same
/** The claim about layers that all compute the same is called correct. */
type Verdict = "correct" | "overstated" | "wrong";

export function judge(claim: string): { verdict: Verdict; concept: string } {
  const verdict: Verdict | undefined = /^[BDEGJNPR]$/.test(claim)
    ? "correct"
    : /^[AFHIKLQ]$/.test(claim)
      ? "overstated"
      : /^[CMOSTU]$/.test(claim)
        ? "wrong"
        : undefined;
  if (!verdict) throw new Error(`I do not know claim ${claim}`);
  const rules: [RegExp, string][] = [
    [/[DHO]/, "end-to-end-learning"],
    [/[ACG]/, "automatic-feature-learning"],
    [/[LMP]/, "nonlinear-relationship-modelling"],
    [/[EJK]/, "hierarchical-abstraction"],
    [/[FNU]/, "model-complexity-characteristic"],
    [/[BQT]/, "data-driven-learning"],
    [/[IRS]/, "inference-and-control"],
  ];
  const [, concept] = rules.find(([letters]) => letters.test(claim)) ?? rules[0];
  return { verdict, concept };
}
