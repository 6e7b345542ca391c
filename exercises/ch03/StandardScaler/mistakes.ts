import type { Mistake } from "@termwise/check";

const std = "centred.mul(centred).mean(0).sqrt()";
const readBack = 'if (!this.mean || !this.divisor) throw new Error("StandardScaler: call fit before inverse");';
const read = 'if (!this.mean || !this.divisor) throw new Error("StandardScaler: call fit before transform");';

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
    change: { "s === 0 ? 1 : s": "s" },
  },
  {
    name: "variance",
    does: "divides by the variance instead of the standard deviation",
    belief: "The variance has squared units: the result would change when metres become millimetres.",
    hint: "Where is the square root?",
    change: { [std]: "centred.mul(centred).mean(0)" },
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
    change: { "s === 0 ? 1 : s": "s + 1e-8" },
    also: [
      "s + 1e-7",
      "s + 1e-6",
      "s + 1e-5",
      "s + 1e-3",
      "s + 1e-2",
      "Math.sqrt(s * s + 1e-8)",
      "Math.sqrt(s * s + 1e-5)",
    ].map((divisor) => ({ change: { "s === 0 ? 1 : s": divisor } })),
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
  },
  {
    name: "first-fit-stays",
    does: "keeps the first statistics when fit is called again",
    belief: "fit describes the rows it is given now.",
    hint: "Fit twice on different rows and compare mean.",
    change: { "this.mean = X.mean(0);": "if (this.mean) return this;\n    this.mean = X.mean(0);" },
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
    also: [{ change: { [read]: "", [readBack]: "" } }],
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
