import type { Mistake } from "@termwise/check";

const binary = "return scores.reduce((sum, s, i) => sum + Math.max(0, 1 - labels[i] * s), 0) / scores.length;";
const value = "Math.max(0, 1 - labels[i] * s)";
const slope = "1 - labels[i] * s > 0 ? -labels[i] / scores.length : 0";
const losses = "row.reduce((sum, s, j) => sum + Math.max(0, term(row, s, j, labels[i])), 0)";
const multi = "return losses.reduce((sum, loss) => sum + loss, 0) / rows.length;";
const rivals = "term(row, s, j, labels[i]) > 0 ? 1 / rows.length : 0";
const right = "slopes[labels[i]] = -slopes.reduce((sum, slope) => sum + slope, 0);";
const term = "return j === y ? 0 : 1 + s - row[y];";
const counts = "if (given.length === 0 || given.length !== labels.length)";
const odd = "const odd = labels.find((y, i) => !fits(y, i));";

const mistakes: Mistake[] = [
  {
    name: "zero-one-labels",
    does: "accepts 0 and 1 as the labels of two classes",
    belief:
      "With y = 0 the term 1 − y·s is always 1: such an example costs the same whatever its score, and teaches nothing.",
    hint: "What is the loss of an example with label 0 and score −5?",
    change: { [odd]: "const odd = labels.find((y, i) => y !== 0 && !fits(y, i));" },
    also: [
      {
        change: {
          [odd]: "const odd = labels.find((y, i) => y !== 0 && !fits(y, i));",
          [value]: "Math.max(0, 1 - (labels[i] === 0 ? -1 : labels[i]) * s)",
          [slope]:
            "1 - (labels[i] === 0 ? -1 : labels[i]) * s > 0 ? -(labels[i] === 0 ? -1 : labels[i]) / scores.length : 0",
        },
      },
    ],
  },
  {
    name: "labels-unchecked",
    does: "goes on with any label",
    belief: "A label 2 would double the margin, and a class that is not there gives NaN, or no loss at all.",
    hint: "What does your code say of label 4 when there are four classes?",
    change: { [odd]: "const odd = labels.find((y, i) => labels.length < 0 && !fits(y, i));" },
    also: [
      {
        change: {
          "check(rows, labels, (y, i) => rows[i][y] !== undefined);\n  const losses":
            "check(rows, labels, () => true);\n  const losses",
          "check(rows, labels, (y, i) => rows[i][y] !== undefined);\n  return rows":
            "check(rows, labels, () => true);\n  return rows",
        },
      },
      {
        change: {
          "check(rows, labels, (y, i) => rows[i][y] !== undefined);\n  const losses":
            "check(rows, labels, (y, i) => y < rows[i].length);\n  const losses",
          "check(rows, labels, (y, i) => rows[i][y] !== undefined);\n  return rows":
            "check(rows, labels, (y, i) => y < rows[i].length);\n  return rows",
        },
      },
      {
        change: {
          "check(scores, labels, (y) => y === 1 || y === -1);\n  return scores.reduce":
            "check(scores, labels, () => true);\n  return scores.reduce",
          "check(scores, labels, (y) => y === 1 || y === -1);\n  return scores.map":
            "check(scores, labels, () => true);\n  return scores.map",
        },
      },
    ],
  },
  {
    name: "counts-unchecked",
    does: "does not compare how many scores and labels there are",
    belief: "A missing label is undefined and makes NaN; an extra one shows that something is out of step.",
    hint: "What is your loss of no examples?",
    change: { [counts]: "if (false)" },
    also: [{ change: { "given.length === 0 || ": "" } }, { change: { " || given.length !== labels.length": "" } }],
  },
  {
    name: "right-class-among-the-rivals",
    does: "lets the right class take part in the sum",
    belief: "For j = y the term is 1 + s_y − s_y = 1, whatever the scores: it only adds 1 to every row.",
    hint: "What is your loss of [[5, 0, 0]] with label 0?",
    change: { [term]: "return 1 + s - row[y] + 0 * j;" },
    also: [
      { change: { [losses]: `1 + ${losses}` } },
      {
        change: {
          [term]: "return 1 + s - row[y] + 0 * j;",
          [right]: "slopes[labels[i]] -= slopes.reduce((sum, slope) => sum + slope, 0);",
        },
      },
    ],
  },
  {
    name: "squared",
    does: "squares the terms",
    belief: "The squared hinge is smooth and punishes large errors much more; the hinge itself is straight.",
    hint: "Is the loss of score −3 for label 1 four or sixteen?",
    change: {
      [value]: `${value} ** 2`,
      "Math.max(0, term(row, s, j, labels[i]))": "Math.max(0, term(row, s, j, labels[i])) ** 2",
    },
    also: [
      {
        change: {
          [value]: `${value} ** 2`,
          "Math.max(0, term(row, s, j, labels[i]))": "Math.max(0, term(row, s, j, labels[i])) ** 2",
          [slope]: "1 - labels[i] * s > 0 ? (-2 * labels[i] * (1 - labels[i] * s)) / scores.length : 0",
          [rivals]: "(2 * Math.max(0, term(row, s, j, labels[i]))) / rows.length",
        },
      },
      { change: { [value]: `${value} ** 2` } },
    ],
  },
  {
    name: "no-margin",
    does: "asks only that the answer is right, without a margin",
    belief: "max(0, −y·s) is 0 as soon as the sign is right; the hinge goes on until the answer wins by 1.",
    hint: "What is the loss of score 0.25 for label 1?",
    change: {
      [value]: "Math.max(0, -labels[i] * s)",
      [slope]: "-labels[i] * s > 0 ? -labels[i] / scores.length : 0",
      [term]: "return j === y ? 0 : s - row[y];",
    },
    also: [
      {
        change: {
          [value]: "Math.max(0, -labels[i] * s)",
          [slope]: "-labels[i] * s > 0 ? -labels[i] / scores.length : 0",
        },
      },
      { change: { [term]: "return j === y ? 0 : s - row[y];" } },
    ],
  },
  {
    name: "strongest-rival-only",
    does: "counts only the strongest rival",
    belief: "That is another hinge loss for many classes; here every rival that is too close is counted.",
    hint: "Two rivals are within the margin. How many terms has your loss?",
    change: { [losses]: "Math.max(0, ...row.map((s, j) => term(row, s, j, labels[i])))" },
    also: [
      {
        change: {
          [losses]: "Math.max(0, ...row.map((s, j) => term(row, s, j, labels[i])))",
          [rivals]:
            "term(row, s, j, labels[i]) > 0 && j === row.findIndex((v, k) => k !== labels[i] && v === Math.max(...row.filter((_, m) => m !== labels[i]))) ? 1 / rows.length : 0",
        },
      },
    ],
  },
  {
    name: "negative-terms-kept",
    does: "leaves out the maximum with 0",
    belief: "A rival that is far behind earns nothing: without the maximum it would make up for one that is too close.",
    hint: "Can your loss be negative?",
    change: { [value]: "(1 - labels[i] * s)", "Math.max(0, term(row, s, j, labels[i]))": "term(row, s, j, labels[i])" },
    also: [
      { change: { [value]: "(1 - labels[i] * s)" } },
      { change: { "Math.max(0, term(row, s, j, labels[i]))": "term(row, s, j, labels[i])" } },
      {
        change: {
          [binary]: "return Math.max(0, scores.reduce((sum, s, i) => sum + 1 - labels[i] * s, 0) / scores.length);",
          [losses]: "Math.max(0, row.reduce((sum, s, j) => sum + term(row, s, j, labels[i]), 0))",
        },
      },
    ],
  },
  {
    name: "capped-at-one",
    does: "counts wrong answers, or stops the loss at 1",
    belief: "The hinge grows with the distance on the wrong side: that is what its slope follows.",
    hint: "Is a score of −1000 for label 1 worse than one of −1?",
    change: {
      [value]: "Math.min(1, Math.max(0, 1 - labels[i] * s))",
      "Math.max(0, term(row, s, j, labels[i]))": "Math.min(1, Math.max(0, term(row, s, j, labels[i])))",
    },
    also: [
      {
        change: {
          [value]: "(labels[i] * s < 1 ? 1 : 0)",
          "Math.max(0, term(row, s, j, labels[i]))": "(term(row, s, j, labels[i]) > 0 ? 1 : 0)",
        },
      },
      { change: { [value]: "(labels[i] * s <= 0 ? 1 : 0)" } },
    ],
  },
  {
    name: "logistic",
    does: "computes the logistic loss ln(1 + e^(−y·s))",
    belief: "That one never becomes 0 and has no kink. The hinge is exactly 0 beyond the margin.",
    hint: "What is your loss at y·s = 2?",
    change: { [value]: "Math.log1p(Math.exp(-labels[i] * s))" },
    also: [
      {
        change: {
          [value]: "Math.log1p(Math.exp(-labels[i] * s))",
          [slope]: "1 - 1 > 0 ? 0 : -labels[i] / (1 + Math.exp(labels[i] * s)) / scores.length",
        },
      },
    ],
  },
  {
    name: "slope-at-the-kink",
    does: "takes the slope of the wrong side at the kink",
    belief: "At exactly the margin there is nothing left to gain; the contract takes 0.",
    hint: "> or ≥?",
    change: {
      "1 - labels[i] * s > 0 ? -labels": "1 - labels[i] * s >= 0 ? -labels",
      [rivals]: "j !== labels[i] && term(row, s, j, labels[i]) >= 0 ? 1 / rows.length : 0",
    },
    also: [
      { change: { "1 - labels[i] * s > 0 ? -labels": "1 - labels[i] * s >= 0 ? -labels" } },
      { change: { [rivals]: "j !== labels[i] && term(row, s, j, labels[i]) >= 0 ? 1 / rows.length : 0" } },
      {
        change: {
          [slope]:
            "1 - labels[i] * s === 0 ? -labels[i] / 2 / scores.length : 1 - labels[i] * s > 0 ? -labels[i] / scores.length : 0",
          [rivals]:
            "j !== labels[i] && term(row, s, j, labels[i]) === 0 ? 0.5 / rows.length : term(row, s, j, labels[i]) > 0 ? 1 / rows.length : 0",
        },
      },
    ],
  },
  {
    name: "gradient-reversed",
    does: "turns the sign of the slopes",
    belief: "For label 1 a higher score lowers the loss: its slope is −1 inside the margin.",
    hint: "Label 1, score 0: should the score rise or fall?",
    change: {
      "-labels[i] / scores.length": "labels[i] / scores.length",
      "1 / rows.length : 0": "-1 / rows.length : 0",
    },
    also: [
      { change: { "-labels[i] / scores.length": "labels[i] / scores.length" } },
      { change: { "1 / rows.length : 0": "-1 / rows.length : 0" } },
    ],
  },
  {
    name: "label-forgotten-in-the-slope",
    does: "gives every example inside the margin the same slope, whatever its label",
    belief: "For label −1 the score has to fall: the slope of 1 − y·s is −y.",
    hint: "Which way should the score of a negative example move?",
    change: { "-labels[i] / scores.length": "-1 / scores.length" },
    also: [
      { change: { "-labels[i] / scores.length": "1 / scores.length" } },
      { change: { "-labels[i] / scores.length": "(-labels[i] * s) / scores.length" } },
    ],
  },
  {
    name: "slope-beyond-the-margin",
    does: "gives examples beyond the margin a slope too",
    belief: "Where the loss is 0 it is flat: nothing pulls there. That is why only few examples decide.",
    hint: "Move a score of 5 for label 1 a little. Does the loss change?",
    change: {
      [slope]: "scores[i] === s ? -labels[i] / scores.length : 0",
      [rivals]: "j === labels[i] ? 0 * s : 1 / rows.length",
    },
    also: [
      { change: { [slope]: "scores[i] === s ? -labels[i] / scores.length : 0" } },
      { change: { [rivals]: "j === labels[i] ? 0 * s : 1 / rows.length" } },
    ],
  },
  {
    name: "one-pull-at-the-right-class",
    does: "gives the right class the slope −1 however many rivals are too close",
    belief: "s_y stands in the term of each rival: their slopes add up.",
    hint: "Do the slopes of a row sum to 0 in your code?",
    change: { [right]: "slopes[labels[i]] = slopes.some((slope) => slope > 0) ? -1 / rows.length : 0;" },
    also: [{ change: { [right]: "slopes[labels[i]] = -1 / rows.length;" } }],
  },
  {
    name: "right-class-not-pulled",
    does: "gives the right class no slope",
    belief: "Raising s_y brings it away from all rivals at once; it has the largest slope of all.",
    hint: "Which scores appear in 1 + s_j − s_y?",
    change: { [right]: "" },
  },
  {
    name: "sum-instead-of-mean",
    does: "adds up the examples instead of averaging them",
    belief: "The result is a mean over the examples, and so are its slopes.",
    hint: "Give every example twice. Does anything change?",
    change: {
      [binary]: "return scores.reduce((sum, s, i) => sum + Math.max(0, 1 - labels[i] * s), 0);",
      [multi]: "return losses.reduce((sum, loss) => sum + loss, 0);",
    },
    also: [
      {
        change: {
          [binary]: "return scores.reduce((sum, s, i) => sum + Math.max(0, 1 - labels[i] * s), 0);",
          [multi]: "return losses.reduce((sum, loss) => sum + loss, 0);",
          "-labels[i] / scores.length": "-labels[i]",
          "1 / rows.length : 0": "1 : 0",
        },
      },
      { change: { "-labels[i] / scores.length": "-labels[i]", "1 / rows.length : 0": "1 : 0" } },
      { change: { [multi]: "return losses.reduce((sum, loss) => sum + loss, 0);" } },
    ],
  },
  {
    name: "mean-over-classes",
    does: "averages over the classes, or the rivals, as well",
    belief: "Within a row the terms are added; only the rows are averaged.",
    hint: "Four equal scores: is your loss 3?",
    change: { [multi]: "return losses.reduce((sum, loss) => sum + loss, 0) / rows.length / rows[0].length;" },
    also: [
      {
        change: {
          [multi]: "return losses.reduce((sum, loss) => sum + loss, 0) / rows.length / rows[0].length;",
          "1 / rows.length : 0": "1 / rows.length / row.length : 0",
        },
      },
      {
        change: {
          [multi]:
            "return losses.reduce((sum, loss) => sum + loss, 0) / rows.length / Math.max(1, rows[0].length - 1);",
        },
      },
    ],
  },
  {
    name: "rivals-ahead-rewarded",
    does: "subtracts the rival from the right class inside the maximum",
    belief: "A rival is too close when it is high: 1 + s_j − s_y, not 1 + s_y − s_j.",
    hint: "What is your loss of [[0, 5, 0]] with label 0?",
    change: { [term]: "return j === y ? 0 : 1 + row[y] - s;" },
    also: [
      { change: { [value]: "Math.max(0, 1 + labels[i] * s)", [term]: "return j === y ? 0 : 1 + row[y] - s;" } },
      { change: { [value]: "Math.max(0, 1 + labels[i] * s)" } },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return scores.reduce((sum, s, i) => sum + Math.max(0, 1 - labels[i] * s), 0) / scores.length;  ⇒  return scores.reduce((sum, s, i) => sum + Math.max(0, 1 - labels[i] * s), 0) / labels.length;":
    "there are as many labels as scores",
  "return losses.reduce((sum, loss) => sum + loss, 0) / rows.length;  ⇒  return losses.reduce((sum, loss) => sum + loss) / rows.length;":
    "there is at least one loss, and the sum may begin with it",
  "return losses.reduce((sum, loss) => sum + loss, 0) / rows.length;  ⇒  return losses.reduce((sum, loss) => sum + loss, 0) / labels.length;":
    "there are as many labels as rows",
  "slopes[labels[i]] = -slopes.reduce((sum, slope) => sum + slope, 0);  ⇒  slopes[labels[i]] = -slopes.reduce((sum, slope) => sum + slope);":
    "a row has at least one score, and the sum may begin with it",
  "given.length  ⇒  labels.length": "with other numbers of labels it is an error anyway",
};
