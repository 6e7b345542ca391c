import type { Mistake } from "@termwise/check";

const relu = "xs.map((x) => Math.max(0, x))";
const reluSlope = "xs.map((x) => (Number.isNaN(x) ? x : x > 0 ? 1 : 0))";
const leaky = "xs.map((x) => (x > 0 ? x : alpha * x))";
const leakySlope = "xs.map((x) => (Number.isNaN(x) ? x : x > 0 ? 1 : alpha))";
const elu = "xs.map((x) => (x > 0 ? x : alpha * Math.expm1(x)))";
const eluSlope = "xs.map((x) => (x > 0 ? 1 : alpha * Math.exp(x)))";
/** What a list function becomes when it writes into its argument. */
const inPlace = (body: string): string =>
  `(xs as number[]).forEach((x, k, own) => { own[k] = ${body}; }), xs as number[]`;

const mistakes: Mistake[] = [
  {
    name: "elu-slope-of-relu",
    does: "takes 0 as the slope of ELU on the left",
    belief: "ELU goes on falling left of 0: its slope there is αeˣ, which is what keeps its units alive.",
    hint: "Compare your derivative at -1 with a difference quotient of elu.",
    change: { [eluSlope]: "xs.map((x) => (Number.isNaN(x) ? x : x > 0 ? 1 : 0))" },
  },
  {
    name: "mask-from-the-output",
    does: "decides by the sign of the output",
    belief: "With a negative α the output is positive on the left as well: only the input says which side it is.",
    hint: "What is your slope at x = -1 for α = -2?",
    change: { [leakySlope]: "leakyRelu(xs, alpha).map((y) => (Number.isNaN(y) ? y : y > 0 ? 1 : alpha))" },
    also: [
      { change: { [eluSlope]: "elu(xs, alpha).map((y) => (y > 0 ? 1 : y + alpha))" } },
      {
        change: {
          [leakySlope]: "leakyRelu(xs, alpha).map((y) => (Number.isNaN(y) ? y : y > 0 ? 1 : alpha))",
          [eluSlope]: "elu(xs, alpha).map((y) => (y > 0 ? 1 : y + alpha))",
        },
      },
      { change: { [eluSlope]: "elu(xs, alpha).map((y, k) => (y > 0 ? 1 : alpha * Math.exp(xs[k])))" } },
      {
        change: {
          [leakySlope]: "leakyRelu(xs, alpha).map((y) => (Number.isNaN(y) ? y : y > 0 ? 1 : alpha))",
          [eluSlope]: "elu(xs, alpha).map((y, k) => (y > 0 ? 1 : alpha * Math.exp(xs[k])))",
        },
      },
    ],
  },
  {
    name: "maximum-for-a-case",
    does: "chooses the side by a maximum, such as max(x, αx)",
    belief: "The larger of x and αx is the leaky ReLU only for α between 0 and 1; beyond that the sides change places.",
    hint: "What is your leakyRelu of -2 for α = 2?",
    change: { [leaky]: "xs.map((x) => Math.max(x, alpha * x))" },
    also: [
      { change: { [elu]: "xs.map((x) => Math.max(x, alpha * Math.expm1(x)))" } },
      { change: { [leaky]: "xs.map((x) => Math.max(0, x) + Math.min(0, alpha * x))" } },
      {
        change: {
          [leaky]: "xs.map((x) => Math.max(0, x) + Math.min(0, alpha * x))",
          [elu]: "xs.map((x) => Math.max(0, x) + Math.min(0, alpha * Math.expm1(x)))",
        },
      },
      { change: { [elu]: "xs.map((x) => Math.max(0, x) + Math.min(0, alpha * Math.expm1(x)))" } },
      {
        change: {
          [leaky]: "xs.map((x) => Math.max(x, alpha * x))",
          [leakySlope]: "xs.map((x) => (Number.isNaN(x) ? x : x > alpha * x ? 1 : alpha))",
        },
      },
      {
        change: {
          [leaky]: "xs.map((x) => Math.max(x, alpha * x))",
          [elu]: "xs.map((x) => Math.max(x, alpha * Math.expm1(x)))",
        },
      },
    ],
  },
  {
    name: "exp-minus-one",
    does: "computes eˣ − 1 by a subtraction",
    belief: "For x = -1e-12 eˣ is rounded to nearly 1 before 1 is subtracted: four digits remain.",
    hint: "Divide your elu of -1e-12 by -1e-12. Is it 1?",
    change: { [elu]: "xs.map((x) => (x > 0 ? x : alpha * (Math.exp(x) - 1)))" },
  },
  {
    name: "masks-multiplied",
    does: "computes both sides and multiplies each with a mask",
    belief: "e to the power of 1000 is Infinity, and Infinity times a mask of 0 is NaN.",
    hint: "What is your elu of 1000?",
    change: {
      [elu]: "xs.map((x) => (Number.isNaN(x) ? x : x * Number(x > 0) + alpha * Math.expm1(x) * Number(x <= 0)))",
    },
    also: [
      {
        change: {
          [elu]: "xs.map((x) => (Number.isNaN(x) ? x : x * Number(x > 0) + alpha * Math.expm1(x) * Number(x <= 0)))",
          [eluSlope]: "xs.map((x) => Number(x > 0) + alpha * Math.exp(x) * Number(x <= 0))",
        },
      },
      { change: { [eluSlope]: "xs.map((x) => Number(x > 0) + alpha * Math.exp(x) * Number(x <= 0))" } },
    ],
  },
  {
    name: "kink-on-the-right",
    does: "counts x = 0 to the right side in the derivatives",
    belief: "The contract puts the kink on the left: 0, α and α.",
    hint: "What is your reluDerivative at exactly 0?",
    change: {
      [reluSlope]: "xs.map((x) => (Number.isNaN(x) ? x : x >= 0 ? 1 : 0))",
      [leakySlope]: "xs.map((x) => (Number.isNaN(x) ? x : x >= 0 ? 1 : alpha))",
      [eluSlope]: "xs.map((x) => (x >= 0 ? 1 : alpha * Math.exp(x)))",
    },
    also: [
      { change: { [reluSlope]: "xs.map((x) => (Number.isNaN(x) ? x : x >= 0 ? 1 : 0))" } },
      { change: { [leakySlope]: "xs.map((x) => (Number.isNaN(x) ? x : x >= 0 ? 1 : alpha))" } },
      { change: { [eluSlope]: "xs.map((x) => (x >= 0 ? 1 : alpha * Math.exp(x)))" } },
    ],
  },
  {
    name: "half-at-the-kink",
    does: "gives a slope between the two sides at 0",
    belief: "Any slope between the sides would be a subgradient; the contract chose the left one.",
    hint: "Which slope at 0 does the statement ask for?",
    change: { [reluSlope]: "xs.map((x) => (Number.isNaN(x) ? x : (Math.sign(x) + 1) / 2))" },
    also: [
      {
        change: {
          [reluSlope]: "xs.map((x) => (Number.isNaN(x) ? x : (Math.sign(x) + 1) / 2))",
          [leakySlope]: "xs.map((x) => (Number.isNaN(x) ? x : x > 0 ? 1 : x < 0 ? alpha : (1 + alpha) / 2))",
        },
      },
    ],
  },
  {
    name: "zero-slope-at-the-kink",
    does: "gives slope 0 at 0 to leaky ReLU and ELU, too",
    belief: "Only ReLU is level on the left; the others have slope α there, and so at 0.",
    hint: "What is your leakyReluDerivative at 0 for α = 0.1?",
    change: {
      [leakySlope]: "xs.map((x) => (Number.isNaN(x) ? x : x > 0 ? 1 : x < 0 ? alpha : 0))",
      [eluSlope]: "xs.map((x) => (x > 0 ? 1 : x === 0 ? 0 : alpha * Math.exp(x)))",
    },
    also: [
      { change: { [leakySlope]: "xs.map((x) => (Number.isNaN(x) ? x : x > 0 ? 1 : x < 0 ? alpha : 0))" } },
      { change: { [eluSlope]: "xs.map((x) => (x > 0 ? 1 : x === 0 ? 0 : alpha * Math.exp(x)))" } },
    ],
  },
  {
    name: "alpha-left-out-of-the-slope",
    does: "forgets α in the slope of ELU",
    belief: "The derivative of α(eˣ − 1) is αeˣ.",
    hint: "What is your eluDerivative at 0 for α = 0.5?",
    change: { [eluSlope]: "xs.map((x) => (x > 0 ? 1 : Math.exp(x)))" },
  },
  {
    name: "alpha-left-out-of-elu",
    does: "forgets α in ELU itself",
    belief: "α says how deep ELU goes: far on the left it is −α.",
    hint: "What is your elu of -1000 for α = 2?",
    change: { [elu]: "xs.map((x) => (x > 0 ? x : Math.expm1(x)))" },
  },
  {
    name: "slope-like-the-value",
    does: "uses α(eˣ − 1) as the slope of ELU",
    belief: "The constant −1 falls away in the derivative: αeˣ.",
    hint: "Can the slope of a rising function be negative?",
    change: { [eluSlope]: "xs.map((x) => (x > 0 ? 1 : alpha * Math.expm1(x)))" },
  },
  {
    name: "leaky-slope-is-x",
    does: "returns αx as the slope of leaky ReLU",
    belief: "The derivative of αx is α, wherever x is.",
    hint: "Is your slope at -1 and at -2 the same? Should it be?",
    change: { [leakySlope]: "xs.map((x) => (x > 0 ? 1 : alpha * x))" },
  },
  {
    name: "slope-above-is-the-value",
    does: "returns x as the slope where x is positive",
    belief: "The derivative of x is 1.",
    hint: "What is the slope of relu at 3?",
    change: { [reluSlope]: "relu(xs)" },
    also: [
      { change: { [leakySlope]: "xs.map((x) => (x > 0 ? x : alpha + 0 * x))" } },
      { change: { [eluSlope]: "xs.map((x) => (x > 0 ? x : alpha * Math.exp(x)))" } },
    ],
  },
  {
    name: "leaky-divides",
    does: "divides by α on the left",
    belief: "α is the slope of the left side, not its inverse.",
    hint: "What is your leakyRelu of -2 for α = 0.1?",
    change: { [leaky]: "xs.map((x) => (x > 0 ? x : x / alpha))" },
  },
  {
    name: "leaky-turned-up",
    does: "computes αx with the sign turned on the left",
    belief: "For a positive α the leaky ReLU goes on falling left of 0.",
    hint: "What is your leakyRelu of -2 for α = 0.1: 0.2 or -0.2?",
    change: { [leaky]: "xs.map((x) => (x > 0 ? x : -alpha * x))" },
    also: [{ change: { [leaky]: "xs.map((x) => (x > 0 ? x : alpha * Math.abs(x)))" } }],
  },
  {
    name: "alpha-fixed",
    does: "uses an α of its own",
    belief: "α is an argument.",
    hint: "Does your result change with α?",
    change: {
      [leaky]: "xs.map((x) => (x > 0 ? x : 0.01 * x))",
      [leakySlope]: "xs.map((x) => (Number.isNaN(x) ? x : x > 0 ? 1 : 0.01))",
    },
    also: [{ change: { [leaky]: "xs.map((x) => (x > 0 ? x : 0.01 * x))" } }],
  },
  {
    name: "writes-into-its-argument",
    does: "changes the list that it was given",
    belief: "The inputs are still needed, by the derivative above all: the result is a new list.",
    hint: "Look at your argument after the call.",
    change: { [relu]: inPlace("x <= 0 ? 0 : x") },
    also: [
      {
        change: {
          [relu]: inPlace("x <= 0 ? 0 : x"),
          [leaky]: inPlace("x > 0 ? x : alpha * x"),
          [elu]: inPlace("x > 0 ? x : alpha * Math.expm1(x)"),
        },
      },
    ],
  },
  {
    name: "nan-becomes-a-number",
    does: "turns NaN into a number",
    belief:
      "Every comparison with NaN is false, so it ends up on the side that is chosen otherwise; a hidden NaN is found much later.",
    hint: "What is your relu of NaN, and its slope?",
    change: {
      [relu]: "xs.map((x) => (x > 0 ? x : 0))",
      [reluSlope]: "xs.map((x) => (x > 0 ? 1 : 0))",
      [leakySlope]: "xs.map((x) => (x > 0 ? 1 : alpha))",
    },
    also: [
      { change: { [reluSlope]: "xs.map((x) => (x > 0 ? 1 : 0))", [leakySlope]: "xs.map((x) => (x > 0 ? 1 : alpha))" } },
      { change: { [reluSlope]: "xs.map((x) => (x > 0 ? 1 : 0))" } },
      { change: { [leakySlope]: "xs.map((x) => (x > 0 ? 1 : alpha))" } },
      { change: { [relu]: "xs.map((x) => (x > 0 ? x : 0))" } },
      { change: { [relu]: "xs.map((x) => (x > 0 ? x : 0))", [reluSlope]: "xs.map((x) => (x > 0 ? 1 : 0))" } },
      {
        change: { [reluSlope]: "xs.map((x) => (x <= 0 ? 0 : 1))", [leakySlope]: "xs.map((x) => (x <= 0 ? alpha : 1))" },
      },
      {
        change: {
          [reluSlope]: "xs.map((x) => (x <= 0 ? 0 : 1))",
          [leakySlope]: "xs.map((x) => (x <= 0 ? alpha : 1))",
          [eluSlope]: "xs.map((x) => (x <= 0 ? alpha * Math.exp(x) : 1))",
        },
      },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return xs.map((x) => (x > 0 ? x : alpha * x));  ⇒  return xs.map((x) => (x >= 0 ? x : alpha * x));":
    "at 0 both sides are 0",
  "return xs.map((x) => (x > 0 ? x : alpha * Math.expm1(x)));  ⇒  return xs.map((x) => (x >= 0 ? x : alpha * Math.expm1(x)));":
    "there, too, both sides are 0",
};
