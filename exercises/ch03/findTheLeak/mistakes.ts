import type { Mistake } from "@termwise/check";

const copies = "test.some((row) => train.some((known) => near(row, known)))";
const honest = "train.reduce((sum, row) => sum + row[c], 0) / train.length";
const statistics = "mean.some((m, c) => Math.abs(m - honest[c]) > 1e-6)";
const label = "mean.some((_, c) => same(column(c), labels))";
const both = "pairs.size === new Set(values).size && pairs.size === new Set(labels).size";
const list = '(["copies", "statistics", "label"] as const).filter((leak) => found[leak])';

const near = "a.every((x, c) => Math.abs(x - b[c]) <= 0.01)";
const shares = (tol: number): string =>
  `[...new Set(trainLabels)].every((l) => Math.abs(trainLabels.filter((x) => x === l).length / trainLabels.length - testLabels.filter((x) => x === l).length / testLabels.length) < ${tol})`;

const mistakes: Mistake[] = [
  {
    name: "exact-copies-only",
    does: "finds only rows that are equal to the last digit",
    belief: "A picture saved twice, or a text with another comma, is the same example with other numbers.",
    hint: "Move every feature of a training row by 0.005. Is it a new example?",
    change: { "<= 0.01": "=== 0" },
    also: ["< 1e-9", "< 1e-6", "< 0.001", "< 0.0001", "<= Number.EPSILON"].map((close) => ({
      change: { "<= 0.01": close },
    })),
  },
  {
    name: "copies-within-a-part",
    does: "takes copies inside one part for a leak",
    belief:
      "A row that stands twice in training is learned twice; the test learns nothing from it. Only a copy across the split leaks.",
    hint: "Which two lists have to be compared with each other?",
    change: {
      [copies]: "[...train, ...test].some((row, i, all) => all.some((known, j) => i !== j && near(row, known)))",
    },
    also: [
      "train.some((row, i) => train.some((known, j) => i !== j && near(row, known)))",
      "test.some((row, i) => test.some((known, j) => i !== j && near(row, known)))",
      "test.some((row) => train.some((known) => near(row, known))) || train.some((row, i) => train.some((known, j) => i !== j && near(row, known)))",
      "test.some((row) => train.some((known) => near(row, known))) || test.some((row, i) => test.some((known, j) => i !== j && near(row, known)))",
    ].map((compared) => ({ change: { [copies]: compared } })),
  },
  {
    name: "one-feature-is-enough",
    does: "takes a row for a copy when one feature agrees",
    belief: "Two examples share single values all the time; a copy agrees in every feature.",
    hint: "Is every row with the same first feature a copy?",
    change: { "a.every((x, c)": "a.some((x, c)" },
    also: [{ change: { [near]: "Math.abs(a[0] - b[0]) <= 0.01" } }],
  },
  {
    name: "stratification-blamed",
    does: "takes equal shares of the classes in both parts for a leak",
    belief:
      "A stratified split uses the labels to share out rows, not to predict them: nothing of the test reaches training.",
    hint: "Does knowing that a tenth of the test is class 3 tell which rows?",
    change: { [statistics]: `${statistics} || ${shares(0.2)}` },
    also: [0.2, 0.1, 0.05, 0.01, 1e-6, 1e-9].flatMap((tol) =>
      [statistics, copies, label].map((what) => ({ change: { [what]: `${what} || ${shares(tol)}` } })),
    ),
  },
  {
    name: "mean-of-all-expected",
    does: "expects the mean of all rows",
    belief: "The test stands for rows that do not exist yet: they cannot take part in a mean.",
    hint: "Which rows may be looked at before the test?",
    change: { [honest]: "[...train, ...test].reduce((sum, row) => sum + row[c], 0) / (train.length + test.length)" },
  },
  {
    name: "only-the-mean-of-all",
    does: "finds only a mean over all rows, not other wrong ones",
    belief:
      "Any mean that is not that of the training rows has learned from something else, whether all rows or the test alone.",
    hint: "What if the test rows were scaled by their own mean?",
    change: {
      [statistics]:
        "mean.some((m, c) => Math.abs(m - honest[c]) > 1e-6) && mean.every((m, c) => Math.abs(m - [...train, ...test].reduce((s, row) => s + row[c], 0) / (train.length + test.length)) <= 1e-6)",
    },
  },
  {
    name: "every-column-needed",
    does: "calls a mean wrong only if it is wrong in every feature",
    belief: "One feature with a foreign mean is enough to leak.",
    hint: "some or every?",
    change: { "mean.some((m, c)": "mean.every((m, c)" },
    also: [{ change: { [statistics]: "Math.abs(mean[0] - honest[0]) > 1e-6" } }],
  },
  {
    name: "training-rows-only",
    does: "looks for a feature that is the label in the training rows only",
    belief:
      "What agrees by chance in a few training rows is a good feature, not a leak: the contract asks for both parts.",
    hint: "Does the feature still agree in the test?",
    change: {
      "const rows = [...train, ...test];": "const rows = train;",
      "const labels = [...trainLabels, ...testLabels];": "const labels = trainLabels;",
    },
  },
  {
    name: "equal-to-the-label",
    does: "looks for a feature that is equal to the label",
    belief: "A leak rarely has the same numbers: 5 for one class and 7 for the other gives as much away as 0 and 1.",
    hint: "Multiply such a feature by 2 and add 3. Is it harmless now?",
    change: { [both]: "values.every((v, i) => v === labels[i])" },
  },
  {
    name: "one-way-only",
    does: "asks only that equal values have equal labels",
    belief:
      "A feature that is different in every row passes that test too: an identity number says nothing about new rows.",
    hint: "What does your test say of a feature with a different value in each row?",
    change: { [both]: "pairs.size === new Set(values).size" },
    also: [{ change: { [both]: "pairs.size === new Set(labels).size" } }],
  },
  {
    name: "first-leak-only",
    does: "stops at the first leak",
    belief: "An experiment may leak in several ways; mending one of them does not make it honest.",
    hint: "Can your function return two leaks?",
    change: { [list]: `${list}.slice(0, 1)` },
    also: [{ change: { [list]: `${list}.slice(-1)` } }],
  },
  {
    name: "optimism-reversed",
    does: "subtracts the leaky accuracy from the honest one",
    belief: "Optimism is what is promised beyond the truth: leaky minus honest.",
    hint: "Is a leak's optimism positive in your code?",
    change: { "accuracy(leaky) - accuracy(honest)": "accuracy(honest) - accuracy(leaky)" },
  },
  {
    name: "counts-compared",
    does: "compares how many rows were right instead of which share",
    belief: "The two tests may have different numbers of rows: accuracy is a share.",
    hint: "3 of 4 against 1 of 2: is that 2 or 0.25?",
    change: { "right.filter((r) => r).length / right.length": "right.filter((r) => r).length" },
    also: [
      ["leaky.filter((r) => r).length / leaky.length - honest.filter((r) => r).length / leaky.length"],
      ["leaky.filter((r) => r).length / honest.length - honest.filter((r) => r).length / honest.length"],
    ].map(([share]) => ({ change: { "accuracy(leaky) - accuracy(honest)": share } })),
  },
  {
    name: "relative",
    does: "divides by the honest accuracy",
    belief: "The contract asks for a difference of accuracies; a ratio says how many times as good it looked.",
    hint: "Read the last line of the contract.",
    change: { "accuracy(leaky) - accuracy(honest)": "(accuracy(leaky) - accuracy(honest)) / accuracy(honest)" },
    also: [
      "accuracy(leaky) / accuracy(honest)",
      "(accuracy(leaky) - accuracy(honest)) / accuracy(leaky)",
      "(accuracy(leaky) - accuracy(honest)) / (1 - accuracy(honest))",
    ].map((ratio) => ({ change: { "accuracy(leaky) - accuracy(honest)": ratio } })),
  },
];
export default mistakes;

const atTheLimit = "no difference of floats is exactly at the limit";
/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "const near = (a: readonly number[], b: readonly number[]): boolean => a.every((x, c) => Math.abs(x - b[c]) <= 0.01);  ⇒  const near = (a: readonly number[], b: readonly number[]): boolean => a.every((x, c) => Math.abs(x - b[c]) < 0.01);":
    atTheLimit,
  "const copies = test.some((row) => train.some((known) => near(row, known)));  ⇒  const copies = test.some((row) => train.some((known) => near(known, row)));":
    "nearness is mutual",
  "const statistics = mean.some((m, c) => Math.abs(m - honest[c]) > 1e-6);  ⇒  const statistics = mean.some((m, c) => Math.abs(m - honest[c]) >= 1e-6);":
    atTheLimit,
  "const label = mean.some((_, c) => same(column(c), labels));  ⇒  const label = mean.some((_, c) => same(labels, column(c)));":
    "one-to-one is mutual",
};
