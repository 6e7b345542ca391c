import type { Mistake } from "@termwise/check";

const total = "losses.reduce((sum, loss) => sum + loss, 0) / logits.length";
const slope = "(Math.exp(logP) - soft[i][k]) / logits.length";
const row = "return -soft[i].reduce((sum, t, k) => sum + t * logP[k], 0)";
const take = "const logP = logSoftmax(z);";
const top = "const top = Math.max(...z);";
const logs = "return z.map((score) => score - logSum);";
/** Classes without weight are left out, as by somebody who picks the label's logarithm. */
const onlyWhereWeighted = "return -soft[i].reduce((sum, t, k) => (t > 0 ? sum + t * logP[k] : sum), 0)";
const naive = "return z.map((score) => Math.log(Math.exp(score) / z.reduce((sum, v) => sum + Math.exp(v), 0)));";
/** The probabilities of the gradient as a quotient: 0 / 0 where all exponentials of a row are rounded to 0. */
const quotient = (top: string): Record<string, string> => ({
  [slope]: `(Math.exp(z[k] - ${top}) / z.reduce((sum, v) => sum + Math.exp(v - ${top}), 0) - soft[i][k]) / logits.length`,
});
const ofTheBatch = {
  "function logSoftmax(z: readonly number[]): number[] {":
    "function logSoftmax(z: readonly number[], all: Rows): number[] {",
  [take]: "const logP = logSoftmax(z, logits);",
  "logSoftmax(z).map(": "logSoftmax(z, logits).map(",
  [top]: "const top = Math.max(...all.flat());",
};
const naiveOfTheBatch = naive
  .replace("Math.exp(score)", "Math.exp(score - top)")
  .replace("Math.exp(v)", "Math.exp(v - top)");
const noTarget = "if (logits.length === 0 || targets.length !== logits.length)";
const noClass = "if (!(Number.isInteger(target) && target >= 0 && target < K))";
const noLength = "if (target.length !== K)";

const mistakes: Mistake[] = [
  {
    name: "log-of-softmax",
    does: "computes the probabilities first and takes their logarithm afterwards",
    belief:
      "A probability below 10⁻³²⁴ is rounded to 0, and ln 0 is −∞: the difference z − ln Σ exp z never gets there.",
    hint: "What is exp(-2000), and what is its logarithm?",
    change: { [logs]: "return z.map((score) => Math.log(Math.exp(score - top) / Math.exp(logSum - top)));" },
    also: [
      {
        change: {
          [logs]: "return z.map((score) => Math.log(Math.exp(score - top) / Math.exp(logSum - top)));",
          [row]: onlyWhereWeighted,
        },
      },
    ],
  },
  {
    name: "epsilon-inside-the-log",
    does: "adds a small number before the logarithm, or clips the probability",
    belief:
      "That limits the loss to some 16 or 28 and so hides the worst errors; from the logits it can be computed exactly.",
    hint: "How large is the largest loss that your code can return?",
    change: { [logs]: "return z.map((score) => Math.log(Math.exp(score - logSum) + 1e-12));" },
    also: [1e-7, 1e-8, 1e-9, 1e-10, 1e-15, 1e-16].flatMap((eps) => [
      { change: { [logs]: `return z.map((score) => Math.log(Math.exp(score - logSum) + ${eps}));` } },
      { change: { [logs]: `return z.map((score) => Math.log(Math.max(Math.exp(score - logSum), ${eps})));` } },
    ]),
  },
  {
    name: "plus-sign",
    does: "leaves out the minus",
    belief: "Logarithms of probabilities are negative; a loss is minus the log-likelihood, so that less is better.",
    hint: "Can your loss be positive at all?",
    change: { "return -soft": "return soft" },
    also: [{ change: { "return -soft": "return soft", [slope]: "(soft[i][k] - Math.exp(logP)) / logits.length" } }],
  },
  {
    name: "mean-over-classes",
    does: "divides by the number of classes too",
    belief:
      "The sum over the classes belongs to one row's loss: it is a mean under t already. Only the rows are averaged.",
    hint: "Add a class with a score of −1000 to every row. Should the loss fall?",
    change: {
      [total]: "losses.reduce((sum, loss) => sum + loss, 0) / (logits.length * logits[0].length)",
    },
    also: [
      {
        change: {
          [total]: "losses.reduce((sum, loss) => sum + loss, 0) / (logits.length * logits[0].length)",
          [slope]: "(Math.exp(logP) - soft[i][k]) / (logits.length * z.length)",
        },
      },
      { change: { [slope]: "(Math.exp(logP) - soft[i][k]) / (logits.length * z.length)" } },
    ],
  },
  {
    name: "sum-over-rows",
    does: "adds up the rows instead of averaging them",
    belief: "With the mean, the size of the loss and of the steps does not depend on how many rows are in the batch.",
    hint: "Give each row twice. Does your result change?",
    change: { [total]: "losses.reduce((sum, loss) => sum + loss, 0)" },
  },
  {
    name: "gradient-without-b",
    does: "leaves the division by the number of rows out of the gradient",
    belief: "The loss is a mean over the rows, so each row's gradient carries 1/B.",
    hint: "Compare with a finite difference for a batch of two.",
    change: { [slope]: "Math.exp(logP) - soft[i][k]" },
  },
  {
    name: "gradient-reversed",
    does: "turns the sign of the gradient",
    belief: "Raising the score of a wrong class raises the loss: there the gradient is p, which is positive.",
    hint: "What sign has p − t for the right class?",
    change: { [slope]: "(soft[i][k] - Math.exp(logP)) / logits.length" },
  },
  {
    name: "unstable",
    does: "takes exponentials of the raw scores",
    belief: "exp overflows above 709, and Infinity / Infinity is NaN.",
    hint: "What is exp(1000)?",
    change: { [top]: "const top = 0;" },
    also: [
      { change: { [top]: "const top = 0;", [row]: onlyWhereWeighted } },
      { change: { [top]: "const top = 0;", ...quotient("0") } },
      { change: { [top]: "const top = 0;", ...quotient("0"), [row]: onlyWhereWeighted } },
      { change: { [top]: "const top = 0;", [logs]: naive } },
      { change: { [top]: "const top = 0;", [logs]: naive, [row]: onlyWhereWeighted } },
    ],
  },
  {
    name: "global-maximum",
    does: "subtracts the largest score of the whole batch",
    belief: "What is subtracted has to be near the scores of the same row, or all its exponentials round to 0.",
    hint: "Follow the row [-1000, -1001] beside a row of scores near 1000.",
    change: ofTheBatch,
    also: [
      { change: { ...ofTheBatch, [row]: onlyWhereWeighted } },
      { change: { ...ofTheBatch, ...quotient("Math.max(...logits.flat())") } },
      { change: { ...ofTheBatch, ...quotient("Math.max(...logits.flat())"), [row]: onlyWhereWeighted } },
      { change: { ...ofTheBatch, [logs]: naiveOfTheBatch } },
      { change: { ...ofTheBatch, [logs]: naiveOfTheBatch, [row]: onlyWhereWeighted } },
    ],
  },
  {
    name: "maximum-not-added-back",
    does: "forgets to take the largest score out of z as well",
    belief: "ln Σ exp z = top + ln Σ exp(z − top): what was taken out of the sum has to come back, or go out of z too.",
    hint: "Add 5 to all scores of a row. The loss must not change.",
    change: { "const logSum = top + Math.log(": "const logSum = Math.log(" },
  },
  {
    name: "classes-from-one",
    does: "counts classes from 1",
    belief: "Class numbers are positions in the row of scores, and those begin with 0.",
    hint: "Which score belongs to class 0?",
    change: { "k === target ? 1 : 0": "k === target - 1 ? 1 : 0" },
    also: [
      {
        change: {
          "k === target ? 1 : 0": "k === target - 1 ? 1 : 0",
          "target >= 0 && target < K": "target >= 1 && target <= K",
        },
      },
    ],
  },
  {
    name: "largest-weight-only",
    does: "turns a soft target into its most likely class",
    belief: "A soft target says how sure its author was; all of its weights take part.",
    hint: "Does your loss tell [0.6, 0.4] from [1, 0]?",
    change: {
      "    return target;": "    return target.map((_, k) => (k === target.indexOf(Math.max(...target)) ? 1 : 0));",
    },
  },
  {
    name: "entropy-taken-off",
    does: "subtracts the entropy of the target",
    belief:
      "That is the KL divergence: the same gradient, another number. Cross-entropy with a soft target is never 0.",
    hint: "What is your loss when p equals the soft target?",
    change: {
      [row]: "return soft[i].reduce((sum, t, k) => sum + (t > 0 ? t * (Math.log(t) - logP[k]) : 0), 0)",
    },
  },
  {
    name: "softmax-twice",
    does: "treats probabilities as if they were scores, with a softmax of the softmax",
    belief: "The function takes logits: softmax belongs inside it, and once.",
    hint: "How small can your loss become when the right score is 1000?",
    change: { [take]: "const logP = logSoftmax(logSoftmax(z).map(Math.exp));" },
    also: [
      {
        change: {
          [take]: "const logP = logSoftmax(logSoftmax(z).map(Math.exp));",
          "logSoftmax(z).map((logP, k)": "logSoftmax(logSoftmax(z).map(Math.exp)).map((logP, k)",
        },
      },
    ],
  },
  {
    name: "gradient-of-the-right-class-only",
    does: "gives the classes with no weight a gradient of 0",
    belief:
      "The scores of all classes stand in the denominator: raising a wrong one takes probability from the right one.",
    hint: "Raise a wrong score by 1. Does the loss change?",
    change: { [slope]: "(soft[i][k] > 0 ? Math.exp(logP) - soft[i][k] : 0) / logits.length" },
  },
  {
    name: "gradient-by-probabilities",
    does: "differentiates by the probabilities, −t / p, instead of by the scores",
    belief: "The chain goes on through the softmax to the scores; there the p in the denominator cancels.",
    hint: "With respect to what is the gradient asked for?",
    change: { [slope]: "-soft[i][k] / Math.exp(logP) / logits.length" },
    also: [{ change: { [slope]: "(soft[i][k] === 0 ? 0 : -soft[i][k] / Math.exp(logP)) / logits.length" } }],
  },
  {
    name: "both-sides-of-every-class",
    does: "adds (1 − t) ln(1 − p) for every class",
    belief:
      "That is the loss of K separate yes-or-no questions. Here the classes share one softmax and −Σ t ln p is all.",
    hint: "How many terms has the loss of a row whose target is class 2?",
    change: {
      [row]:
        "return -soft[i].reduce((sum, t, k) => sum + t * logP[k] + (t < 1 ? (1 - t) * Math.log(1 - Math.exp(logP[k])) : 0), 0)",
    },
  },
  {
    name: "bits",
    does: "takes logarithms to base 2 or 10",
    belief: "ln is the natural logarithm: only with it is the gradient p − t.",
    hint: "What is the loss of somebody without an idea about two classes?",
    change: {
      "return -soft[i].reduce((sum, t, k) => sum + t * logP[k], 0)":
        "return -soft[i].reduce((sum, t, k) => sum + t * logP[k], 0) / Math.LN2",
    },
    also: [
      {
        change: {
          "return -soft[i].reduce((sum, t, k) => sum + t * logP[k], 0)":
            "return -soft[i].reduce((sum, t, k) => sum + t * logP[k], 0) / Math.LN10",
        },
      },
    ],
  },
  {
    name: "targets-unchecked",
    does: "goes on with targets that do not fit",
    belief: "A class 3 of 3 has no score: without a word it becomes NaN, or a loss of 0, much later.",
    hint: "What happens with class 3 when there are three classes, counted from 0?",
    change: { [noClass]: "if (false)", [noLength]: "if (false)", [noTarget]: "if (false)" },
    also: [
      { change: { [noClass]: "if (false)" } },
      { change: { [noTarget]: "if (false)" } },
      { change: { [noLength]: "if (false)" } },
      { change: { [noClass]: "if (false)", [noLength]: "if (false)" } },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return losses.reduce((sum, loss) => sum + loss, 0) / logits.length;  ⇒  return losses.reduce((sum, loss) => sum + loss) / logits.length;":
    "there is at least one loss, and the sum may begin with it",
  "return losses.reduce((sum, loss) => sum + loss, 0) / logits.length;  ⇒  return losses.reduce((sum, loss) => sum + loss, 0) / targets.length;":
    "there are as many targets as rows",
  "logits.length  ⇒  targets.length": "both have to be there, and as many",
  "throw new Error(`class ${target} of ${K} classes`);  ⇒  throw new Error(`class ${target} of ${target} classes`);":
    "the message has to mention the class only",
};
