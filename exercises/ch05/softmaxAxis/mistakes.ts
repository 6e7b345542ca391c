import type { Mistake } from "@termwise/check";

const mistakes: Mistake[] = [
  {
    name: "global-sum",
    does: "divides by the sum over the whole tensor",
    belief: "Each slice is a distribution of its own: it is divided by its own sum.",
    hint: "Print the sums along the axis. Should they be 1 or 1/B?",
    change: { "e.sum(axis, { keep: true })": "e.sum()" },
    also: [{ change: { "e.sum(axis, { keep: true })": "e.sum()", "x.max(axis, { keep: true })": "x.max()" } }],
  },
  {
    name: "global-maximum",
    does: "subtracts the maximum of the whole tensor",
    belief: "One large row must not push another row's exponentials to zero: the maximum is taken per slice.",
    hint: "Follow the row [-1000, -1000] when another row holds 1000.",
    change: { "x.max(axis, { keep: true })": "x.max()" },
  },
  {
    name: "wrong-axis",
    does: "normalises along another axis, the columns instead of the rows",
    belief: "The axis given is the one that is summed away, not the one that is kept.",
    hint: "For shape [2, 3] and axis 1, how many sums are there?",
    change: {
      "const e =": "axis = x.rank - 1 - (axis < 0 ? axis + x.rank : axis);\n  const e =",
      "const inner =": "axis = y.rank - 1 - (axis < 0 ? axis + y.rank : axis);\n  const inner =",
    },
    also: [
      {
        change: {
          "const e =": "axis = (axis + 1) % x.rank;\n  const e =",
          "const inner =": "axis = (axis + 1) % y.rank;\n  const inner =",
        },
      },
    ],
  },
  {
    name: "last-axis-only",
    does: "always works along the last axis",
    belief: "The axis is an argument: softmax over time and softmax over classes are different functions.",
    hint: "Is the parameter axis used anywhere?",
    change: { "x.max(axis,": "x.max(-1,", "e.sum(axis,": "e.sum(-1,", "g.mul(y).sum(axis,": "g.mul(y).sum(-1," },
  },
  {
    name: "diagonal-jacobian",
    does: "treats the Jacobian as diagonal, y(1−y)",
    belief: "Softmax is not elementwise: raising one score lowers every other output.",
    hint: "What is ∂y₁/∂x₀? It is not zero.",
    change: { "y.mul(g.sub(inner))": "g.mul(y.mul(y.neg().add(1)))" },
  },
  {
    name: "unstable",
    does: "takes exponentials of the raw scores",
    belief: "exp overflows at 89 in float32; Infinity / Infinity is NaN.",
    hint: "What may be subtracted from all scores of a slice without changing the result?",
    change: { "x.sub(x.max(axis, { keep: true })).exp()": "x.exp()" },
  },
  {
    name: "sum-without-y",
    does: "subtracts the sum of g instead of the sum of g·y",
    belief: "In dx = y (g − Σ g y) the sum is the average of g under y.",
    hint: "If g is the same everywhere the gradient must be 0. Is it?",
    change: { "g.mul(y).sum": "g.sum" },
  },
  {
    name: "outer-y-lost",
    does: "leaves out the factor y in front of the gradient",
    belief: "The Jacobian yⱼ(δᵢⱼ − yᵢ) has a y in both terms.",
    hint: "A class with probability 0 has gradient 0. Has it in yours?",
    change: { "y.mul(g.sub(inner))": "g.sub(inner)" },
  },
  {
    name: "gradient-of-the-sum",
    does: "ignores g, as if the loss were the sum of the outputs",
    belief: "A vector-Jacobian product weighs each output's derivative with the gradient that arrives at it.",
    hint: "Where does g enter your formula?",
    change: { "y.mul(g.sub(inner))": "y.mul(0)" },
  },
  {
    name: "vjp-of-scores",
    does: "applies softmax again to y inside the gradient",
    belief: "The function is given y, the probabilities: softmax has been applied already.",
    hint: "Which of x and y does the signature promise?",
    change: { "const inner =": "y = softmaxAxis(y, axis);\n  const inner =" },
  },
  {
    name: "gradient-over-everything",
    does: "sums g·y over the whole tensor in the gradient",
    belief: "A slice's outputs depend on that slice's scores only: its gradient needs its own sum.",
    hint: "Change g in one row. Does the gradient of another row move? Should it?",
    change: { "g.mul(y).sum(axis, { keep: true })": "g.mul(y).sum()" },
  },
  {
    name: "negative-axis-refused",
    does: "refuses a negative axis",
    belief: "Axis -1 is the last one, -2 the one before: they count from the end.",
    hint: "What does axis -1 of a matrix mean?",
    change: { "const e =": "if (axis < 0) throw new Error(`no axis ${axis}`);\n  const e =" },
    also: [
      {
        change: {
          "const e =": "if (axis < 0) throw new Error(`no axis ${axis}`);\n  const e =",
          "const inner =": "if (axis < 0) throw new Error(`no axis ${axis}`);\n  const inner =",
        },
      },
    ],
  },
  {
    name: "wrong-sign",
    does: "turns the sign of the gradient",
    belief: "In dx = y (g − Σ g y) the arriving gradient comes first, its average is taken away.",
    hint: "Raise the score of the class whose g is largest. Does the loss rise or fall?",
    change: { "y.mul(g.sub(inner))": "y.mul(inner.sub(g))" },
  },
];
export default mistakes;
