import type { Mistake, Variant } from "@termwise/check";

const std = "centred.mul(centred).mean(0).sqrt()";
const readBack = 'if (!this.mean || !this.divisor) throw new Error("StandardScaler: call fit before inverse");';
const read = 'if (!this.mean || !this.divisor) throw new Error("StandardScaler: call fit before transform");';

const divisor = "s === 0 ? 1 : s";
const measured = "centred.mul(centred).mean(0)";
const forth = "return X.sub(this.mean).div(this.divisor);";
const back = "return Z.mul(this.divisor).add(this.mean);";
const EPSILONS = ["1e-12", "1e-10", "1e-9", "1e-8", "1e-7", "1e-6", "1e-5", "1e-4", "1e-3", "1e-2"];
/** Ways to add ε to all columns: to the divisor or to what is measured, under the root or after it. */
const adding = (eps: string): readonly Variant[] => [
  { change: { [divisor]: `s + ${eps}` } },
  { change: { [divisor]: `Math.sqrt(s * s + ${eps})` } },
  { change: { [divisor]: `Math.max(s, ${eps})` } },
  { change: { [divisor]: `s || ${eps}` } },
  { change: { [std]: `${measured}.add(${eps}).sqrt()` } },
  { change: { [std]: `${std}.add(${eps})` } },
  { change: { [forth]: forth.replace("this.divisor", `this.std!.add(${eps})`) } },
  {
    change: {
      [forth]: forth.replace("this.divisor", `this.std!.add(${eps})`),
      [back]: back.replace("this.divisor", "this.std!"),
    },
  },
  {
    change: {
      [forth]: forth.replace("this.divisor", `this.std!.add(${eps})`),
      [back]: back.replace("this.divisor", `this.std!.add(${eps})`),
    },
  },
];
/** ε for the columns that vary only: as large as can be seen in a column of spread 0.001. */
const sparing: readonly Variant[] = [
  ...["1e-8", "1e-7", "1e-6", "1e-5", "1e-4", "1e-3", "1e-2"].flatMap((eps): Variant[] => [
    { change: { [divisor]: `s === 0 ? 1 : Math.sqrt(s * s + ${eps})` } },
    { change: { [std]: `tensor(${measured}.data().map((v) => (v === 0 ? 0 : Math.sqrt(v + ${eps}))))` } },
  ]),
  ...["1e-5", "1e-4", "1e-3", "1e-2"].flatMap((eps): Variant[] => [
    { change: { [divisor]: `s === 0 ? 1 : s + ${eps}` } },
    { change: { [std]: `tensor(${std}.data().map((s) => (s === 0 ? 0 : s + ${eps})))` } },
  ]),
];

const mistakes: Mistake[] = [
  {
    name: "refit-on-transform",
    does: "measures the statistics again on the rows that it transforms",
    belief: "transform must not look at the statistics of its rows: test rows would leak into their own scale.",
    hint: "Transform one single row. Is the result always 0?",
    change: { [read]: `${read}\n    this.fit(X);` },
    also: [
      {
        change: {
          "return X.sub(this.mean).div(this.divisor);":
            "const own = new StandardScaler().fit(X);\n    return X.sub(own.mean!).div(own.divisor!);",
        },
      },
    ],
  },
  {
    name: "zero-division",
    does: "divides a constant column by 0",
    belief: "A constant column has standard deviation 0; 0 / 0 is NaN and spreads through everything after it.",
    hint: "Which divisor leaves a column of zeros at zero?",
    change: { [divisor]: "s" },
    also: [{ change: { [forth]: forth.replace("this.divisor", "this.std!") } }],
  },
  {
    name: "variance",
    does: "divides by the variance instead of the standard deviation",
    belief: "The variance has squared units: the result would change when metres become millimetres.",
    hint: "Where is the square root?",
    change: { [std]: measured },
    also: [
      { change: { [divisor]: "s === 0 ? 1 : s * s" } },
      { change: { [forth]: forth.replace("this.divisor", "this.divisor).div(this.divisor") } },
    ],
  },
  {
    name: "sample-std",
    does: "divides by N − 1 in the standard deviation",
    belief: "The contract asks for the population standard deviation, as everywhere inside normalisation.",
    hint: "Two rows 1 and 3: the deviation is 1, not √2.",
    change: { [std]: "centred.mul(centred).sum(0).div(X.shape[0] - 1).sqrt()" },
  },
  {
    name: "global-statistics",
    does: "uses one mean and one deviation for the whole table",
    belief: "Each feature has its own unit, so each column is scaled by itself.",
    hint: "How many means are there for shape [N, C]?",
    change: {
      "this.mean = X.mean(0);": "this.mean = X.mean(0).mul(0).add(X.mean());",
      [std]: "centred.mul(centred).mean(0).mul(0).add(centred.mul(centred).mean()).sqrt()",
    },
  },
  {
    name: "epsilon",
    does: "adds a small number to every standard deviation",
    belief: "An ε in the divisor changes every column a little; only a constant column needs help.",
    hint: "Scale a column whose spread is 0.001.",
    change: { [divisor]: "s + 1e-8" },
    also: [...EPSILONS.flatMap(adding), ...sparing],
  },
  {
    name: "inverse-order",
    does: "adds the mean before it multiplies in inverse",
    belief: "Undo the steps in reverse order: the last step of transform is the first to be undone.",
    hint: "Solve z = (x − m) / s for x.",
    change: { "Z.mul(this.divisor).add(this.mean)": "Z.add(this.mean).mul(this.divisor)" },
  },
  {
    name: "not-centred",
    does: "divides without subtracting the mean",
    belief: "Standardising is two steps: move the mean to 0, then scale.",
    hint: "What is the mean of your transformed training rows?",
    change: {
      "X.sub(this.mean).div(this.divisor)": "X.div(this.divisor)",
      "Z.mul(this.divisor).add(this.mean)": "Z.mul(this.divisor)",
    },
    also: [
      { change: { "X.sub(this.mean).div(this.divisor)": "X.div(this.divisor)" } },
      { change: { "Z.mul(this.divisor).add(this.mean)": "Z.mul(this.divisor)" } },
    ],
  },
  {
    name: "first-fit-stays",
    does: "keeps the first statistics when fit is called again",
    belief: "fit describes the rows it is given now.",
    hint: "Fit twice on different rows and compare mean.",
    change: { "this.mean = X.mean(0);": "if (this.mean) return this;\n    this.mean = X.mean(0);" },
    also: [
      { change: { "this.divisor = tensor": "this.divisor ??= tensor" } },
      { change: { "this.mean = X.mean(0);": "this.mean ??= X.mean(0);" } },
    ],
  },
  {
    name: "no-guard",
    does: "does not say that fit has to come first",
    belief: "An unfitted scaler has no statistics; an error that names the missing step saves an hour.",
    hint: "What does a user read who forgot fit?",
    change: {
      [read]: "if (!this.mean || !this.divisor) return X;",
      [readBack]: "if (!this.mean || !this.divisor) return Z;",
    },
    also: [
      { change: { [read]: "", [readBack]: "" } },
      { change: { [read]: "" } },
      { change: { [readBack]: "" } },
      { change: { [read]: "if (!this.mean || !this.divisor) return X;" } },
      { change: { [readBack]: "if (!this.mean || !this.divisor) return Z;" } },
      { change: { [read]: read.replace("call fit", "nothing"), [readBack]: readBack.replace("call fit", "nothing") } },
    ],
  },
  {
    name: "constant-std-one",
    does: "reports a standard deviation of 1 for a constant column",
    belief: "The divisor is 1 there; the measured deviation is still 0.",
    hint: "Keep what was measured and what you divide by apart.",
    change: { [std]: `tensor(${std}.data().map((s) => s || 1))` },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "!this.mean || !this.divisor  ⇒  !this.mean && !this.divisor":
    "fit sets both or neither; the test is there for the types",
};
