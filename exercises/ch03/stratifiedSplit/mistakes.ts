import type { Mistake } from "@termwise/check";

const count = "Math.round(share * labels.filter((other) => other === label).length)";
const decide = "if (open > 0) test.push(row);";
const walk = "for (const row of order) {";

const end = "return { train, test };";
/** Keeps of the training rows of each class only as many as this. */
const shortened = (size: string, tested: string, walked = "train") => ({
  change: {
    [count]: `${tested}(share * labels.filter((other) => other === label).length)`,
    [end]: `const seen = new Map<number, number>();
  const kept = ${walked}.filter((row) => {
    const n = seen.get(labels[row]) ?? 0;
    seen.set(labels[row], n + 1);
    return n < ${size}((1 - share) * labels.filter((l) => l === labels[row]).length);
  });
  return { train: kept${walked === "train" ? "" : ".reverse()"}, test };`,
  },
});

const mistakes: Mistake[] = [
  {
    name: "not-stratified",
    does: "takes the first part of all rows, whatever their class",
    belief: "A share of all rows is not a share of each class: a rare class may be missing from the test altogether.",
    hint: "How many of your test rows are of the rarest class?",
    change: { [decide]: "if (test.length < Math.round(share * labels.length)) test.push(row);" },
    also: ["Math.floor(share * labels.length)", "Math.ceil(share * labels.length)", "share * labels.length"].map(
      (size) => ({
        change: { [decide]: `if (test.length < ${size}) test.push(row);` },
      }),
    ),
  },
  {
    name: "drawn-twice",
    does: "draws the two parts independently, so that they overlap",
    belief:
      "A row that is in both parts is tested on what was learned from it. One decision for each row cannot do that.",
    hint: "Is a row number in both of your lists?",
    change: {
      "return { train, test };":
        "const other = [...order].reverse().filter((row, k, rows) => {\n    const earlier = rows.slice(0, k).filter((r) => labels[r] === labels[row]).length;\n    return earlier < Math.round((1 - share) * labels.filter((l) => l === labels[row]).length);\n  });\n  return { train: other, test };",
    },
    also: [
      { change: { "else train.push(row);": "", "const train: number[] = [];": "const train: number[] = [...order];" } },
      {
        change: {
          [end]:
            "const other = order.filter((row, k, rows) => {\n    const earlier = rows.slice(0, k).filter((r) => labels[r] === labels[row]).length;\n    return earlier < Math.round((1 - share) * labels.filter((l) => l === labels[row]).length);\n  });\n  return { train: other, test };",
        },
      },
      {
        change: {
          [end]:
            "const other = order.filter((row, k, rows) => {\n    const earlier = rows.slice(0, k).filter((r) => labels[r] === labels[row]).length;\n    const n = labels.filter((l) => l === labels[row]).length;\n    return earlier < n - Math.round(share * n);\n  });\n  return { train: other, test };",
        },
      },
    ],
  },
  {
    name: "rows-lost",
    does: "rounds the sizes of both parts down and loses rows",
    belief: "Training gets what testing leaves. Two roundings of their own need not add up to all rows.",
    hint: "Count the rows of both lists together.",
    ...shortened("Math.floor", "Math.round"),
    also: [
      shortened("Math.floor", "Math.floor"),
      shortened("Math.round", "Math.floor"),
      shortened("Math.floor", "Math.round", "train.reverse()"), // the last ones of each class stay
      shortened("Math.floor", "Math.floor", "train.reverse()"),
    ],
  },
  {
    name: "unseeded",
    does: "shuffles by itself, with chance that nobody can repeat",
    belief: "All chance comes in through the order: with the same order the split must be the same.",
    hint: "Call it twice with the same arguments.",
    change: { [walk]: "for (const row of [...order].sort(() => Math.random() - 0.5)) {" },
  },
  {
    name: "order-ignored",
    does: "walks through the rows as they are stored",
    belief: "Rows are often stored sorted by class, by day, by writer. The shuffled order is there to break that.",
    hint: "Do you use order at all?",
    change: { [walk]: "for (const row of labels.keys()) {" },
  },
  {
    name: "parts-swapped",
    does: "gives the share to training",
    belief: "The share is the part that is tested.",
    hint: "share = 0.2: which list should be the shorter one?",
    change: { [decide]: "if (open <= 0) test.push(row);" },
    also: [
      { change: { [count]: "Math.round((1 - share) * labels.filter((other) => other === label).length)" } },
      {
        change: {
          "open > 0": "open <= 0",
          [count]: "Math.round((1 - share) * labels.filter((other) => other === label).length)",
        },
      },
    ],
  },
  {
    name: "rounded-down",
    does: "rounds the number of test rows down",
    belief: "The contract rounds to the nearest whole number, so that a small class is not left out.",
    hint: "share 0.25 of 2 rows: 0 or 1?",
    change: { [count]: "Math.floor(share * labels.filter((other) => other === label).length)" },
    also: [
      { change: { [count]: "Math.max(1, Math.floor(share * labels.filter((other) => other === label).length))" } },
    ],
  },
  {
    name: "rounded-up",
    does: "rounds the number of test rows up",
    belief: "The contract rounds to the nearest whole number.",
    hint: "share 0.25 of 5 rows: 1 or 2?",
    change: { [count]: "Math.ceil(share * labels.filter((other) => other === label).length)" },
    also: [
      { change: { [count]: "Math.floor(share * labels.filter((other) => other === label).length) + 1" } },
      { change: { [count]: "Math.max(1, Math.ceil(share * labels.filter((other) => other === label).length))" } },
    ],
  },
  {
    name: "labels-returned",
    does: "returns the labels instead of the row numbers",
    belief: "Row numbers pick features and labels alike; labels alone have lost their rows.",
    hint: "What would you use to look up the features of a test row?",
    change: {
      "return { train, test };": "return { train: train.map((r) => labels[r]), test: test.map((r) => labels[r]) };",
    },
  },
  {
    name: "sorted-by-class",
    does: "returns the rows class by class",
    belief: "Training on one class after the other forgets the first; the shuffled order is to be kept.",
    hint: "Read the third point of the contract.",
    change: {
      "return { train, test };":
        "const names = [...new Set(labels)];\n  const byClass = (rows: number[]): number[] => names.flatMap((name) => rows.filter((row) => labels[row] === name));\n  return { train: byClass(train), test: byClass(test) };",
    },
    also: [
      ...["[...new Set(order.map((row) => labels[row]))]", "[...new Set(labels)].sort((a, b) => a - b)"].map(
        (names) => ({
          change: {
            "return { train, test };": `const names = ${names};
  const byClass = (rows: number[]): number[] => names.flatMap((name) => rows.filter((row) => labels[row] === name));
  return { train: byClass(train), test: byClass(test) };`,
          },
        }),
      ),
      {
        change: {
          "return { train, test };": "return { train: train.sort((a, b) => a - b), test: test.sort((a, b) => a - b) };",
        },
      },
    ],
  },
  {
    name: "positions-returned",
    does: "returns places in the order instead of the rows found there",
    belief: "order[i] is a row; i only says when it was met. The lists are to hold rows.",
    hint: "Which row is the first of your test?",
    change: {
      "return { train, test };":
        "const places = (rows: number[]): number[] => rows.map((row) => order.indexOf(row));\n  return { train: places(train), test: places(test) };",
    },
  },
  {
    name: "position-for-row",
    does: "looks up the label by the place in the order instead of by the row",
    belief: "order[i] is a row number; i is only how far the walk has come.",
    hint: "Which label belongs to the first row of the walk?",
    change: {
      [walk]: "for (const [place, row] of order.entries()) {",
      "left.get(labels[row])!": "left.get(labels[place])!",
      "left.set(labels[row], open - 1)": "left.set(labels[place], open - 1)",
    },
  },
];
export default mistakes;
