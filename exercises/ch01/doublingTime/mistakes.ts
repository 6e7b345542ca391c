import type { Mistake } from "@termwise/check";

const mean = "const mean = (v: readonly number[]): number => v.reduce((sum, t) => sum + t, 0) / v.length;";
const last = "return spread / shared;";
const guard =
  'if (new Set(table.map(([year]) => year)).size < 2) throw new Error("doublingTime: two different years are needed");';

/** The rows with other years, the rest of the way as in the solution. */
const redated = (rows: string, year: string) => ({
  change: {
    [mean]: `const given = ${rows};
  const span = given[given.length - 1][0] - given[0][0];
  table = given.map(([, value], i): [number, number] => [${year}, value]);
  ${mean}`,
  },
});
const inTime = "[...table].sort((p, q) => p[0] - q[0])";
/** Steps from row to row, and what their average makes. */
const stepped = (rows: string, average: string) => ({
  change: {
    [mean]: `const given = ${rows};
  const steps = given.slice(1).map(([t, v], i) => ({ years: t - given[i][0], doublings: Math.log2(v / given[i][1]) })).filter(({ years }) => years !== 0);
  const average = (list: number[]): number => list.reduce((s, x) => s + x, 0) / list.length;
  return ${average};
  ${mean}`,
  },
});

const mistakes: Mistake[] = [
  {
    name: "ends-only",
    does: "compares the first row with the last",
    belief: "Two rows carry the accidents of two years; a line through all of them does not hang on any one.",
    hint: "Change a row in the middle. Does your result change?",
    change: {
      [mean]: `const [a, b] = [table[0], table[table.length - 1]];\n  return (b[0] - a[0]) / Math.log2(b[1] / a[1]);\n  ${mean}`,
    },
    also: [
      {
        change: {
          [mean]: `const sorted = [...table].sort((p, q) => p[0] - q[0]);\n  const [a, b] = [sorted[0], sorted[sorted.length - 1]];\n  return (b[0] - a[0]) / Math.log2(b[1] / a[1]);\n  ${mean}`,
        },
      },
    ],
  },
  {
    name: "ln-two-omitted",
    does: "uses natural logarithms and forgets ln 2",
    belief: "On a natural logarithmic axis a doubling is a rise of ln 2 ≈ 0.693, not of 1.",
    hint: "By how much does ln of the value rise in one doubling?",
    change: {
      "(t - year) * (Math.log2(value) - level)": "(t - year) * (Math.log(value) - level)",
      "[, value]) => Math.log2(value)": "[, value]) => Math.log(value)",
    },
    also: [
      {
        change: {
          "(t - year) * (Math.log2(value) - level)": "(t - year) * (Math.log10(value) - level)",
          "[, value]) => Math.log2(value)": "[, value]) => Math.log10(value)",
        },
      },
      ...["/ Math.LN2", "* Math.LN2", "/ Math.LN2 ** 2", "* Math.LN10", "/ Math.LN10"].map((factor) => ({
        change: { [last]: `return (spread / shared) ${factor};` },
      })),
    ],
  },
  {
    name: "divides-by-rows",
    does: "divides by the number of rows instead of by years",
    belief: "Rows are not years: a table of ten rows may span fifty years.",
    hint: "Would the result change if every second row were missing?",
    change: { [mean]: `return table.length / Math.log2(table[table.length - 1][1] / table[0][1]);\n  ${mean}` },
    also: [
      {
        change: {
          [mean]: `return (table.length - 1) / Math.log2(table[table.length - 1][1] / table[0][1]);\n  ${mean}`,
        },
      },
      { change: { [last]: "return spread / shared / table.length;" } },
    ],
  },
  {
    name: "rows-for-years",
    does: "takes the rows for evenly spaced years",
    belief: "The year stands in the table because the steps differ.",
    hint: "What if the years are 1990, 1991 and 1999?",
    change: {
      "(t - year) * (Math.log2(value) - level)":
        "(table.findIndex(([y, v]) => y === t && v === value) - (table.length - 1) / 2) * (Math.log2(value) - level)",
      "mean(table.map(([t]) => (t - year) ** 2))": "mean(table.map((_, i) => (i - (table.length - 1) / 2) ** 2))",
    },
    also: ["table", inTime].flatMap((rows) => [
      redated(rows, "i"),
      redated(rows, "(span * i) / (table.length - 1)"),
      redated(rows, "(given[1][0] - given[0][0]) * i"),
    ]),
  },
  {
    name: "doublings-per-year",
    does: "returns doublings per year",
    belief: "The slope says how many doublings there are in a year; a doubling time is one over it.",
    hint: "Should fast growth give a large result or a small one?",
    change: { [last]: "return shared / spread;" },
  },
  {
    name: "linear-growth",
    does: "fits a line to the values themselves",
    belief: "A line adds the same every year; doubling multiplies. Only the logarithm turns one into the other.",
    hint: "Where is your logarithm?",
    change: {
      "(t - year) * (Math.log2(value) - level)": "(t - year) * (value - level)",
      "[, value]) => Math.log2(value)": "[, value]) => value",
    },
    also: ["table[0][1]", "level"].map((start) => ({
      change: {
        "(t - year) * (Math.log2(value) - level)": "(t - year) * (value - level)",
        "[, value]) => Math.log2(value)": "[, value]) => value",
        [last]: `return (spread / shared) * ${start};`,
      },
    })),
  },
  {
    name: "averages-the-steps",
    does: "averages the growth from row to row",
    belief: "The logarithms of the steps add up to that of first and last: such an average sees only the two ends.",
    hint: "Which rows does the average of all steps still depend on?",
    change: {
      [mean]: `const steps = table.slice(1).map(([t, v], i) => (t - table[i][0]) / Math.log2(v / table[i][1]));\n  return steps.reduce((s, x) => s + x, 0) / steps.length;\n  ${mean}`,
    },
    also: [
      {
        change: {
          [mean]: `const steps = table.slice(1).map(([t, v], i) => Math.log2(v / table[i][1]) / (t - table[i][0]));\n  return steps.length / steps.reduce((s, x) => s + x, 0);\n  ${mean}`,
        },
      },
      ...["table", inTime].flatMap((rows) => [
        stepped(rows, "average(steps.map(({ years, doublings }) => years / doublings))"),
        stepped(rows, "1 / average(steps.map(({ years, doublings }) => doublings / years))"),
        stepped(rows, "average(steps.map(({ years }) => years)) / average(steps.map(({ doublings }) => doublings))"),
      ]),
    ],
  },
  {
    name: "always-positive",
    does: "returns the size of the doubling time without its sign",
    belief: "A value that shrinks has a negative doubling time: it doubles when time runs backwards.",
    hint: "What is the result for a value that halves?",
    change: { [last]: "return Math.abs(spread / shared);" },
    also: [{ change: { [last]: "return Math.max(0, spread / shared);" } }],
  },
  {
    name: "no-guard",
    does: "draws a line through one year",
    belief: "One year does not say how anything changes; 0 / 0 is NaN.",
    hint: "What should happen with one row?",
    change: { [guard]: "" },
    also: [
      ...[
        "table.length < 2",
        "table.length === 0",
        "table.length === 1",
        "new Set(table.map(([year]) => year)).size === 1",
      ].map((few) => ({ change: { "new Set(table.map(([year]) => year)).size < 2": few } })),
      ...["return NaN", "return Infinity", "return 0", 'throw new Error("too few")'].map((instead) => ({
        change: { 'throw new Error("doublingTime: two different years are needed")': instead },
      })),
    ],
  },
];
export default mistakes;

const centred = "one centred factor is enough: it sums to 0 against any constant";
const shared = (t: string, y: string): string =>
  `const shared = mean(table.map(([t, value]) => (t ${t} year) * (Math.log2(value) ${y} level)));`;
/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  [`${mean}  ⇒  ${mean.replace("sum + t, 0)", "sum + t)")}`]: "no list is empty, so the first number is a good start",
  [`${shared("-", "-")}  ⇒  ${shared("+", "-")}`]: centred,
  [`${shared("-", "-")}  ⇒  ${shared("-", "+")}`]: centred,
};
