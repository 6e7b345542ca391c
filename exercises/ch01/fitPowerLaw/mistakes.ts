import type { Mistake } from "@termwise/check";

const slope = "mean(x.map((v, i) => (v - mx) * (y[i] - my))) / mean(x.map((v) => (v - mx) ** 2))";
const result = "{ a: Math.exp(my - slope * mx), beta: -slope }";
const guard =
  'if (![...n, ...error].every((v) => v > 0)) throw new Error("fitPowerLaw: sizes and errors must be positive");';

const back = "Math.exp(my - slope * mx)";
/** Logarithms of the sizes, of the errors, and the way back. */
const BASES = [
  ["Math.log", "Math.exp(my - slope * mx)"],
  ["Math.log10", "10 ** (my - slope * mx)"],
  ["Math.log2", "2 ** (my - slope * mx)"],
] as const;
const mixed = BASES.flatMap(([x]) => BASES.flatMap(([y]) => BASES.map(([z, a]) => ({ x, y, z, a }))))
  .filter(({ x, y, z }) => x !== y || y !== z)
  .map(({ x, y, a }) => ({
    change: { "n.map(Math.log)": `n.map(${x})`, "error.map(Math.log)": `error.map(${y})`, [back]: a },
  }));
const lastByFirst = "(y[y.length - 1] - y[0]) / (x[x.length - 1] - x[0])";

const mistakes: Mistake[] = [
  {
    name: "linear-axes",
    does: "fits a straight line to the numbers themselves",
    belief: "A power law is straight only after both sides have been turned into logarithms.",
    hint: "Where do you take logarithms?",
    change: {
      "n.map(Math.log)": "[...n]",
      "error.map(Math.log)": "[...error]",
      [result]: "{ a: my - slope * mx, beta: -slope }",
    },
    also: [
      { change: { "n.map(Math.log)": "[...n]", "error.map(Math.log)": "[...error]" } },
      { change: { "n.map(Math.log)": "[...n]" } },
      { change: { "error.map(Math.log)": "[...error]" } },
    ],
  },
  {
    name: "slope-for-beta",
    does: "returns the slope instead of minus the slope",
    belief: "The exponent is −beta: a falling line has a negative slope and a positive beta.",
    hint: "Is your beta positive where the error falls?",
    change: { "beta: -slope": "beta: slope" },
    also: [{ change: { "beta: -slope": "beta: Math.abs(slope)" } }],
  },
  {
    name: "bases-mixed",
    does: "uses different logarithms for the two sides, or another one for the way back",
    belief: "ln and log10 differ by a factor: used together they change the slope, and e undoes only ln.",
    hint: "Which function undoes your logarithm?",
    change: { "n.map(Math.log)": "n.map(Math.log10)" },
    also: mixed,
  },
  {
    name: "log-of-a",
    does: "returns ln a instead of a",
    belief: "The height of the line is ln a; exp turns it back into an error.",
    hint: "Is your a the error at n = 1?",
    change: { "Math.exp(my - slope * mx)": "my - slope * mx" },
    also: ["Math.log10", "Math.log2"].map((log) => ({
      change: {
        "n.map(Math.log)": `n.map(${log})`,
        "error.map(Math.log)": `error.map(${log})`,
        [back]: "my - slope * mx",
      },
    })),
  },
  {
    name: "ends-only",
    does: "draws the line through the first and the last point",
    belief: "Two points carry the noise of two measurements; least squares lets all of them speak.",
    hint: "Change a point in the middle. Does your result change?",
    change: { [slope]: lastByFirst, [back]: "Math.exp(y[0] - slope * x[0])" },
    also: [
      { change: { [slope]: lastByFirst } },
      { change: { [slope]: lastByFirst, [back]: "Math.exp(y[y.length - 1] - slope * x[x.length - 1])" } },
      { change: { [back]: "Math.exp(y[0] - slope * x[0])" } },
      { change: { [back]: "Math.exp(y[y.length - 1] - slope * x[x.length - 1])" } },
    ],
  },
  {
    name: "axes-exchanged",
    does: "predicts the size from the error",
    belief:
      "Least squares measures distances along y only: exchanging x and y gives another line unless the points lie on it.",
    hint: "Which of the two has noise?",
    change: {
      [slope]: "mean(y.map((v) => (v - my) ** 2)) / mean(x.map((v, i) => (v - mx) * (y[i] - my)))",
    },
    also: [
      { change: { [slope]: "mean(x.map((v, i) => (v - mx) * (y[i] - my))) / mean(y.map((v) => (v - my) ** 2))" } },
      { change: { "n.map(Math.log)": "error.map(Math.log)", "error.map(Math.log)": "n.map(Math.log)" } },
    ],
  },
  {
    name: "through-the-origin",
    does: "forces the line through the origin",
    belief: "ln a is the height of the line, and it is 0 only for a = 1.",
    hint: "Do you subtract the means before multiplying?",
    change: { [slope]: "mean(x.map((v, i) => v * y[i])) / mean(x.map((v) => v * v))" },
    also: [
      { change: { [slope]: "mean(x.map((v, i) => v * y[i])) / mean(x.map((v) => v * v))", [back]: "1" } },
      { change: { [slope]: "mean(x.map((v, i) => (v - mx) * (y[i] - my))) / mean(x.map((v) => v * v))" } },
      { change: { [slope]: "mean(x.map((v, i) => v * y[i])) / mean(x.map((v) => (v - mx) ** 2))" } },
    ],
  },
  {
    name: "height-at-the-mean",
    does: "takes the height at the middle of the points for the height at 0",
    belief: "ln a is where the line meets ln n = 0: follow the slope back from the middle.",
    hint: "What is ln n for n = 1?",
    change: { "my - slope * mx": "my" },
    also: [{ change: { "my - slope * mx": "my + slope * mx" } }, { change: { [back]: "mean(error)" } }],
  },
  {
    name: "no-guard",
    does: "takes the logarithm of numbers that have none",
    belief: "ln 0 is −∞ and ln of a negative number is NaN: everything after it is too.",
    hint: "What does your function return for an error of 0?",
    change: { [guard]: "" },
    also: [
      { change: { "v > 0)": "v >= 0)" } },
      { change: { "[...n, ...error]": "[...n]" } },
      { change: { "[...n, ...error]": "[...error]" } },
      { change: { "![...n, ...error].every((v) => v > 0)": "!n.every((v) => v > 0) || !error.every((v) => v >= 0)" } },
      { change: { "![...n, ...error].every((v) => v > 0)": "!n.every((v) => v >= 0) || !error.every((v) => v > 0)" } },
      { change: { "![...n, ...error].every((v) => v > 0)": "[...n, ...error].includes(0)" } },
      { change: { "sizes and errors must be positive": "no logarithm" } },
      { change: { [guard]: "if (![...n, ...error].every((v) => v > 0)) return { a: NaN, beta: NaN };" } },
    ],
  },
];
export default mistakes;

const centred = "one centred factor is enough: it sums to 0 against any constant";
const start = "const mean = (v: readonly number[]): number => v.reduce((sum, t) => sum + t, 0) / v.length;";
const slopeOf = (x: string, y: string): string =>
  `const slope = mean(x.map((v, i) => (v ${x} mx) * (y[i] ${y} my))) / mean(x.map((v) => (v - mx) ** 2));`;
/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  [`${start}  ⇒  ${start.replace("sum + t, 0)", "sum + t)")}`]: "no list is empty, so the first number is a good start",
  [`${slopeOf("-", "-")}  ⇒  ${slopeOf("+", "-")}`]: centred,
  [`${slopeOf("-", "-")}  ⇒  ${slopeOf("-", "+")}`]: centred,
};
