import type { Mistake } from "@termwise/check";

const kind = 'return sum === 1 ? "hard" : "multi-label"';
const sets = 'if (row.every((t) => t === 0 || t === 1)) return sum === 1 ? "hard" : "multi-label";';
/** Zeros and ones within a tolerance, told apart by the number of ones or by the sum; or only the one certain class. */
const nearly = (limit: number, by: "certain" | "sum" = "certain", found: "any" | "hard" = "any"): string =>
  `const certain = row.filter((t) => Math.abs(t - 1) <= ${limit}).length;
  if (row.every((t) => Math.abs(t) <= ${limit} || Math.abs(t - 1) <= ${limit})${found === "hard" ? " && certain === 1" : ""})
    return ${by} === 1 ? "hard" : "multi-label";`;
const soft = "if (row.every((t) => t >= 0) && Math.abs(sum - 1) <= 1e-6)";
const entry = "(k === label ? 1 - by : 0) + by / K";
const question = "targets[i][k] === 1 ? posWeight[k] * softplus(-z) : softplus(z)";
const mean = "return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;";
const stable = "Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))";
const share = "if (!(by >= 0 && by <= 1))";
const classes = "if (odd !== undefined)";
const gap = "Math.log(label / other)";

const mistakes: Mistake[] = [
  {
    name: "one-hot-called-soft",
    does: "calls a target with one certain class soft",
    belief:
      "A soft label leaves doubt: at least two classes have some weight. One-hot is only another way to write a class number.",
    hint: "Does [0, 1, 0] say more than the number 1?",
    change: { [kind]: 'return sum === 1 ? "soft" : "multi-label"' },
    also: [
      {
        change: {
          [sets]:
            'if (row.every((t) => t >= 0) && Math.abs(sum - 1) <= 1e-6) return "soft";\n  if (row.every((t) => t === 0 || t === 1)) return "multi-label";',
        },
      },
    ],
  },
  {
    name: "one-label-is-a-set",
    does: "calls every list of zeros and ones a set of labels",
    belief: "With exactly one 1 the list names one class for certain; the contract calls that hard.",
    hint: "What is [0, 1, 0] by the contract?",
    change: { [kind]: 'return "multi-label"' },
  },
  {
    name: "empty-set-refused",
    does: "does not accept a row without any label",
    belief: "A picture with nothing known on it is an example too: all its answers are no.",
    hint: "What do you return for [0, 0, 0]?",
    change: {
      [sets]: 'if (row.every((t) => t === 0 || t === 1) && sum > 0) return sum === 1 ? "hard" : "multi-label";',
    },
  },
  {
    name: "sum-compared-exactly",
    does: "asks for a sum of exactly 1",
    belief: "Ten times 0.1 is 0.9999999999999999: sums of floats are compared with a tolerance.",
    hint: "Add 0.1 ten times and print it.",
    change: { "Math.abs(sum - 1) <= 1e-6": "sum === 1" },
  },
  {
    name: "nearly-one-is-one",
    does: "takes an entry that is nearly 0 or 1 for 0 or 1",
    belief: "A doubt of 10⁻⁷ is a doubt: the tolerance is for sums, whose last digits were rounded, not for entries.",
    hint: "What is [0.9999999, 0.0000001] by the contract?",
    change: { [sets]: nearly(1e-6) },
    also: [1e-5, 1e-6, 1e-9].flatMap((limit) => [
      { change: { [sets]: nearly(limit) } },
      { change: { [sets]: nearly(limit, "sum") } },
      {
        change: {
          [sets]: `${nearly(limit, "certain", "hard")}
  ${sets}`,
        },
      },
    ]),
  },
  {
    name: "anything-is-soft",
    does: "calls soft what is neither a distribution nor a set",
    belief: "A distribution has no negative entries and sums to 1; a target that has not was spoilt on the way.",
    hint: "What do you return for [0.5, 0.25], and for [1.5, -0.5]?",
    change: { [soft]: "if (true)" },
    also: [
      { change: { [soft]: "if (row.every((t) => t >= 0))" } },
      { change: { [soft]: "if (Math.abs(sum - 1) <= 1e-6)" } },
      { change: { [soft]: "if (row.every((t) => t >= 0 && t <= 1))" } },
    ],
  },
  {
    name: "doubt-for-the-others-only",
    does: "shares the doubt among the other classes only, by / (K − 1)",
    belief: "That is another definition; here somebody without an idea is mixed in, who gives the label its share too.",
    hint: "What does the label get in your row for K = 2 and by = 1?",
    change: { [entry]: "k === label ? 1 - by : by / (K - 1)" },
  },
  {
    name: "row-does-not-sum-to-one",
    does: "makes rows whose sum is not 1",
    belief: "What the others get has to come from somewhere: the weights of a row are probabilities.",
    hint: "Add up your row for K = 4 and by = 0.2.",
    change: { [entry]: "k === label ? 1 - by : by / K" },
    also: [
      { change: { [entry]: "k === label ? 1 : by / K" } },
      { change: { [entry]: "(k === label ? 1 : 0) + by / K" } },
      { change: { [entry]: "k === label ? 1 - by : by" } },
    ],
  },
  {
    name: "share-reversed",
    does: "gives the label the share by and the doubt the rest",
    belief: "`by` is the share of doubt: 0 leaves the label as certain as it was.",
    hint: "What does your code give for by = 0?",
    change: { [entry]: "(k === label ? by : 0) + (1 - by) / K" },
  },
  {
    name: "classes-from-one",
    does: "counts classes from 1",
    belief: "Class numbers are positions in the row, which begin with 0.",
    hint: "Which entry is raised for the label 0?",
    change: { [entry]: "(k === label - 1 ? 1 - by : 0) + by / K" },
  },
  {
    name: "inputs-unchecked",
    does: "goes on with a class or a share that cannot be",
    belief: "A label 3 of 3 classes raises no entry at all: the row quietly stops summing to 1.",
    hint: "What is your row for label 3 of three classes?",
    change: { [classes]: "if (false)", [share]: "if (false)" },
    also: [
      { change: { [classes]: "if (false)" } },
      { change: { [share]: "if (false)" } },
      { change: { "Number.isInteger(label) && ": "" } },
      { change: { [share]: "if (by < 0 || by > 1)" } },
    ],
  },
  {
    name: "gap-of-two-classes",
    does: "computes the gap as if there were two classes, from by and 1 − by",
    belief:
      "The softmax has to equal the target: the gap is the logarithm of the label's weight over another one's, and both depend on K.",
    hint: "Put your gap into a softmax of four scores. Is the result the smoothed target?",
    change: { [gap]: "Math.log((1 - by) / by)" },
    also: [
      { change: { [gap]: "Math.log((1 - by) / (by / K))" } },
      { change: { [gap]: "Math.log(((1 - by) * (K - 1)) / by)" } },
    ],
  },
  {
    name: "gap-without-logarithm",
    does: "returns a ratio or a difference of probabilities as the gap",
    belief: "Softmax turns differences of scores into ratios of probabilities: the score is the logarithm.",
    hint: "A gap of 1 between two scores makes which ratio of their probabilities?",
    change: { [gap]: "label / other" },
    also: [{ change: { [gap]: "label - other" } }],
  },
  {
    name: "softmax-for-sets",
    does: "lets the labels compete in one softmax",
    belief:
      "Softmax makes probabilities that sum to 1, so two true labels could reach a half each at best, and an empty set has no answer.",
    hint: "Two labels are true and both scores are 1000. What should the loss be?",
    change: {
      [question]:
        "targets[i][k] === 1 ? posWeight[k] * (Math.log(row.reduce((s, v) => s + Math.exp(v - Math.max(...row)), 0)) + Math.max(...row) - z) : 0",
    },
    also: [
      {
        change: {
          [question]:
            "targets[i][k] === 1 ? posWeight[k] * (Math.log(row.reduce((s, v) => s + Math.exp(v - Math.max(...row)), 0)) + Math.max(...row) - z) : 0",
          [mean]: "return losses.reduce((sum, loss) => sum + loss, 0) / logits.length;",
        },
      },
      {
        change: {
          [question]:
            "targets[i][k] === 1 ? Math.log(row.reduce((s, v) => s + Math.exp(v - Math.max(...row)), 0)) + Math.max(...row) - z : 0",
          [mean]: "return losses.reduce((sum, loss) => sum + loss, 0) / logits.length;",
        },
      },
    ],
  },
  {
    name: "false-alarms-free",
    does: "leaves out the entries whose target is 0",
    belief: "A label that is not true was answered too: without the second term every score would go to +∞.",
    hint: "What does your loss say of a score of 1000 for a label that is not there?",
    change: { [question]: "targets[i][k] === 1 ? posWeight[k] * softplus(-z) : 0" },
    also: [
      {
        change: {
          [question]: "targets[i][k] === 1 ? posWeight[k] * softplus(-z) : 0",
          [mean]:
            "return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, targets.flat().filter((t) => t === 1).length);",
        },
      },
    ],
  },
  {
    name: "rows-without-labels-skipped",
    does: "leaves out rows that have no label",
    belief: "K times no is an answer: a row without labels teaches where not to raise an alarm.",
    hint: "Batch of two rows, one without labels: by how many entries do you divide?",
    change: {
      "const losses = logits.flatMap((row, i) =>":
        "const losses = logits.flatMap((row, i) => !targets[i].includes(1) ? [] :",
      [mean]: "return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, losses.length);",
    },
    also: [
      {
        change: {
          "const losses = logits.flatMap((row, i) =>":
            "const losses = logits.flatMap((row, i) => !targets[i].includes(1) ? row.map(() => 0) :",
        },
      },
    ],
  },
  {
    name: "weight-on-everything",
    does: "weighs both terms, the yes and the no",
    belief: "posWeight makes up for labels that are rarely true: it weighs only the entries where the answer is yes.",
    hint: "If all targets are 0, should posWeight change the loss?",
    change: { [question]: "posWeight[k] * (targets[i][k] === 1 ? softplus(-z) : softplus(z))" },
    also: [{ change: { [question]: "targets[i][k] === 1 ? softplus(-z) : posWeight[k] * softplus(z)" } }],
  },
  {
    name: "weight-ignored",
    does: "forgets the weights",
    belief: "A label that is true once in a hundred rows would hardly be learned without its weight.",
    hint: "Where does posWeight stand in your formula?",
    change: { "posWeight[k] * softplus(-z)": "softplus(-z)" },
    also: [
      { change: { "posWeight[k] * softplus(-z)": "posWeight[0] * softplus(-z)" } },
      { change: { "posWeight[k] * softplus(-z)": "(posWeight[i] ?? NaN) * softplus(-z)" } },
    ],
  },
  {
    name: "weights-divided-out",
    does: "divides by the sum of the weights",
    belief: "The contract's mean counts entries, each once: a larger weight makes the loss larger.",
    hint: "Double all weights of a batch that is all yes. Should the loss double?",
    change: {
      [mean]:
        "const all = targets.flatMap((row) => row.map((t, k) => (t === 1 ? posWeight[k] : 1)));\n  return losses.reduce((sum, loss) => sum + loss, 0) / all.reduce((sum, w) => sum + w, 0);",
    },
  },
  {
    name: "sum-over-labels",
    does: "averages over the rows only and adds up the labels of a row",
    belief: "The contract's mean is over all B · K entries, so that the loss does not grow with the number of labels.",
    hint: "All scores 0, all weights 1: is your loss ln 2 for any K?",
    change: { [mean]: "return losses.reduce((sum, loss) => sum + loss, 0) / logits.length;" },
    also: [
      { change: { [mean]: "return losses.reduce((sum, loss) => sum + loss, 0);" } },
      { change: { [mean]: "return losses.reduce((sum, loss) => sum + loss, 0) / posWeight.length;" } },
    ],
  },
  {
    name: "log-of-sigmoid",
    does: "computes the sigmoid first and takes its logarithm",
    belief: "σ(−1000) is 0 and σ(40) is 1 in floating point: ln 0 is −∞. ln(1 + eˣ) never gets there.",
    hint: "What is 1 - 1 / (1 + Math.exp(-40))?",
    change: { [stable]: "-Math.log(1 - 1 / (1 + Math.exp(-x)))" },
    also: [
      {
        change: {
          [question]:
            "targets[i][k] === 1 ? -posWeight[k] * Math.log(1 / (1 + Math.exp(-z))) : -Math.log(1 - 1 / (1 + Math.exp(-z)))",
        },
      },
      {
        change: {
          [question]:
            "-posWeight[k] * targets[i][k] * Math.log(1 / (1 + Math.exp(-z))) - (1 - targets[i][k]) * Math.log(1 - 1 / (1 + Math.exp(-z)))",
        },
      },
      { change: { [stable]: "-Math.log(1 / (1 + Math.exp(x)))" } },
      { change: { [stable]: "Math.log(1 + Math.exp(x))" } },
    ],
  },
  {
    name: "epsilon-inside-the-log",
    does: "adds a small number inside the logarithm, or clips the probability",
    belief: "That limits the loss of a badly wrong answer to some 20 or 30; from the score it can be computed exactly.",
    hint: "How large can your loss become?",
    change: { [stable]: "-Math.log(1 / (1 + Math.exp(x)) + 1e-12)" },
    also: ["1e-7", "1e-8", "1e-9", "1e-10", "1e-12", "1e-15", "1e-16"].flatMap((eps) => [
      { change: { [stable]: `-Math.log(Math.max(1 / (1 + Math.exp(x)), ${eps}))` } },
      { change: { [stable]: `-Math.log(1 / (1 + Math.exp(x)) + ${eps})` } },
    ]),
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "const sum = row.reduce((total, t) => total + t, 0);  ⇒  const sum = row.reduce((total, t) => total + t);":
    "a row has at least one entry, and the sum may begin with it",
  "return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;  ⇒  return losses.reduce((sum, loss) => sum + loss) / losses.length;":
    "there is at least one loss, and the sum may begin with it",
  "Math.abs(sum - 1) <= 1e-6  ⇒  Math.abs(sum - 1) < 1e-6": "no sum of floats misses 1 by exactly 10⁻⁶",
};
