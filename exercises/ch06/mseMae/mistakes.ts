import type { Mistake } from "@termwise/check";

const guard = "if (!same) throw new Error";
const mean = 'if (reduction === "mean") return losses.mean();';
const squareSlope = 'r.mul(reduction === "mean" ? 2 / r.size : 2)';
const absoluteSlope = 'reduction === "mean" ? slope.div(slope.size) : slope';
const squares = "residuals(y, target).square()";
const sizes = "residuals(y, target).abs()";
const signs = "residuals(y, target).sign()";

const mistakes: Mistake[] = [
  {
    name: "sum-called-mean",
    does: "gives the sum where the mean is asked for",
    belief: "The mean divides by the number of entries: otherwise twice as much data is twice as wrong.",
    hint: "Repeat every price once more. Should the mean loss change?",
    change: { [mean]: 'if (reduction === "mean") return losses.sum();' },
    also: [
      {
        change: {
          [mean]: 'if (reduction === "mean") return losses.sum();',
          [squareSlope]: "r.mul(2)",
          [absoluteSlope]: "slope",
        },
      },
    ],
  },
  {
    name: "gradient-without-n",
    does: "leaves the division by n out of the gradient",
    belief: "A constant factor of the loss is a factor of its gradient: the mean's 1/n is in both.",
    hint: "Move y₀ by 0.01 and see by how much the mean loss of three prices changes.",
    change: { [squareSlope]: "r.mul(2)", [absoluteSlope]: "slope" },
    also: [{ change: { [squareSlope]: "r.mul(2)" } }, { change: { [absoluteSlope]: "slope" } }],
  },
  {
    name: "two-lost",
    does: "forgets the factor 2 in the gradient of the square",
    belief: "The derivative of r² is 2r. Only where the loss is defined with a half does the 2 go away.",
    hint: "What is the slope of r² at r = 3?",
    change: { "2 / r.size : 2": "1 / r.size : 1" },
  },
  {
    name: "half-in-the-loss",
    does: "takes half of the squared error",
    belief: "½r² is a common variant with the tidier gradient r; the loss asked for here is r².",
    hint: "What does the contract say is the loss of an entry?",
    change: { [squares]: "residuals(y, target).square().div(2)" },
    also: [{ change: { [squares]: "residuals(y, target).square().div(2)", "2 / r.size : 2": "1 / r.size : 1" } }],
  },
  {
    name: "broadcast-to-a-square",
    does: "lets a column and a list broadcast to a whole table of residuals",
    belief: "[3, 1] minus [3] is [3, 3]: each prediction is compared with every target, and the mean hides it.",
    hint: "Print the shape of y − target for a column y and a list target.",
    change: { [guard]: "if (false) throw new Error" },
    also: [
      {
        change: {
          [guard]: "if (false) throw new Error",
          "2 / r.size": "2 / y.size",
          "slope.div(slope.size)": "slope.div(y.size)",
        },
      },
      {
        change: {
          "y.rank === target.rank && y.shape.every((size, axis) => size === target.shape[axis])":
            "y.size === target.size",
        },
      },
      { change: { "y.rank === target.rank && ": "" } },
      { change: { " && y.shape.every((size, axis) => size === target.shape[axis])": "" } },
    ],
  },
  {
    name: "reshaped-silently",
    does: "puts the target into the shape of y when it has as many entries",
    belief:
      "Whether a column and a list mean the same is for the caller to say: a silent reshape also fits a transposed matrix, wrongly.",
    hint: "What does your code make of a [2, 3] target for [3, 2] predictions?",
    change: {
      [guard]: "if (y.size !== target.size) throw new Error",
      "return y.sub(target);": "return y.sub(target.reshape(y.shape));",
    },
  },
  {
    name: "gradient-reversed",
    does: "sends the predictions away from the target",
    belief: "Where the prediction is too high, a higher one is worse: the gradient is positive there.",
    hint: "y = 4, target = 1. If y grows, does the loss grow?",
    change: { [squareSlope]: 'r.mul(reduction === "mean" ? -2 / r.size : -2)', [signs]: `${signs}.neg()` },
    also: [
      { change: { [squareSlope]: 'r.mul(reduction === "mean" ? -2 / r.size : -2)' } },
      { change: { [signs]: `${signs}.neg()` } },
    ],
  },
  {
    name: "slope-at-the-kink",
    does: "gives |r| a slope where the prediction is right",
    belief: "Between the slopes −1 and 1 the contract chose 0: a prediction that is right is left alone.",
    hint: "What does your gradient say of y = 3, target = 3?",
    change: { [signs]: `${signs}.mul(2).add(1).sign()` },
    also: [
      { change: { [signs]: `${signs}.mul(2).sub(1).sign()` } },
      { change: { [signs]: "residuals(y, target).div(residuals(y, target).abs())" } },
    ],
  },
  {
    name: "sizes-forgotten",
    does: "adds the residuals themselves, so that errors of both signs cancel",
    belief: "One price too high and another too low are two errors, not none.",
    hint: "What is your absolute error for residuals −2 and 2?",
    change: { [sizes]: "residuals(y, target)" },
    also: [
      {
        change: {
          "losses.mean()": "losses.mean().abs()",
          "losses.sum() :": "losses.sum().abs() :",
          [sizes]: "residuals(y, target)",
        },
      },
    ],
  },
  {
    name: "slope-follows-the-residual",
    does: "makes the gradient of |r| grow with the residual",
    belief:
      "|r| is straight on both sides: a large error pulls exactly as hard as a small one. That is why outliers matter less.",
    hint: "Is the slope of |r| at r = 9 larger than at r = 1?",
    change: { [signs]: "residuals(y, target)" },
    also: [{ change: { [signs]: "residuals(y, target).abs()" } }],
  },
  {
    name: "root-taken",
    does: "takes the root of the mean of the squares",
    belief: "The root gives the error in the unit of the price; it is another number with another gradient, the RMSE.",
    hint: "In which unit is the mean squared error of prices?",
    change: {
      [`return reduced(${squares}, reduction)`]: `return reduced(${squares}, reduction).sqrt()`,
    },
    also: [
      {
        change: {
          [`return reduced(${squares}, reduction)`]: `const all = reduced(${squares}, reduction);\n  return reduction === "mean" ? all.sqrt() : all`,
        },
      },
    ],
  },
  {
    name: "divides-by-rows",
    does: "divides by the number of rows, not of entries",
    belief: "In a batch of 2 rows with 3 outputs each there are 6 errors: the mean divides by 6.",
    hint: "What is the mean loss of a matrix in which every residual is 1?",
    change: {
      [mean]: 'if (reduction === "mean") return losses.sum().div(losses.shape[0] ?? 1);',
      "2 / r.size": "2 / (r.shape[0] ?? 1)",
      "slope.div(slope.size)": "slope.div(slope.shape[0] ?? 1)",
    },
    also: [
      { change: { [mean]: 'if (reduction === "mean") return losses.sum().div(losses.shape[0] ?? 1);' } },
      { change: { "2 / r.size": "2 / (r.shape[0] ?? 1)", "slope.div(slope.size)": "slope.div(slope.shape[0] ?? 1)" } },
    ],
  },
  {
    name: "mean-of-each-row",
    does: "averages along the last axis only and returns one number a row",
    belief: "A loss to be minimised is one number: the mean goes over all axes.",
    hint: "Which shape does your mean have for a [2, 3] batch?",
    change: { [mean]: 'if (reduction === "mean") return losses.rank > 1 ? losses.mean(-1) : losses.mean();' },
    also: [
      { change: { [mean]: 'if (reduction === "mean") return losses.rank > 1 ? losses.mean(0) : losses.mean();' } },
    ],
  },
  {
    name: "none-reduced",
    does: "reduces the losses although none is asked for",
    belief: 'With "none" the caller wants to see which prices are wrong: one loss for each entry.',
    hint: 'Which shape should mse(y, target, "none") have?',
    change: { 'reduction === "sum" ? losses.sum() : losses': "losses.sum()" },
    also: [
      {
        change: { 'reduction === "sum" ? losses.sum() : losses': 'reduction === "sum" ? losses.sum() : losses.mean()' },
      },
    ],
  },
  {
    name: "gradient-added-up",
    does: "returns one number as the gradient",
    belief: "Each prediction has a slope of its own: the gradient has the shape of y.",
    hint: "By how much should the second of three predictions move?",
    change: {
      [`return ${squareSlope}`]: `return ${squareSlope}.sum()`,
      [`return ${absoluteSlope}`]: `return (${absoluteSlope}).sum()`,
    },
    also: [
      {
        change: {
          [`return ${squareSlope}`]: "return r.mul(2)[reduction]()",
          [`return ${absoluteSlope}`]: "return slope[reduction]()",
        },
      },
    ],
  },
];
export default mistakes;

const eitherSign = "the sign is lost in the square or the size";
/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return reduced(residuals(y, target).square(), reduction);  ⇒  return reduced(residuals(target, y).square(), reduction);":
    eitherSign,
  "return reduced(residuals(y, target).abs(), reduction);  ⇒  return reduced(residuals(target, y).abs(), reduction);":
    eitherSign,
};
