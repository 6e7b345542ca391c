import type { Mistake, Variant } from "@termwise/check";

const along = "  const along = (w: Tensor): Tensor => grad(f)(w).mul(d).sum();\n  return grad(along)(w);";
const bend = "const bend = hvp(f, w, d).mul(d).sum();";
const quotient = "bend.div(d.square().sum())";
const swept = "const swept = grad((w: Tensor) => F(w).mul(u).sum())(w);";
const jacobian = `  const along = (u: Tensor): Tensor => {
    ${swept}
    return swept.mul(d).sum();
  };
  return grad(along)(F(w));`;
const forward = (h: number): string => `  return grad(f)(w.add(d.mul(${h}))).sub(grad(f)(w)).div(${h});`;
const central = (h: number): string =>
  `  return grad(f)(w.add(d.mul(${h}))).sub(grad(f)(w.sub(d.mul(${h})))).div(${2 * h});`;
/** A mistake in hvp where the table, or the table and the curvature, are made without it and are right. */
const first = "/** H times a list with one 1";
const tableApart = {
  [first]: `const exactly = (f: Differentiable, w: Tensor, d: Tensor): Tensor => grad((w: Tensor) => grad(f)(w).mul(d).sum())(w);\n\n${first}`,
  "hvp(f, w, only)": "exactly(f, w, only)",
};
const bendApart = { [bend]: "const bend = exactly(f, w, d).mul(d).sum();" };
const apart = ({ change }: Variant): Variant[] => [
  { change: { ...change, ...tableApart } },
  { change: { ...change, ...tableApart, ...bendApart } },
];
const changesHvp = ({ change = {} }: Variant): boolean =>
  !(bend in change) && Object.keys(change).some((piece) => along.includes(piece.trim()));
const andApart = (mistake: Mistake): Mistake =>
  changesHvp(mistake) ? { ...mistake, also: [...(mistake.also ?? []), ...apart(mistake)] } : mistake;

const fromTable = "hessian(f, w).matmul(d.reshape([w.size, 1])).reshape([w.size])";
const jacobianByRows = `  const rows = Array.from({ length: F(w).size }, (_, k) => [...grad((w: Tensor) => F(w).at(k))(w).data()]);
  return tensor(rows).matmul(d.reshape([d.size, 1])).reshape([rows.length]);`;

const others = [1, 0.1, 0.001, 1e-4, 1e-5];

const mistakes: Mistake[] = [
  {
    name: "measured",
    does: "measures the change of the gradient with a finite step",
    belief:
      "In float32 a step is either long enough to see the bend of the gradient or short enough to see its rounding. A second sweep is exact.",
    hint: "Halve your step. Does the answer change in the fourth digit?",
    change: { [along]: central(0.01) },
    also: [
      ...[0.01, ...others].map((h) => ({ change: { [along]: forward(h) } })),
      ...others.map((h) => ({ change: { [along]: central(h) } })),
    ],
  },
  {
    name: "gradient-held-constant",
    does: "takes the gradient out of the graph before the second sweep",
    belief:
      "The second sweep differentiates how the gradient was made. Numbers that were copied out of it, by data or detach, were made from nothing.",
    hint: "Does the number that you sweep from still know w?",
    change: {
      [along]:
        "  const slopes = tensor(grad(f)(w).data());\n  return grad((w: Tensor) => slopes.mul(d).sum().add(w.sum().mul(0)))(w);",
    },
  },
  {
    name: "gradient-outside",
    does: "computes the gradient once at w, and differentiates its product with the moving w",
    belief:
      "A gradient that was computed before does not change when w does; inside the function that is differentiated it does.",
    hint: "Where in your code is grad(f) called: inside the function of the second grad, or before it?",
    change: { [along]: "  const slopes = grad(f)(w);\n  return grad((w: Tensor) => slopes.mul(d).mul(w).sum())(w);" },
  },
  {
    name: "sweeps-to-the-direction",
    does: "gives the gradient of f, as one gets by differentiating dᵀ∇f with respect to d",
    belief: "The direction is held fixed; the point moves.",
    hint: "Of what is your result the gradient: of w, or of d?",
    change: { [along]: "  return grad((d: Tensor) => grad(f)(w).mul(d).sum())(d);" },
  },
  {
    name: "direction-left-out",
    does: "adds up the columns of H instead of weighing them with d",
    belief: "The gradient has to become one number before the second sweep, and it is d that says with which weights.",
    hint: "What changes in your result if d does?",
    change: { "grad(f)(w).mul(d).sum();\n  return grad(along)(w)": "grad(f)(w).sum();\n  return grad(along)(w)" },
  },
  {
    name: "direction-outside",
    does: "multiplies the sum of the columns of H with d, entry by entry",
    belief: "d has to be inside: it weighs the slopes before the second sweep adds them up.",
    hint: "Take a d with a single 1. Which entries of the column do you get?",
    change: { [along]: "  return grad((w: Tensor) => grad(f)(w).sum())(w).mul(d);" },
  },
  {
    name: "gradient-for-direction",
    does: "differentiates the squared length of the gradient, which is H times the gradient",
    belief: "Half the squared gradient has the gradient H∇f. For H d the direction is d.",
    hint: "Which direction does your code multiply H with? Try it with d = 0.",
    change: { [along]: "  return grad((w: Tensor) => grad(f)(w).square().sum().mul(0.5))(w);" },
  },
  {
    name: "diagonal-only",
    does: "counts only how each slope changes with its own variable",
    belief: "A slope also changes when other variables move: H has entries beside its diagonal.",
    hint: "Take f = x·y. Does the slope of x change with y?",
    change: {
      [along]: `  const own = Array.from({ length: w.size }, (_, i) => {
    const only = tensor(Array.from({ length: w.size }, (_, j) => (i === j ? 1 : 0)));
    return grad((w: Tensor) => grad(f)(w).mul(only).sum())(w).data()[i];
  });
  return d.mul(tensor(own));`,
    },
  },
  {
    name: "outer-product",
    does: "takes the products of the slopes for the second slopes",
    belief: "∇f ∇fᵀ says nothing about bending: a plane has slopes and no curvature.",
    hint: "What is the second slope of 3x? And 3 · 3?",
    change: { [along]: "  const slopes = grad(f)(w);\n  return slopes.mul(slopes.mul(d).sum());" },
    also: [{ change: { "hvp(f, w, only)": "grad(f)(w).mul(grad(f)(w).mul(only).sum())" } }],
  },
  {
    name: "whole-table",
    does: "makes the whole table of second slopes for one product with d",
    belief: "H has n² entries, H d has n. One sweep from dᵀ∇f gives the product, without the table.",
    hint: "How often does your code run f for 40 variables, and how often for a million?",
    change: { ...tableApart, [along]: `  return ${fromTable};` },
    also: [
      { change: { ...tableApart, ...bendApart, [along]: `  return ${fromTable};` } },
      { change: { [bend]: `const bend = ${fromTable}.mul(d).sum();` } },
    ],
  },
  {
    name: "direction-normalised",
    does: "shortens the direction to length 1 first",
    belief: "H d is linear: a direction twice as long has a result twice as large.",
    hint: "Compare your results for d and 2d.",
    change: { "grad(f)(w).mul(d).sum();\n": "grad(f)(w).mul(d).sum().div(d.square().sum().sqrt());\n" },
    also: [{ change: { "grad(f)(w).mul(d).sum();\n": "grad(f)(w).mul(d.div(d.square().sum().sqrt())).sum();\n" } }],
  },
  {
    name: "curvature-not-divided",
    does: "forgets to divide by the square of the length of d",
    belief: "dᵀH d is four times as large for a direction twice as long. The bend of f along it is the same.",
    hint: "Compare d and 2d.",
    change: { [quotient]: "bend" },
  },
  {
    name: "curvature-divided-once",
    does: "divides by the length of d, not by its square",
    belief: "d enters dᵀH d twice.",
    hint: "By what does dᵀH d grow if d is doubled, and by what your divisor?",
    change: { [quotient]: "bend.div(d.square().sum().sqrt())" },
  },
  {
    name: "curvature-as-length",
    does: "takes the length of H d for the curvature",
    belief: "Only the part of H d along d is the bend along d, and it may be negative.",
    hint: "Can your curvature be negative, as at the top of a hill?",
    change: { [bend]: "const bend = hvp(f, w, d).square().sum().mul(d.square().sum()).sqrt();" },
    also: [{ change: { [bend]: "const bend = hvp(f, w, d).square().sum().sqrt();" } }],
  },
  {
    name: "curvature-halved",
    does: "takes half of dᵀH d, the coefficient of t² in f(w + t d)",
    belief: "In 10 + 42t + 85t² the slope rises by 170 for each unit of t: twice the coefficient.",
    hint: "How much does the slope of t² change from t = 0 to t = 1?",
    change: { [bend]: "const bend = hvp(f, w, d).mul(d).sum().mul(0.5);" },
  },
  {
    name: "jacobian-turned",
    does: "gives Jᵀd where J d is asked for",
    belief:
      "A sweep multiplies from the side of the results. Only a symmetric table, such as H, gives the same on both sides.",
    hint: "How many numbers has J d if F has two results and three variables?",
    change: { [jacobian]: "  return grad((w: Tensor) => F(w).mul(d).sum())(w);" },
  },
  {
    name: "jacobian-of-the-sum",
    does: "adds the results of F up, and gives the change of their sum",
    belief: "J d has an entry for each result.",
    hint: "Which shape has your result?",
    change: { [jacobian]: "  return grad((w: Tensor) => F(w).sum())(w).mul(d).sum();" },
    also: [{ change: { [jacobian]: "  return grad((w: Tensor) => F(w).sum())(w).mul(d);" } }],
  },
  {
    name: "jacobian-direction-left-out",
    does: "adds up the columns of J instead of weighing them with d",
    belief: "d says how far each variable moves.",
    hint: "Try d = 0: no variable moves. Do your results?",
    change: { "swept.mul(d).sum()": "swept.sum()" },
  },
  {
    name: "whole-jacobian",
    does: "makes the whole table J, one row or column after another, for one product with d",
    belief: "J has m · n entries, J d has m. Two sweeps give the product, without the table.",
    hint: "How often does your code run F for 40 results of 40 variables?",
    change: { [jacobian]: jacobianByRows },
  },
  {
    name: "jacobian-measured",
    does: "measures the change of F with a finite step",
    belief: "In float32 a measured slope has three or four digits. Two sweeps are exact.",
    hint: "Where the results are large and change little, what is left of their difference in float32?",
    change: { [jacobian]: "  return F(w.add(d.mul(0.01))).sub(F(w)).div(0.01);" },
    also: [
      ...others.map((h) => ({ change: { [jacobian]: `  return F(w.add(d.mul(${h}))).sub(F(w)).div(${h});` } })),
      ...[0.01, ...others].map((h) => ({
        change: { [jacobian]: `  return F(w.add(d.mul(${h}))).sub(F(w.sub(d.mul(${h})))).div(${2 * h});` },
      })),
    ],
  },
];
export default mistakes.map(andApart);

/** Mutants that nobody could tell from the solution. */
const counts = "the solution runs its function twice at most, so that its runs need not be counted";
const limit = "throw new Error(`${what} has run its function ${runs} times`);";
export const equivalent = {
  "let runs = 0;  ⇒  let runs = 1;": counts,
  [`if (++runs > 16 && what !== "hessian") ${limit}  ⇒  if (false) ${limit}`]: counts,
  "++runs > 16  ⇒  ++runs >= 16": counts,
  "++runs > 16  ⇒  ++runs > 17": counts,
  [`${limit}  ⇒  ;`]: counts,
  "return grad(along)(F(w));  ⇒  return grad(along)(F(d));":
    "the second sweep may be taken at any u of the right shape",
};
