import type { Mistake } from "@termwise/check";

const m2 = "m2: m2 + before * (x - next)";
const merged = "m2: a.m2 + b.m2 + (gap * gap * a.n * b.n) / n";
const guard = "if (n === 0) return { ...a };";
const mean = "mean: a.mean + (gap * b.n) / n";

/** What a step of `push` and of `merge` becomes when it goes back to sums of squares, in the ways of writing that round differently. */
const SQUARES = [
  "m2: m2 + n * mean * mean + x * x - (n + 1) * next * next",
  "m2: m2 + n * mean ** 2 + x ** 2 - (n + 1) * next ** 2",
  "m2: ((m2 + n * mean ** 2 + x ** 2) / (n + 1) - next ** 2) * (n + 1)",
];
const MERGED_SQUARES = [
  "m2: a.m2 + a.n * a.mean ** 2 + b.m2 + b.n * b.mean ** 2 - n * (a.mean + (gap * b.n) / n) ** 2",
  "m2: a.m2 + a.n * a.mean ** 2 + (b.m2 + b.n * b.mean ** 2) - n * ((a.n * a.mean + b.n * b.mean) / n) ** 2",
  "m2: a.m2 + a.n * a.mean ** 2 + b.m2 + b.n * b.mean ** 2 - n * ((a.n * a.mean + b.n * b.mean) / n) ** 2",
  "m2: a.m2 + b.m2 + a.n * a.mean ** 2 + b.n * b.mean ** 2 - n * ((a.n * a.mean + b.n * b.mean) / n) ** 2",
  "m2: a.m2 + b.m2 + a.n * a.mean ** 2 + b.n * b.mean ** 2 - n * (a.mean + (gap * b.n) / n) ** 2",
  "m2: a.m2 + a.n * a.mean ** 2 + b.m2 + b.n * b.mean ** 2 - (a.n * a.mean + b.n * b.mean) ** 2 / n",
  "m2: ((a.m2 + a.n * a.mean ** 2 + b.m2 + b.n * b.mean ** 2) / n - ((a.n * a.mean + b.n * b.mean) / n) ** 2) * n",
];

const mistakes: Mistake[] = [
  {
    name: "difference-of-squares",
    does: "computes the mean of the squares minus the square of the mean",
    belief: "Two numbers near 10¹⁸ that agree in their first 16 digits leave only rounding error when subtracted.",
    hint: "Push 1e9 + 4 and 1e9 + 7 and look at m2.",
    change: { [m2]: "m2: m2 + n * mean * mean + x * x - (n + 1) * next * next" },
    also: [
      ...SQUARES.flatMap((step) => [
        { change: { [m2]: step } },
        ...MERGED_SQUARES.map((all) => ({ change: { [m2]: step, [merged]: all } })),
      ]),
      ...MERGED_SQUARES.map((all) => ({ change: { [merged]: all } })),
    ],
  },
  {
    name: "sample-variance",
    does: "divides by n − 1 in the variance",
    belief:
      "The population variance is the mean squared deviation: it divides by n. n − 1 estimates that of a larger population.",
    hint: "What is the variance of one single number, by the contract?",
    change: { "m2 / n": "m2 / (n - 1)" },
    also: [
      { change: { "m2 / n": "n < 2 ? m2 / n : m2 / (n - 1)" } },
      { change: { "m2 / n": "n === 0 ? NaN : m2 / (n - 1)" } },
      { change: { "m2 / n": "n < 2 ? NaN : m2 / (n - 1)" } },
      { change: { "m2 / n": "n < 2 ? 0 : m2 / (n - 1)" } },
      { change: { "m2 / n": "n === 0 ? NaN : m2 / Math.max(1, n - 1)" } },
    ],
  },
  {
    name: "merge-without-gap",
    does: "adds the two sums of squares and forgets that the means differ",
    belief: "Two groups that do not vary at all still differ from each other if their means do.",
    hint: "Merge {2, 2} and {6, 6}.",
    change: { [merged]: "m2: a.m2 + b.m2" },
  },
  {
    name: "old-deviation-twice",
    does: "adds the square of the deviation from the old mean",
    belief:
      "The sum of squares is about the new mean: the step adds one deviation from the old mean times one from the new.",
    hint: "Push 2, then 6. Should m2 be 16 or 8?",
    change: { [m2]: "m2: m2 + before * before" },
  },
  {
    name: "new-deviation-twice",
    does: "adds the square of the deviation from the new mean",
    belief:
      "The numbers seen before also deviate more when the mean moves; the product of old and new deviation accounts for that.",
    hint: "Push 2, then 6. Should m2 be 4 or 8?",
    change: { [m2]: "m2: m2 + (x - next) ** 2" },
  },
  {
    name: "old-count",
    does: "divides the step of the mean by the number of numbers before",
    belief: "The new number is one of n + 1, so it pulls the mean by one (n + 1)-th of the distance.",
    hint: "What happens at the very first number?",
    change: { "before / (n + 1)": "before / n" },
    also: [
      { change: { "before / (n + 1)": "before / Math.max(n, 1)" } },
      { change: { "before / (n + 1)": "(n === 0 ? 0 : before / n)" } },
    ],
  },
  {
    name: "mean-of-means",
    does: "averages the two means without their counts",
    belief: "A mean of 100 numbers weighs more than a mean of one.",
    hint: "Merge {0, 0, 0} and {4}.",
    change: { [mean]: "mean: (a.mean + b.mean) / 2" },
    also: [{ change: { [mean]: "mean: a.n === 0 ? b.mean : b.n === 0 ? a.mean : (a.mean + b.mean) / 2" } }],
  },
  {
    name: "weights-swapped",
    does: "weighs each mean with the other's count",
    belief: "The merged mean lies nearer to the mean of the larger group.",
    hint: "Merge {0, 0, 0} and {4}: is the mean 1 or 3?",
    change: { [mean]: "mean: a.mean + (gap * a.n) / n" },
  },
  {
    name: "gap-not-squared",
    does: "adds the distance of the means instead of its square",
    belief: "A variance has squared units, and so has each of its parts.",
    hint: "Double all numbers. By how much should m2 grow?",
    change: { [merged]: "m2: a.m2 + b.m2 + (gap * a.n * b.n) / n" },
    also: [
      { change: { [merged]: "m2: a.m2 + b.m2 + (Math.abs(gap) * a.n * b.n) / n" } },
      { change: { [merged]: "m2: a.m2 + b.m2 + gap" } },
      { change: { [merged]: "m2: a.m2 + b.m2 + Math.abs(gap)" } },
    ],
  },
  {
    name: "gap-unweighted",
    does: "adds the squared distance of the means without the counts",
    belief: "Every number of both groups is displaced from the common mean: the distance counts n·m / (n + m) times.",
    hint: "Merge {2, 2} and {6, 6} and compare with the four numbers at once.",
    change: { [merged]: "m2: a.m2 + b.m2 + gap * gap" },
    also: [
      { change: { [merged]: "m2: a.m2 + b.m2 + gap * gap * a.n * b.n" } },
      { change: { [merged]: "m2: a.m2 + b.m2 + (gap * gap) / n" } },
      ...[
        "gap * gap",
        "gap * gap * n",
        "(gap * gap) / 2",
        "(gap * gap) / 4",
        "gap * gap * a.n",
        "gap * gap * b.n",
      ].flatMap((term) => [
        { change: { [merged]: `m2: a.m2 + b.m2 + ${term}` } },
        { change: { [merged]: `m2: a.m2 + b.m2 + (a.n > 0 && b.n > 0 ? ${term} : 0)` } },
      ]),
    ],
  },
  {
    name: "empty-divides-by-zero",
    does: "divides by zero when both streams are empty",
    belief: "0 / 0 is NaN, and NaN stays in every later result; a stream that saw nothing has to be handled first.",
    hint: "Merge nothing with nothing.",
    change: { [guard]: "" },
    also: [
      { change: { [guard]: "if (n === 0) return { n, mean: NaN, m2: NaN };" } },
      { change: { [guard]: "if (n === 0) return { n, mean: NaN, m2: 0 };" } },
      { change: { [guard]: "if (n === 0) return { n, mean: 0, m2: NaN };" } },
      { change: { [mean]: "mean: (a.mean * a.n + b.mean * b.n) / n", [guard]: "" } },
    ],
  },
  {
    name: "standard-deviation",
    does: "returns the standard deviation",
    belief: "The variance is the mean of the squared deviations; its root is the standard deviation.",
    hint: "In which unit is your result if the numbers are metres?",
    change: { "m2 / n": "Math.sqrt(m2 / n)" },
    also: [{ change: { "m2 / n": "Math.sqrt(m2) / n" } }],
  },
  {
    name: "zero-for-nobody",
    does: "says that no numbers have variance 0",
    belief: "0 would claim that the numbers agree. Of no numbers nothing can be said, and NaN says that.",
    hint: "Read the contract for n = 0.",
    change: { "m2 / n": "n === 0 ? 0 : m2 / n" },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return { ...a };  ⇒  return { ...b };": "there both have seen nothing",
};
