import type { Mistake } from "@termwise/check";

const order = "sort((a, b) => distance[a] - distance[b])";
const square = "(x - query[c]) ** 2";
const guard =
  "if (!(k >= 1 && k <= rows.length)) throw new Error(`knnClassify: k = ${k}, but there are ${rows.length} rows`);";
const winner = "labels[nearest.find((row) => votes.get(labels[row]) === most)!]";
const others = "rows.filter((_, j) => j !== i)";
const theirs = "labels.filter((_, j) => j !== i)";

const asked = "return knnClassify(others, theirs, row, k) === labels[i];";
/** Asks all rows, the one that is left out as well, for another number of neighbours, with its own check of k or without. */
const asksAll = (k: string, check: string) => ({
  change: {
    "const right = rows.filter((row, i) => {": `${check}\n  const right = rows.filter((row, i) => {`,
    [asked]: `return knnClassify(rows.length < 0 ? others : rows, theirs.length < 0 ? theirs : labels, row, ${k}) === labels[i];`,
  },
});
const checkedBefore =
  "if (!(k >= 1 && k <= rows.length - 1)) throw new Error(`leaveOneOut: k = ${k}, but there are ${rows.length - 1} other rows`);";
const impossible = "!(k >= 1 && k <= rows.length)";

const mistakes: Mistake[] = [
  {
    name: "sorted-as-text",
    does: "sorts the distances as text",
    belief: 'sort() without a comparison orders words, and "100" comes before "9".',
    hint: "What is [9, 100].sort()?",
    change: {
      [order]:
        "sort((a, b) => (String(distance[a]) < String(distance[b]) ? -1 : String(distance[a]) > String(distance[b]) ? 1 : 0))",
    },
    also: [
      {
        change: {
          "** 2, 0)": "** 2, 0) ** 0.5",
          [order]:
            "sort((a, b) => (String(distance[a]) < String(distance[b]) ? -1 : String(distance[a]) > String(distance[b]) ? 1 : 0))",
        },
      },
    ],
  },
  {
    name: "farthest",
    does: "asks the farthest rows instead of the nearest",
    belief: "A small distance means similar: the neighbours are at the beginning of the sorted list.",
    hint: "Classify a row of the data itself with k = 1.",
    change: { [order]: "sort((a, b) => distance[b] - distance[a])" },
    also: [{ change: { [`${order}.slice(0, k)`]: `${order}.slice(-k)` } }],
  },
  {
    name: "votes-for-itself",
    does: "lets the row that is left out vote for itself",
    belief: "A row is its own nearest neighbour, at distance 0: unless it is taken away, k = 1 is always right.",
    hint: "What is leaveOneOut with k = 1 in your code? Always 1?",
    change: { [others]: "rows.filter((_, j) => j >= 0)", [theirs]: "labels.filter((_, j) => j >= 0)" },
    also: [
      asksAll("k", checkedBefore),
      asksAll("k + 1", ""),
      asksAll("k + 1", checkedBefore),
      asksAll("Math.min(k + 1, rows.length)", ""),
    ],
  },
  {
    name: "labels-out-of-step",
    does: "takes the row away but not its label",
    belief: "Rows and labels go together by number: taking one row away moves all later numbers.",
    hint: "How long are the two lists that you pass on?",
    change: { [theirs]: "labels.filter((_, j) => j >= 0)" },
    also: [{ change: { [others]: "rows.filter((_, j) => j >= 0)" } }],
  },
  {
    name: "tie-to-smaller-label",
    does: "gives tied votes to the smaller label",
    belief: "Which number a class has says nothing about the query; the nearer neighbour does.",
    hint: "Read the second point of the contract.",
    change: { [winner]: "Math.min(...[...votes].filter(([, n]) => n === most).map(([label]) => label))" },
  },
  {
    name: "tie-to-larger-label",
    does: "gives tied votes to the larger label",
    belief: "A larger number is no better a class: the nearer neighbour decides.",
    hint: "Rename the classes 1 and 2 to 2 and 1. Should the answer change?",
    change: { [winner]: "Math.max(...[...votes].filter(([, n]) => n === most).map(([label]) => label))" },
  },
  {
    name: "tie-to-the-last",
    does: "gives tied votes to the class met last",
    belief: "Walking from near to far, the first class that has the most votes has the nearer neighbour.",
    hint: "Is your comparison of votes > or ≥?",
    change: { [winner]: "[...votes].reduce((best, v) => (v[1] >= best[1] ? v : best), [0, 0])[0]" },
    also: [{ change: { "nearest.find(": "nearest.findLast(" } }],
  },
  {
    name: "tie-to-the-nearest-of-all",
    does: "settles a tie by the nearest neighbour of all, tied or not",
    belief:
      "Only the labels that have most votes are in the running; the nearest row of another label has lost already.",
    hint: "Five neighbours, from near to far, have the labels A, B, C, C, B. Who wins?",
    change: {
      [winner]:
        "[...votes.values()].filter((n) => n === most).length > 1 ? labels[nearest[0]] : labels[nearest.find((row) => votes.get(labels[row]) === most)!]",
    },
  },
  {
    name: "later-row-nearer",
    does: "takes the later of two rows at the same distance",
    belief: "Ties have to be settled somehow, so that the answer can be repeated: here by the lower row number.",
    hint: "Two rows at distance 1 from the query, k = 1: whose label?",
    change: { [order]: "sort((a, b) => distance[a] - distance[b] || b - a)" },
  },
  {
    name: "one-neighbour",
    does: "returns the label of the nearest row, whatever k is",
    belief: "k rows vote; the nearest one decides only when votes are tied.",
    hint: "Is k used after the check?",
    change: { [winner]: "labels[nearest[0]]" },
  },
  {
    name: "one-neighbour-too-many",
    does: "asks one row too many, or too few",
    belief: "slice(0, k) has k entries: the end is not included.",
    hint: "How many neighbours are there for k = 1?",
    change: { "slice(0, k)": "slice(0, k + 1)" },
    also: [
      { change: { "slice(0, k)": "slice(0, Math.max(1, k - 1))" } },
      { change: { "slice(0, k)": "slice(1, k + 1)" } },
      { change: { "slice(0, k)": "slice(0, k - 1)" } },
      { change: { "slice(0, k)": "slice(1, k)" } },
    ],
  },
  {
    name: "city-blocks",
    does: "adds the absolute differences",
    belief: "That is the L1 distance. The Euclidean distance adds the squares.",
    hint: "Which is nearer to [0, 0]: [3, 3] or [0, 5]?",
    change: { [square]: "Math.abs(x - query[c])" },
    also: [{ change: { [square]: "(x - query[c])" } }],
  },
  {
    name: "count-not-share",
    does: "returns how many rows came out right",
    belief: "Accuracy is a share: right answers divided by all.",
    hint: "Can your result be larger than 1?",
    change: { "right.length / rows.length": "right.length" },
    also: [
      { change: { "right.length / rows.length": "(100 * right.length) / rows.length" } },
      { change: { "right.length / rows.length": "1 - right.length / rows.length" } },
      { change: { "right.length / rows.length": "rows.length - right.length" } },
      { change: { "right.length / rows.length": "right.length / (rows.length - 1)" } },
    ],
  },
  {
    name: "no-guard",
    does: "goes on with a k that cannot be",
    belief: "With k = 0 nobody votes, and with k larger than the data everybody does: neither is what was asked for.",
    hint: "What should happen with k = 6 and five rows?",
    change: { [guard]: "" },
    also: [
      ...["!(k >= 1)", "k > rows.length", "k < 0 || k > rows.length", "!(k >= 1 && k <= rows.length + 1)"].map(
        (odd) => ({
          change: { [impossible]: odd },
        }),
      ),
      { change: { [guard]: "if (k > rows.length) k = rows.length;" } },
      { change: { [guard]: "k = Math.max(1, Math.min(k, rows.length));" } },
      { change: { [guard]: `if (${impossible}) return NaN;` } },
      { change: { [guard]: `if (${impossible}) throw new Error("impossible");` } },
    ],
  },
];
export default mistakes;

const asMany = "there are as many labels as rows";
/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "rows.length  ⇒  labels.length": asMany,
  "throw new Error(`knnClassify: k = ${k}, but there are ${rows.length} rows`);  ⇒  throw new Error(`knnClassify: k = ${k}, but there are ${labels.length} rows`);":
    asMany,
  "const nearest = [...rows.keys()].sort((a, b) => distance[a] - distance[b]).slice(0, k);  ⇒  const nearest = [...labels.keys()].sort((a, b) => distance[a] - distance[b]).slice(0, k);":
    asMany,
  "return right.length / rows.length;  ⇒  return right.length / labels.length;": asMany,
  "const distance = rows.map((row) => row.reduce((sum, x, c) => sum + (x - query[c]) ** 2, 0));  ⇒  const distance = rows.map((row) => row.reduce((sum, x, c) => sum + (x - query[c]) ** 2, 1));":
    "all distances grow by the same",
  "votes.set(labels[row], (votes.get(labels[row]) ?? 0) + 1);  ⇒  votes.set(labels[row], (votes.get(labels[row]) ?? 1) + 1);":
    "all votes grow by the same",
  "votes.set(labels[row], (votes.get(labels[row]) ?? 0) + 1);  ⇒  votes.set(labels[row], (votes.get(labels[row]) ?? 0) + 2);":
    "all votes double",
};
