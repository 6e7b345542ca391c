import type { Mistake } from "@termwise/check";

const product = "A.map((row) => B[0].map((_, j) => row.reduce((sum, a, p) => sum + a * B[p][j], 0)))";
const columns = "X[0].map((_, c) => X.reduce((sum, row) => sum + row[c], 0) / X.length)";
const x = "(e * d - b * f) / determinant";
const y = "(a * f - e * c) / determinant";

const mistakes: Mistake[] = [
  {
    name: "elementwise",
    does: "multiplies the matrices entry by entry",
    belief:
      "The matrix product sums over rows of the left and columns of the right; entry by entry is another operation.",
    hint: "What is [[1, 2]] times [[3], [4]]: a number or nothing?",
    change: { [product]: "A.map((row, i) => row.map((a, j) => a * (B[i]?.[j] ?? NaN)))" },
    also: [
      { change: { [product]: "A.map((row, i) => row.map((a, j) => a * (B[i]?.[j] ?? 0)))" } },
      { change: { [product]: "A.map((row, i) => row.map((a, j) => a * B[i][j]))" } },
    ],
  },
  {
    name: "product-reversed",
    does: "multiplies in the other order",
    belief: "A times B and B times A are different matrices, often of different shapes.",
    hint: "Which rows does your product walk along: A's or B's?",
    change: {
      [product]: "B.map((row) => A[0].map((_, j) => row.reduce((sum, a, p) => sum + a * (A[p]?.[j] ?? NaN), 0)))",
    },
    also: [
      { change: { "a * B[p][j]": "a * (B[j]?.[p] ?? NaN)" } },
      { change: { "a * B[p][j]": "a * B[j][p]" } },
      {
        change: { [product]: "B.map((row) => A[0].map((_, j) => row.reduce((sum, a, p) => sum + a * A[p][j], 0)))" },
      },
      {
        change: { [product]: "B.map((row) => A[0].map((_, j) => A.reduce((sum, r, p) => sum + row[p] * r[j], 0)))" },
      },
    ],
  },
  {
    name: "inner-derivative-missing",
    does: "leaves out the inner derivative",
    belief: "If x grows by a little, x² grows by 2x times as much, and the sine sees that.",
    hint: "Compare with (sin((x + h)²) − sin((x − h)²)) / 2h.",
    change: { "Math.cos(x * x) * 2 * x": "Math.cos(x * x)" },
    also: [
      { change: { "Math.cos(x * x) * 2 * x": "Math.cos(2 * x)" } },
      { change: { "Math.cos(x * x) * 2 * x": "Math.cos(x * x) * x" } },
      { change: { "Math.cos(x * x) * 2 * x": "Math.cos(x * x) * 2" } },
    ],
  },
  {
    name: "derivative-sign",
    does: "takes −cos for the derivative of sin",
    belief: "The sine rises where the cosine is positive.",
    hint: "Is sin rising or falling at 0?",
    change: { "Math.cos(x * x) * 2 * x": "-Math.cos(x * x) * 2 * x" },
    also: [{ change: { "Math.cos(x * x)": "Math.sin(x * x)" } }, { change: { "Math.cos(x * x)": "-Math.sin(x * x)" } }],
  },
  {
    name: "plain-mean",
    does: "averages the values as if all were equally likely",
    belief: "A value that comes nine times in ten counts nine times as much as one that comes once.",
    hint: "Do you use p?",
    change: { "sum + v * p[i], 0)": "sum + v / values.length + p[i] * 0, 0)" },
    also: [{ change: { "sum + v * p[i], 0)": "sum + (v * p[i]) / values.length, 0)" } }],
  },
  {
    name: "condition-exchanged",
    does: "gives the probability of B given A",
    belief: "Given B, all cases without B are out: what is left is both and onlyB.",
    hint: "Most people with measles have spots. Do most people with spots have measles?",
    change: {
      "probabilityOfAGivenB({ both, onlyB }: Counts)": "probabilityOfAGivenB({ both, onlyA }: Counts)",
      "both / (both + onlyB)": "both / (both + onlyA)",
    },
  },
  {
    name: "joint-for-conditional",
    does: "does not divide by the cases with B",
    belief:
      "Of all cases, both is how often both happen at all. Given B, only the cases with B are counted: both and onlyB.",
    hint: "By how many cases do you divide?",
    change: {
      "probabilityOfAGivenB({ both, onlyB }: Counts)": "probabilityOfAGivenB({ both, onlyA, onlyB, neither }: Counts)",
      "both / (both + onlyB)": "both / (both + onlyA + onlyB + neither)",
    },
    also: [
      { change: { "both / (both + onlyB)": "both / onlyB" } },
      ...["both / (both + onlyA + onlyB)", "(both + onlyA) / (both + onlyA + onlyB + neither)"].map((share) => ({
        change: {
          "probabilityOfAGivenB({ both, onlyB }: Counts)":
            "probabilityOfAGivenB({ both, onlyA, onlyB, neither }: Counts)",
          "both / (both + onlyB)": share,
        },
      })),
    ],
  },
  {
    name: "probabilities-added",
    does: "adds the probabilities of the single events",
    belief:
      "Added up, ten events of probability 0.2 would have probability 2. The opposite, that none happens, multiplies.",
    hint: "What does your function give for p = 0.5, n = 3?",
    change: { "1 - (1 - p) ** n": "n * p" },
    also: [{ change: { "1 - (1 - p) ** n": "Math.min(1, n * p)" } }],
  },
  {
    name: "all-for-at-least-one",
    does: "gives the probability that all of them happen, or that none does",
    belief: "At least one is the opposite of none, not all.",
    hint: "Should more events make it likelier or less likely?",
    change: { "1 - (1 - p) ** n": "p ** n" },
    also: [{ change: { "1 - (1 - p) ** n": "(1 - p) ** n" } }, { change: { "1 - (1 - p) ** n": "1 - p ** n" } }],
  },
  {
    name: "rows-for-columns",
    does: "averages each row",
    belief: "axis=0 is the axis that disappears: the mean runs down the rows and leaves one number for each column.",
    hint: "How many numbers come out for a [2, 3] matrix?",
    change: { [columns]: "X.map((row) => row.reduce((sum, v) => sum + v, 0) / row.length)" },
    also: [
      { change: { "row[c], 0) / X.length": "row[c], 0) / X[0].length" } },
      { change: { "row[c], 0) / X.length": "row[c], 0)" } },
      { change: { [columns]: "X.map((row) => row.reduce((sum, v) => sum + v, 0) / X.length)" } },
      { change: { [columns]: "X.map((row) => row.reduce((sum, v) => sum + v, 0))" } },
    ],
  },
  {
    name: "counts-the-mask",
    does: "counts the positive entries",
    belief: "x > 0 is the mask; x[x > 0] are the entries that it picks, and those are summed.",
    hint: "What is x[x > 0] for [2, −1, 5]?",
    change: { "x.filter((v) => v > 0).reduce((sum, v) => sum + v, 0)": "x.filter((v) => v > 0).length" },
    also: [
      { change: { "x.filter((v) => v > 0).reduce((sum, v) => sum + v, 0)": "x.reduce((sum, v) => sum + v, 0)" } },
      { change: { "x.filter((v) => v > 0)": "x.map(Math.abs)" } },
      { change: { "x.filter((v) => v > 0).reduce((sum, v) => sum + v, 0)": "x.filter((v) => v >= 0).length" } },
    ],
  },
  {
    name: "product-first",
    does: "multiplies everything before it takes the logarithm",
    belief:
      "The product of 300 small numbers is 0 in floating point, and ln 0 is −∞; the sum of logarithms has no such limit.",
    hint: "What is 1e-5 to the power of 300?",
    change: { "x.reduce((sum, v) => sum + Math.log(v), 0)": "Math.log(x.reduce((all, v) => all * v, 1))" },
  },
  {
    name: "other-base",
    does: "uses a logarithm of another base",
    belief: "Natural logarithms are meant, here and everywhere in the course.",
    hint: "What is the natural logarithm of e?",
    change: { "Math.log(v)": "Math.log10(v)" },
    also: [{ change: { "Math.log(v)": "Math.log2(v)" } }],
  },
  {
    name: "root-missing",
    does: "gives the squared distance",
    belief: "The sum of squares is the distance squared: take the root.",
    hint: "How far is [3, 4] from [0, 0]?",
    change: {
      "Math.sqrt(a.reduce((sum, v, i) => sum + (v - b[i]) ** 2, 0))":
        "a.reduce((sum, v, i) => sum + (v - b[i]) ** 2, 0)",
    },
  },
  {
    name: "city-blocks",
    does: "adds the sizes of the differences",
    belief: "That is how far one walks along the streets; the Euclidean distance goes straight across.",
    hint: "How long is the straight line from [0, 0] to [3, 4]?",
    change: {
      "Math.sqrt(a.reduce((sum, v, i) => sum + (v - b[i]) ** 2, 0))":
        "a.reduce((sum, v, i) => sum + Math.abs(v - b[i]), 0)",
    },
  },
  {
    name: "determinant-sign",
    does: "exchanges a sign in the solution of two equations",
    belief:
      "Determinant, x and y are each a difference of two products across the table; put your solution back into the equations.",
    hint: "Do your x and y satisfy a·x + b·y = e?",
    change: { "a * d - b * c": "a * d + b * c" },
    also: [
      { change: { [x]: "(e * d + b * f) / determinant" } },
      { change: { [y]: "(e * c - a * f) / determinant" } },
      { change: { [x]: "(b * f - e * d) / determinant" } },
      { change: { [y]: "(a * f + e * c) / determinant" } },
      { change: { "a * d - b * c": "b * c - a * d" } },
      { change: { [x]: "(e * d + b * f) / determinant", [y]: "(a * f + e * c) / determinant" } },
      {
        change: {
          "a * d - b * c": "a * d + b * c",
          [x]: "(e * d + b * f) / determinant",
          [y]: "(a * f + e * c) / determinant",
        },
      },
      { change: { [`[${x}, ${y}]`]: `[${y}, ${x}]` } },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return x.filter((v) => v > 0).reduce((sum, v) => sum + v, 0);  ⇒  return x.filter((v) => v >= 0).reduce((sum, v) => sum + v, 0);":
    "a zero more or less does not change a sum",
};
