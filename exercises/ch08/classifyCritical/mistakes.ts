import type { Mistake } from "@termwise/check";

const slope = 'if (Math.hypot(...g) > tol) return "not critical";';
const pair = "const [small, large] = eigenvalues(H);";
const minimum = 'if (small > tol) return "minimum";';
const maximum = 'if (large < -tol) return "maximum";';
const saddle = 'return small < -tol && large > tol ? "saddle" : "undecided";';
const reach = "Math.hypot((a - c) / 2, b)";
const difference = "(g - before[i]) / (2 * h)";
const symmetric = "(value + columns[i][j]) / 2";
const lower = "others.some((other) => other < value)";
const answer = 'return convex ? "yes" : "unknown";';
const possible = 'verdict === "minimum" || verdict === "undecided"';

const mistakes: Mistake[] = [
  {
    name: "flat-means-minimum",
    does: "calls every point without a slope a minimum",
    belief: "The gradient is 0 on tops and passes as well: only the curvature tells them apart.",
    hint: "What is the gradient of x² − y² at 0?",
    change: { [minimum]: 'if (small > -Infinity) return "minimum";' },
  },
  {
    name: "no-tolerance",
    does: "compares with exactly 0",
    belief: "Slopes and curvatures are computed with rounding errors: 10⁻⁹ may well be 0.",
    hint: "What does your code say of the curvatures 2 and 1e-9?",
    change: {
      [slope]: 'if (Math.hypot(...g) > 0) return "not critical";',
      [minimum]: 'if (small > 0) return "minimum";',
      [maximum]: 'if (large < 0) return "maximum";',
      [saddle]: 'return small < 0 && large > 0 ? "saddle" : "undecided";',
    },
    also: [
      {
        change: {
          [minimum]: 'if (small > 0) return "minimum";',
          [maximum]: 'if (large < 0) return "maximum";',
          [saddle]: 'return small < 0 && large > 0 ? "saddle" : "undecided";',
        },
      },
      { change: { [slope]: 'if (Math.hypot(...g) > 0) return "not critical";' } },
    ],
  },
  {
    name: "limit-counts-as-curved",
    does: "counts a curvature of exactly the tolerance as positive or negative",
    belief: "The contract includes both limits in what counts as zero.",
    hint: "Is 0.25 above a tolerance of 0.25?",
    change: {
      [minimum]: 'if (small >= tol) return "minimum";',
      [maximum]: 'if (large <= -tol) return "maximum";',
      [saddle]: 'return small <= -tol && large >= tol ? "saddle" : "undecided";',
    },
  },
  {
    name: "global-from-local",
    does: "calls every local minimum a global one",
    belief: "The curvature at a point knows nothing of other valleys: without convexity the answer is unknown.",
    hint: "Draw a curve with two valleys. What tells a walker in one of them that the other is not deeper?",
    change: { [answer]: 'return convex || verdict === "minimum" ? "yes" : "unknown";' },
    also: [
      { change: { [answer]: 'return "yes";' } },
      { change: { [answer]: 'return convex || (verdict === "minimum" && others.length > 0) ? "yes" : "unknown";' } },
      { change: { [answer]: 'return others.length > 0 || convex ? "yes" : "unknown";' } },
    ],
  },
  {
    name: "unknown-means-no",
    does: "says no where it should say that it does not know",
    belief: "Not to be sure is no disproof: only a lower value, or a point that is no minimum, is.",
    hint: "Which fact would make no certain?",
    change: { [answer]: 'return convex ? "yes" : "no";' },
    also: [{ change: { [answer]: 'return convex ? "yes" : verdict === "undecided" ? "no" : "unknown";' } }],
  },
  {
    name: "convexity-ignored",
    does: "does not use that the function is convex",
    belief: "A convex function has no second valley: where its slope is 0 it is lowest.",
    hint: "Can a convex curve rise and then fall?",
    change: { [answer]: 'return "unknown";' },
    also: [{ change: { [answer]: 'return convex && verdict === "minimum" ? "yes" : "unknown";' } }],
  },
  {
    name: "lower-point-ignored",
    does: "does not look at the values of other points",
    belief: "One lower value anywhere is enough: then this point is not the lowest.",
    hint: "The value here is 1, elsewhere 0.5. Is more information needed?",
    change: { [lower]: "(others.length < 0 && value < 0)" },
    also: [
      { change: { [lower]: "others.every((other) => other < value)" } },
      { change: { [lower]: "(others.length > 0 && others.every((other) => other < value))" } },
    ],
  },
  {
    name: "equal-counts-as-lower",
    does: "takes another point of the same value for a disproof",
    belief: "A function can have several global minima, all equally low.",
    hint: "How many lowest points has cos x?",
    change: { [lower]: "others.some((other) => other <= value)" },
  },
  {
    name: "saddle-may-be-lowest",
    does: "thinks that a pass, a top or a slope might be the lowest point",
    belief: "From each of these some direction leads down: there are lower points right beside it.",
    hint: "From a point with a slope: does a small step against it lower the value?",
    change: { [possible]: "verdict.length > 0" },
    also: [
      { change: { [possible]: 'verdict !== "not critical"' } },
      { change: { [possible]: 'verdict !== "maximum"' } },
      { change: { [possible]: 'verdict !== "saddle" && verdict !== "maximum"' } },
    ],
  },
  {
    name: "determinant-only",
    does: "decides by the determinant alone",
    belief: "The product of two negative curvatures is positive too: a top looks like a bottom.",
    hint: "What is the determinant of [[−2, 0], [0, −2]]?",
    change: {
      [pair]:
        "const [s, l] = eigenvalues(H);\n  const [small, large] = [Math.sign(s * l) * Math.min(Math.abs(s), Math.abs(l)), Infinity];",
      [maximum]: "",
    },
    also: [
      {
        change: {
          [pair]:
            "const product = eigenvalues(H)[0] * eigenvalues(H)[1];\n  const [small, large] = [product, Infinity];",
          [maximum]: "",
        },
      },
    ],
  },
  {
    name: "determinant-against-the-tolerance",
    does: "compares the product of the curvatures with the tolerance",
    belief:
      "Each curvature has to pass it alone: in a product a large one hides a flat one, and two small ones vanish.",
    hint: "What does your code say of the curvatures 100 and 10⁻⁷ for a tolerance of 10⁻⁶?",
    change: {
      [minimum]: 'if (small * large > tol && small + large > 0) return "minimum";',
      [maximum]: 'if (small * large > tol) return "maximum";',
      [saddle]: 'return small * large < -tol ? "saddle" : "undecided";',
    },
  },
  {
    name: "trace-only",
    does: "decides by the sum of the curvatures",
    belief: "A steep rise in one direction hides a gentle fall in the other: on a pass both signs occur.",
    hint: "What is the sum of the curvatures 5 and −1?",
    change: { [pair]: "const small = H[0][0] + H[1][1];\n  const large = small;" },
    also: [{ change: { [pair]: "const small = (H[0][0] + H[1][1]) / 2;\n  const large = small;" } }],
  },
  {
    name: "diagonal-only",
    does: "takes the entries of the diagonal for the curvatures",
    belief: "They are the curvatures along the axes. The extreme ones lie in other directions as soon as b is not 0.",
    hint: "Can f rise along both axes and fall along the diagonal between them?",
    change: { [reach]: "Math.abs((a - c) / 2) + 0 * b" },
    also: [{ change: { [pair]: "const [small, large] = [Math.min(H[0][0], H[1][1]), Math.max(H[0][0], H[1][1])];" } }],
  },
  {
    name: "eigenvalue-formula",
    does: "loses a half, a square or a root in the formula of the eigenvalues",
    belief: "They are m ± √(d² + b²) with halves of the sum and of the difference; their sum has to be a + c.",
    hint: "Check on [[0, 2], [2, 3]]: is the sum 3 and the product −4?",
    change: { [reach]: "Math.hypot(a - c, b)" },
    also: [
      { change: { [reach]: "Math.hypot((a - c) / 2, 2 * b)" } },
      { change: { [reach]: "Math.hypot(a - c, 2 * b)" } },
      { change: { [reach]: "((a - c) / 2) ** 2 + b ** 2" } },
      { change: { [reach]: "Math.abs((a - c) / 2) + Math.abs(b)" } },
      { change: { "(a + c) / 2": "a + c" } },
      { change: { [reach]: "Math.hypot((a + c) / 2, b)" } },
    ],
  },
  {
    name: "sizes-of-curvatures",
    does: "looks at the sizes of the eigenvalues and forgets their signs",
    belief: "The sign says whether the surface bends up or down; the size only how much.",
    hint: "Which eigenvalues has the top of a hill?",
    change: { [pair]: "const [small, large] = eigenvalues(H).map(Math.abs).sort((p, q) => p - q);" },
    also: [
      {
        change: {
          "return [middle - reach, middle + reach];":
            "return [Math.abs(middle - reach), Math.abs(middle + reach)].sort((p, q) => p - q) as [number, number];",
        },
      },
    ],
  },
  {
    name: "larger-first",
    does: "returns the larger eigenvalue first",
    belief: "The contract asks for the smaller one first.",
    hint: "Which of −1 and 4 is smaller?",
    change: {
      "return [middle - reach, middle + reach];": "return [middle + reach, middle - reach];",
      [pair]: "const [large, small] = eigenvalues(H);",
    },
    also: [{ change: { "return [middle - reach, middle + reach];": "return [middle + reach, middle - reach];" } }],
  },
  {
    name: "flat-direction-decided",
    does: "decides although a direction is flat",
    belief: "x² + y⁴ and x² − y⁴ have the same Hessian at 0, and only one of them a minimum.",
    hint: "Which verdict do you give for the curvatures 2 and 0?",
    change: { [minimum]: 'if (small >= -tol) return "minimum";', [maximum]: 'if (large <= tol) return "maximum";' },
    also: [
      {
        change: {
          [minimum]: 'if (small >= -tol && large > tol) return "minimum";',
          [maximum]: 'if (large <= tol && small < -tol) return "maximum";',
        },
      },
      { change: { [saddle]: 'return "saddle";' } },
      { change: { [saddle]: 'return small < -tol || large > tol ? "saddle" : "undecided";' } },
      { change: { [minimum]: 'if (small >= -tol) return "minimum";' } },
      {
        change: {
          [minimum]: 'if (small > 0) return "minimum";',
          [maximum]: 'if (large < 0) return "maximum";',
          [saddle]: 'return "saddle";',
        },
      },
      {
        change: {
          [minimum]: 'if (small > tol) return "minimum";',
          [maximum]: 'if (large < -tol) return "maximum";',
          [saddle]: 'return small * large < 0 ? "saddle" : "undecided";',
        },
      },
    ],
  },
  {
    name: "bottom-for-top",
    does: "calls tops minima and bottoms maxima",
    belief: "At a bottom the surface bends up in every direction: positive curvatures.",
    hint: "What is the second derivative of x² ?",
    change: { [minimum]: 'if (small > tol) return "maximum";', [maximum]: 'if (large < -tol) return "minimum";' },
  },
  {
    name: "one-direction-is-enough",
    does: "calls it a minimum as soon as one curvature is positive",
    belief: "A minimum has to rise in all directions; one that falls makes it a pass.",
    hint: "Which of the two eigenvalues has to be positive for both to be?",
    change: { [minimum]: 'if (large > tol) return "minimum";' },
    also: [{ change: { [maximum]: 'if (small < -tol) return "maximum";' } }],
  },
  {
    name: "slope-ignored",
    does: "does not look at the gradient",
    belief: "On a slope the curvature says nothing: whoever stands there can go down.",
    hint: "Is x = 3 a minimum of x²? What is its second derivative there?",
    change: { [slope]: "" },
  },
  {
    name: "slopes-cancel",
    does: "adds up the entries of the gradient, or compares each by itself",
    belief: "How steep it is, is the length of the gradient: signs must not cancel, and two small entries add up.",
    hint: "Is there a slope where the gradient is [0.5, −0.5]?",
    change: { [slope]: 'if (Math.abs(g[0] + g[1]) > tol) return "not critical";' },
    also: [
      { change: { [slope]: 'if (g.some((v) => Math.abs(v) > tol)) return "not critical";' } },
      { change: { [slope]: 'if (g.some((v) => v > tol)) return "not critical";' } },
      { change: { [slope]: 'if (g.every((v) => Math.abs(v) > tol)) return "not critical";' } },
      { change: { [slope]: 'if (Math.abs(g[0]) + Math.abs(g[1]) > tol) return "not critical";' } },
    ],
  },
  {
    name: "squared-slope",
    does: "compares the square of the gradient's length with the tolerance",
    belief: "The tolerance is for the length itself: the squares are added up, and then comes the root.",
    hint: "How long is [3, 4], and what do you compare with the tolerance 5?",
    change: { [slope]: 'if (g[0] ** 2 + g[1] ** 2 > tol) return "not critical";' },
  },
  {
    name: "one-sided-differences",
    does: "goes forwards only when it measures the curvature",
    belief: "Forwards and backwards together cancel the error of first order: for a cubic they are exact.",
    hint: "Measure the slope of x² at 2 with a step of 1, to one side and to both.",
    change: { "[moved(h), moved(-h)]": "[moved(h), moved(0)]", [difference]: "(g - before[i]) / h" },
    also: [
      { change: { "[moved(h), moved(-h)]": "[moved(h), gradient(x)]", [difference]: "(g - before[i]) / h" } },
      { change: { "[moved(h), moved(-h)]": "[moved(0), moved(-h)]", [difference]: "(g - before[i]) / h" } },
    ],
  },
  {
    name: "divided-by-h",
    does: "divides by h although the two points are 2h apart",
    belief: "A slope is a difference divided by the distance, and from −h to h that is 2h.",
    hint: "How far apart are the two points?",
    change: { [difference]: "(g - before[i]) / h" },
  },
  {
    name: "not-made-symmetric",
    does: "leaves the matrix as the differences gave it",
    belief: "Second derivatives can be exchanged; the mean with the transpose removes what measuring added.",
    hint: "Are the entries [0][1] and [1][0] of your result the same?",
    change: { [symmetric]: "value" },
    also: [{ change: { [symmetric]: "columns[i][j]" } }],
  },
  {
    name: "all-coordinates-moved",
    does: "moves all coordinates at once",
    belief: "A column belongs to one coordinate: only that one may move.",
    hint: "How many coordinates of x change in your first call?",
    change: { "(i === j ? value + by : value)": "(i <= j || i > j ? value + by : value)" },
    also: [{ change: { "(i === j ? value + by : value)": "(i <= j ? value + by : value)" } }],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "const reach = Math.hypot((a - c) / 2, b);  ⇒  const reach = Math.hypot(b, (a - c) / 2);":
    "the order of the two sides does not matter",
};
