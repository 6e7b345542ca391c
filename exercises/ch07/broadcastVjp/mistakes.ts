import type { Mistake, Variant } from "@termwise/check";

const sum = "g.sum(stretched, { keep: true }).reshape(shape)";

/** Walks along the result from the left, and takes an axis that fits by its size for the operand's own. */
const alignedBySize = (fits: string): Variant => ({
  change: {
    "const missing = g.rank - shape.length;": `let own = 0;\n  const its = g.shape.map((size, axis) => (g.rank - axis <= shape.length - own || ${fits} ? own++ : -1));`,
    "axis < missing || shape[axis - missing] === 1": "its[axis] < 0 || shape[its[axis]] === 1",
  },
});

const mistakes: Mistake[] = [
  {
    name: "not-reduced",
    does: "returns gradients of the broadcast shape",
    belief: "A gradient has the shape of what it is the gradient of; the stretched axes are summed.",
    hint: "Which shape has db when b is a bias of shape [3]?",
    change: { [sum]: "g" },
  },
  {
    name: "wrong-axis",
    does: "lines shapes up at the left, and so sums axes at the end where the leading ones were stretched",
    belief: "Missing axes are missing at the front, because broadcasting aligns at the right.",
    hint: "For a bias of shape [3] and g of shape [2, 3], which axis was stretched?",
    change: { "axis < missing || shape[axis - missing] === 1": "axis >= shape.length || shape[axis] === 1" },
    also: [
      {
        change: {
          "axis < missing || shape[axis - missing] === 1": "axis >= shape.length || shape[axis] === 1",
          [sum]:
            "g.sum(stretched.filter((k) => k < shape.length), { keep: true }).sum(stretched.filter((k) => k >= shape.length))",
        },
      },
      alignedBySize("size === shape[own]"),
      alignedBySize("size === shape[own] || shape[own] === 1"),
    ],
  },
  {
    name: "entries-counted",
    does: "takes a gradient with as many entries as its operand for one of the same shape",
    belief:
      "[1, 3] and [3] have three entries each and are two shapes: there is an axis to sum, even if its size is 1.",
    hint: "Which shape has your da for a of shape [3] and b of shape [1, 3]?",
    change: { [sum]: `g.size === shape.reduce((n, size) => n * size, 1) ? g : ${sum}` },
  },
  {
    name: "ones-dropped",
    does: "drops the axes of size 1",
    belief: "An axis of size 1 belongs to the operand's shape: sum with keep.",
    hint: "What is the shape of your da for a of shape [2, 1]?",
    change: { [sum]: "g.sum(stretched)" },
    also: [
      {
        change: {
          "shape[axis - missing] === 1": "(shape[axis - missing] === 1 && g.shape[axis] > 1)",
          [sum]: "g.sum(stretched)",
        },
      },
    ],
  },
  {
    name: "leading-only",
    does: "sums the missing axes but not the stretched axes of size 1",
    belief: "There are two ways to be stretched: an axis that is missing, and an axis of size 1.",
    hint: "Try a of shape [2, 1].",
    change: { "axis < missing || shape[axis - missing] === 1": "axis < missing", [sum]: "g.sum(stretched)" },
  },
  {
    name: "ones-only",
    does: "sums the axes of size 1 but not the missing ones",
    belief: "A bias of shape [3] is stretched along an axis that it does not have.",
    hint: "Try b of shape [3].",
    change: {
      "axis < missing || shape[axis - missing] === 1": "axis >= missing && shape[axis - missing] === 1",
      [sum]: "g.sum(stretched, { keep: true })",
    },
  },
  {
    name: "mean",
    does: "averages over the stretched axes",
    belief: "An entry used n times receives the sum of n gradients, not their mean.",
    hint: "If b grows by 1, by how much does the sum over two rows grow?",
    change: { [sum]: "g.mean(stretched, { keep: true }).reshape(shape)" },
  },
  {
    name: "factors-swapped",
    does: "multiplies g with the factor itself instead of the other one",
    belief: "The derivative of a·b with respect to a is b.",
    hint: "Let b be 0. Does a matter then?",
    change: { "g.mul(b)": "g.mul(a)", "g.mul(a)": "g.mul(b)" },
  },
  {
    name: "product-like-sum",
    does: "passes g on unchanged in the product too",
    belief: "A product scales each factor's gradient with the other factor.",
    hint: "Let b be 0. Can a change the result?",
    change: { "g.mul(b)": "g", "g.mul(a)": "g" },
  },
  {
    name: "summed-too-early",
    does: "sums g before it multiplies with the other factor",
    belief: "Each result entry has its own factor: multiply first, then sum.",
    hint: "Σ gᵢ·bᵢ is not (Σ gᵢ)·(Σ bᵢ).",
    change: {
      "sumTo(g.mul(b), a.shape)": "sumTo(sumTo(g, a.shape).mul(b), a.shape)",
      "sumTo(g.mul(a), b.shape)": "sumTo(sumTo(g, b.shape).mul(a), b.shape)",
    },
    also: [
      {
        change: {
          "sumTo(g.mul(b), a.shape)": "sumTo(g, a.shape).mul(b)",
          "sumTo(g.mul(a), b.shape)": "sumTo(g, b.shape).mul(a)",
        },
      },
    ],
  },
  {
    name: "first-entry",
    does: "takes the first slice of the stretched axes instead of their sum",
    belief: "Undoing broadcasting is not slicing: all copies send their gradient back.",
    hint: "Which gradients arrive at the bias from the second row?",
    change: { [sum]: "stretched.reduce((part, axis) => part.slice(0, 1, axis), g).reshape(shape)" },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return g.sum(stretched, { keep: true }).reshape(shape);  ⇒  return g.sum(stretched, { keep: false }).reshape(shape);":
    "the reshape restores the axes",
  "return g.sum(stretched, { keep: true }).reshape(shape);  ⇒  return g.sum(stretched).reshape(shape);":
    "the reshape restores the axes",
};
