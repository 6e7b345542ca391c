import type { Mistake } from "@termwise/check";

const average = "own.reduce((sum, row) => sum + row[c], 0) / own.length";
const own = "rows.filter((_, i) => labels[i] === label)";
const square = "(row[c] - m) ** 2";
const nearest = "this.labels[distances.indexOf(Math.min(...distances))]";
const start = "return rows.map((row) => {\n      const distances";
const missing = "if (at < 0) throw new Error(`TemplateMatcher: no class ${label}`);";

const fields = "private means: number[][] = [];";
const distance = "mean.reduce((sum, m, c) => sum + (row[c] - m) ** 2, 0));";
const begins = "this.labels = [...new Set(labels)]";
/** Answers, and then moves the template that was nearest by this share of the way. */
const follows = (rate: number) => ({
  change: {
    [start]: `return rows.map((row) => {
      const near = this.means.map((mean) => mean.reduce((sum, m, c) => sum + (row[c] - m) ** 2, 0));
      const k = near.indexOf(Math.min(...near));
      this.means[k] = this.means[k].map((m, c) => m + ${rate} * (row[c] - m));
      const distances = near;
      const unused`,
  },
});

const mistakes: Mistake[] = [
  {
    name: "learns-while-predicting",
    does: "moves the templates towards the rows that it predicts",
    belief: "A row that is asked about is not known: if it takes part in the averages, the test leaks into the model.",
    hint: "Predict twice, in another order. Do the answers change?",
    change: {
      [start]:
        "return rows.map((row) => {\n      const near = this.means.map((mean) => mean.reduce((sum, m, c) => sum + (row[c] - m) ** 2, 0));\n      const k = near.indexOf(Math.min(...near));\n      this.means[k] = this.means[k].map((m, c) => (m + row[c]) / 2);\n      const distances",
    },
    also: [
      {
        change: {
          "private means: number[][] = [];": "private means: number[][] = [];\n  private counts: number[] = [];",
          "this.means = this.labels.map":
            "this.counts = this.labels.map((label) => labels.filter((l) => l === label).length);\n    this.means = this.labels.map",
          [start]: `return rows.map((row) => {
      const near = this.means.map((mean) => mean.reduce((sum, m, c) => sum + (row[c] - m) ** 2, 0));
      const k = near.indexOf(Math.min(...near));
      const distances = near;
      this.counts[k]++;
      this.means[k] = this.means[k].map((m, c) => m + (row[c] - m) / this.counts[k]);
      const unused`,
        },
      },
      {
        change: {
          "predict(rows: readonly (readonly number[])[]): number[] {":
            "predict(rows: readonly (readonly number[])[]): number[] {\n    this.means = this.means.map((mean) => mean.map((m, c) => rows.reduce((sum, row) => sum + row[c], m) / (rows.length + 1)));",
        },
      },
      ...[0.5, 0.2, 0.1, 0.05, 0.01].map(follows),
    ],
  },
  {
    name: "sum-not-mean",
    does: "keeps the sum of the rows instead of their mean",
    belief: "A sum grows with the number of rows; every picture would be far from the classes with many examples.",
    hint: "What is the template of two rows [4] and [4]?",
    change: { [average]: "own.reduce((sum, row) => sum + row[c], 0)" },
  },
  {
    name: "divides-by-all",
    does: "divides by the number of all rows",
    belief: "The average of a class divides by the number of its own rows.",
    hint: "How many rows did you add up, and by how many do you divide?",
    change: { [average]: "own.reduce((sum, row) => sum + row[c], 0) / rows.length" },
    also: [{ change: { [average]: "own.reduce((sum, row) => sum + row[c], 0) / new Set(labels).size" } }],
  },
  {
    name: "mean-of-all-rows",
    does: "averages all rows for every class",
    belief: "Each class has its own average, made of its own rows.",
    hint: "Are your templates different from each other?",
    change: { [own]: "rows.filter((_, i) => i >= 0)" },
  },
  {
    name: "farthest",
    does: "takes the template at the largest distance",
    belief: "Near means small distance.",
    hint: "Predict a template itself.",
    change: { "Math.min(...distances)": "Math.max(...distances)" },
  },
  {
    name: "place-for-label",
    does: "returns the place of the template instead of its label",
    belief: "The third template need not belong to the label 2: places and labels are different numbers.",
    hint: "Fit with labels 3 and 8. Can 0 come out?",
    change: { [nearest]: "distances.indexOf(Math.min(...distances))" },
  },
  {
    name: "first-row-only",
    does: "takes the first row of a class for its template",
    belief: "One example is an accident; the average keeps what the examples have in common.",
    hint: "Does the template change when a class has more rows?",
    change: { [average]: "own[0][c]" },
    also: [{ change: { [average]: "own[own.length - 1][c]" } }],
  },
  {
    name: "city-blocks",
    does: "adds the absolute differences",
    belief: "That is another distance, in which another template may be nearest; the Euclidean distance adds squares.",
    hint: "Which is nearer to [0, 0]: [3, 3] or [0, 5]?",
    change: { [square]: "Math.abs(row[c] - m)" },
    also: [{ change: { [square]: "(row[c] - m)" } }],
  },
  {
    name: "largest-product",
    does: "takes the template with the largest dot product",
    belief: "A dot product grows with the length of the template: a bright one wins everywhere.",
    hint: "Templates [1] and [10], row [1]: which is nearer?",
    change: { "(row[c] - m) ** 2, 0)": "row[c] * m, 0)", "Math.min(...distances)": "Math.max(...distances)" },
  },
  {
    name: "larger-label-wins",
    does: "lets the larger label win when distances are equal",
    belief: "Ties have to be settled the same way every time: here the smaller label wins.",
    hint: "Two templates at 0 and 2, a row at 1.",
    change: { "distances.indexOf(": "distances.lastIndexOf(" },
    also: [{ change: { "sort((a, b) => a - b)": "sort((a, b) => b - a)" } }],
  },
  {
    name: "first-met-wins",
    does: "lets the label that was met first win when distances are equal",
    belief: "Which row came first is an accident of storing; the contract settles ties by the label.",
    hint: "Exchange two rows of the data. Should the answer change?",
    change: { ".sort((a, b) => a - b)": "" },
  },
  {
    name: "labels-as-text",
    does: "orders the labels as text, or as an object lists its keys",
    belief:
      'sort() without a comparison orders words, with "10" before "9"; keys of an object are text too, negative ones last.',
    hint: "What is [9, 10].sort()?",
    change: { ".sort((a, b) => a - b)": ".sort()" },
    also: [
      {
        change: {
          "[...new Set(labels)].sort((a, b) => a - b)":
            "Object.keys(Object.fromEntries(labels.map((label) => [label, 0]))).map(Number)",
        },
      },
    ],
  },
  {
    name: "first-fit-stays",
    does: "keeps what it learned when fit is called again",
    belief: "fit describes the rows it is given now.",
    hint: "Fit twice on different data.",
    change: {
      [begins]: `if (this.labels.length > 0) return this;\n    ${begins}`,
    },
    also: [
      {
        change: {
          [fields]: `${fields}\n  private seen: [row: readonly number[], label: number][] = [];`,
          [begins]: `this.seen.push(...rows.map((row, i): [readonly number[], number] => [row, labels[i]]));
    rows = this.seen.map(([row]) => row);
    labels = this.seen.map(([, label]) => label);
    ${begins}`,
        },
      },
      {
        change: {
          [begins]: `const old = new Map(this.labels.map((label, k) => [label, this.means[k]]));
    this.labels = [...new Set([...this.labels, ...labels])]`,
          [`const own = ${own};`]: `const own = ${own};\n      if (own.length === 0) return old.get(label)!;`,
        },
      },
      {
        change: {
          [begins]: `const old = new Map(this.labels.map((label, k) => [label, this.means[k]]));
    this.labels = [...new Set([...this.labels, ...labels])]`,
          [`const own = ${own};`]: `const own = ${own};\n      if (own.length === 0) return old.get(label)!;`,
          // templates of other lengths are as far away as the row's own columns say, or out of the question
          [distance]: `const far = row.reduce((sum, v, c) => sum + (v - mean[c]) ** 2, 0);
        return Number.isNaN(far) ? Infinity : far;
      });`,
          "this.means.map((mean) =>": "this.means.map((mean) => {",
        },
      },
    ],
  },
  {
    name: "no-guard",
    does: "does not say that a label is unknown",
    belief: "undefined travels far before it hurts; an error that names the label saves the search.",
    hint: "What should template(5) do when there is no 5?",
    change: { [missing]: "if (at < 0) return [];" },
    also: [
      { change: { [missing]: 'if (at < 0) throw new Error("unknown");' } },
      { change: { [missing]: "if (at < 0) return undefined as never;" } },
      { change: { [missing]: "if (at < 0) return null as never;" } },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "const distances = this.means.map((mean) => mean.reduce((sum, m, c) => sum + (row[c] - m) ** 2, 0));  ⇒  const distances = this.means.map((mean) => mean.reduce((sum, m, c) => sum + (row[c] - m) ** 2, 1));":
    "all distances grow by the same",
};
