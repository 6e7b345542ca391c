import type { Mistake } from "@termwise/check";

const picks = "u.reduce((sum, x) => sum + values[Math.floor(x * n)], 0) / n";
const sort = ".sort((a, b) => a - b)";
const place = "q * (sorted.length - 1)";
const low = "quantile(means, (1 - level) / 2)";
const high = "quantile(means, (1 + level) / 2)";
const between = "sorted[below] + (place - below) * (sorted[above] - sorted[below])";

const head = "function quantile(sorted: readonly number[], q: number): number {";
/** Entries beside the places, rounded one way at the low end and the other at the high end. */
const ends = (below: string, above: string): string =>
  [
    ["lower", below],
    ["upper", above],
  ]
    .map(
      ([name, way]) =>
        `function ${name}(sorted: readonly number[], q: number): number {\n  return sorted[Math.${way}(q * (sorted.length - 1) + ${way === "ceil" ? "-1e-9" : "1e-9"})];\n}\n\n`,
    )
    .join("");
const given = "return [quantile";
/** Where the bell is put, how wide it is taken to be, and how many of its widths are counted. */
const CENTRES = ["means.reduce((a, b) => a + b, 0) / means.length", "values.reduce((a, b) => a + b, 0) / n"];
const of = (list: string, less = ""): string =>
  `Math.sqrt(${list}.reduce((s, x) => s + (x - ${list}.reduce((a, b) => a + b, 0) / ${list}.length) ** 2, 0) / (${list}.length${less}))`;
const SPREADS = [
  of("means"),
  of("means", " - 1"),
  `${of("values")} / Math.sqrt(n)`,
  `${of("values", " - 1")} / Math.sqrt(n)`,
  of("values"),
];
const TIMES = [
  "1.96",
  "2",
  "level >= 0.99 ? 2.576 : level >= 0.95 ? 1.96 : 1.645",
  "level >= 0.95 ? 1.96 : 1.645",
  "level === 0.95 ? 1.96 : level === 0.9 ? 1.645 : level === 0.99 ? 2.576 : 1",
  "level === 0.95 ? 1.96 : level === 0.9 ? 1.645 : level === 0.99 ? 2.576 : 1.96",
  "new Map([[0, 0], [0.5, 0.67449], [0.8, 1.28155], [0.9, 1.64485], [0.95, 1.95996], [1, 10]]).get(level)!",
  "new Map([[0, 0], [0.5, 0.67449], [0.8, 1.28155], [0.9, 1.64485], [0.95, 1.95996], [1, Infinity]]).get(level)!",
];
const bells = CENTRES.flatMap((centre) =>
  SPREADS.flatMap((spread) =>
    TIMES.map((times) => ({
      change: {
        [given]: `const centre = ${centre};
  const reach = (${times}) * (${spread});
  return [centre - reach, centre + reach];
  ${given}`,
      },
    })),
  ),
);
const counted = (list: string) => ({
  change: { [given]: `means.splice(0, means.length, ...${list});\n  means.sort((a, b) => a - b);\n  ${given}` },
});

const mistakes: Mistake[] = [
  {
    name: "without-replacement",
    does: "draws every value once",
    belief:
      "A shuffled sample has the mean of the sample: only drawing with replacement shows how the mean could vary.",
    hint: "Print the means of ten resamples. Do they differ?",
    change: {
      [picks]:
        "[...u].map((x, i) => [x, i]).sort((a, b) => a[0] - b[0]).reduce((sum, [, i]) => sum + values[i], 0) / n",
    },
    also: [
      {
        change: {
          [picks]:
            "u.reduce((rest: number[][], x) => { const k = Math.floor(x * rest[1].length); rest[0].push(...rest[1].splice(k, 1)); return rest; }, [[], [...values]])[0].reduce((a, b) => a + b, 0) / n",
        },
      },
    ],
  },
  {
    name: "sorted-as-text",
    does: "sorts the means as text",
    belief: 'sort() without a comparison turns numbers into words, and "10" comes before "9".',
    hint: "What is [10, 9, 1].sort()?",
    change: { [sort]: ".sort()" },
  },
  {
    name: "not-sorted",
    does: "reads quantiles from means in the order in which they were drawn",
    belief: "A quantile is a place in the sorted list.",
    hint: "Is low always below high?",
    change: { [sort]: "" },
  },
  {
    name: "one-place-off",
    does: "looks for the quantile one place too far, at q · R",
    belief: "The places of R sorted means run from 0 to R − 1, so q = 1 must be place R − 1.",
    hint: "At level 1, which entries are the two ends?",
    change: { [place]: "Math.min(q * sorted.length, sorted.length - 1)" },
    also: [
      { change: { [place]: "q * sorted.length" } },
      { change: { [place]: "Math.max(0, q * sorted.length - 1)" } },
      { change: { [place]: "q * sorted.length - 1" } },
      { change: { [place]: "Math.min(q * (sorted.length + 1), sorted.length - 1)" } },
      { change: { [place]: "Math.min(q * sorted.length, sorted.length - 1)", [between]: "sorted[below]" } },
      { change: { [place]: "Math.min(q * sorted.length, sorted.length - 1)", [between]: "sorted[Math.round(place)]" } },
      { change: { [place]: "Math.max(0, Math.min(sorted.length - 1, q * (sorted.length + 1) - 1))" } },
      { change: { [place]: "Math.max(0, Math.min(sorted.length - 1, q * sorted.length - 0.5))" } },
    ],
  },
  {
    name: "no-interpolation",
    does: "takes the nearest entry instead of interpolating",
    belief: "A quantile between two places lies between the two means, in proportion.",
    hint: "Place 0.2 lies between entries 0 and 1. What is there?",
    change: { [between]: "sorted[below]" },
    also: [
      { change: { [between]: "sorted[Math.round(place)]" } },
      { change: { [between]: "sorted[above]" } },
      { change: { [between]: "(sorted[below] + sorted[above]) / 2" } },
      {
        change: {
          [low]: low.replace("quantile", "lower"),
          [high]: high.replace("quantile", "upper"),
          [head]: `${ends("floor", "ceil")}${head}`,
        },
      },
      {
        change: {
          [low]: low.replace("quantile", "lower"),
          [high]: high.replace("quantile", "upper"),
          [head]: `${ends("ceil", "floor")}${head}`,
        },
      },
    ],
  },
  {
    name: "one-sided",
    does: "leaves the whole remainder out at each end",
    belief: "A 90 % interval leaves out 10 % in all, 5 % at each end.",
    hint: "Level 0.5 of 0, 1, 2, 3, 4: which two places?",
    change: { [low]: "quantile(means, 1 - level)", [high]: "quantile(means, level)" },
    also: [
      { change: { [low]: "quantile(means, 0)", [high]: "quantile(means, level)" } },
      { change: { [low]: "quantile(means, 1 - level)", [high]: "quantile(means, 1)" } },
      { change: { [low]: "quantile(means, 1 - level)" } },
      { change: { [high]: "quantile(means, level)" } },
    ],
  },
  {
    name: "quantiles-of-the-values",
    does: "takes quantiles of the values instead of the means",
    belief: "The interval is about the mean, which varies far less than a single value.",
    hint: "Should the interval get narrower when there are more values?",
    change: {
      "return [quantile":
        "means.splice(0, means.length, ...values);\n  means.sort((a, b) => a - b);\n  return [quantile",
    },
    also: [
      {
        change: {
          "return [quantile":
            "means.splice(0, means.length, ...uniforms.flatMap((u) => u.map((x) => values[Math.floor(x * n)])));\n  means.sort((a, b) => a - b);\n  return [quantile",
        },
      },
      counted("uniforms.map((u) => values[Math.floor(u[0] * n)])"),
    ],
  },
  {
    name: "normal-interval",
    does: "puts the mean plus and minus 1.96 standard errors",
    belief: "That supposes a bell curve. The bootstrap reads the interval off the means that were drawn.",
    hint: "Do you use the sorted means at all?",
    ...bells[0],
    also: bells.slice(1),
  },
  {
    name: "rounded-index",
    does: "rounds u · n to the nearest index",
    belief:
      "Rounding gives the first value half its share and reaches past the last; ⌊u · n⌋ gives each the same share.",
    hint: "Which index does u = 0.99 pick out of two values?",
    change: { "Math.floor(x * n)": "Math.min(n - 1, Math.round(x * n))" },
    also: [
      { change: { "Math.floor(x * n)": "Math.round(x * (n - 1))" } },
      { change: { "Math.floor(x * n)": "Math.floor(x * (n - 1))" } },
      { change: { "Math.floor(x * n)": "Math.round(x * n)" } },
      { change: { "Math.floor(x * n)": "Math.round(x * n) % n" } },
      { change: { "Math.floor(x * n)": "Math.ceil(x * n)" } },
      { change: { "Math.floor(x * n)": "Math.min(n - 1, Math.ceil(x * n))" } },
      { change: { "Math.floor(x * n)": "Math.max(0, Math.ceil(x * n) - 1)" } },
    ],
  },
  {
    name: "ends-swapped",
    does: "returns the upper end first",
    belief: "An interval is written [low, high].",
    hint: "Which of your two numbers is smaller?",
    change: { [`[${low}, ${high}]`]: `[${high}, ${low}]` },
  },
];
export default mistakes;
