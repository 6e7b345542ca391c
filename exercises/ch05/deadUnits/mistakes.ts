import type { Mistake } from "@termwise/check";

const sums = "const z = h.matmul(W).add(b);";
const next = "h = z.maximum(0).add(z.minimum(0).mul(slope));";
const right = "const right = z.greater(0);";
const dead = "const dead = counts.flatMap((n, unit) => (n === 0 && slope === 0 ? [unit] : []));";
const share = "share: dead.length / counts.length";
const left = "left: 1 - right.mean().item()";
const check = "if (X.shape[0] === 0)";

const mistakes: Mistake[] = [
  {
    name: "silent-on-some-row",
    does: "calls a unit dead that is silent on some row",
    belief: "To be silent now and then is what ReLU units do; dead is one that is silent on all rows.",
    hint: "Is a unit dead that is active on the first row and silent on the second?",
    change: { [dead]: "const dead = counts.flatMap((n, unit) => (n < X.shape[0] && slope === 0 ? [unit] : []));" },
    also: [{ change: { [dead]: "const dead = counts.flatMap((n, unit) => (n < X.shape[0] ? [unit] : []));" } }],
  },
  {
    name: "silent-on-most-rows",
    does: "calls a unit dead that is silent on most rows",
    belief: "One row with a positive sum is enough for a gradient: such a unit can still learn.",
    hint: "Does a unit get a gradient if one row in four is positive?",
    change: { [dead]: "const dead = counts.flatMap((n, unit) => (2 * n < X.shape[0] && slope === 0 ? [unit] : []));" },
    also: [
      {
        change: {
          [dead]:
            "const means = z.mean(0).data();\n    const dead = counts.flatMap((_, unit) => (means[unit] <= 0 && slope === 0 ? [unit] : []));",
        },
      },
    ],
  },
  {
    name: "zero-is-on-the-right",
    does: "takes a sum of exactly 0 for positive",
    belief: "At 0 the derivative counts from the left: it is 0, and no gradient passes.",
    hint: "What is the slope of ReLU at exactly 0, by the contract?",
    change: { [right]: "const right = z.less(0).neg().add(1);" },
  },
  {
    name: "small-is-silent",
    does: "takes small positive sums for silence",
    belief: "A sum of 0.0001 has slope 1 like any other positive sum.",
    hint: "Does your limit come from the contract?",
    change: { [right]: "const right = z.greater(1e-3);" },
    also: [
      { change: { [right]: "const right = z.greater(1e-2);" } },
      { change: { [right]: "const right = z.greater(0.1);" } },
    ],
  },
  {
    name: "slope-does-not-save",
    does: "calls units dead although their activation has a slope on the left",
    belief: "With a slope other than 0 some gradient always passes: that is what the leaky ReLU is for.",
    hint: "What is the derivative of a leaky ReLU at -3?",
    change: { [dead]: "const dead = counts.flatMap((n, unit) => (n === 0 ? [unit] : []));" },
  },
  {
    name: "sums-passed-on",
    does: "gives the next layer the sums instead of the values behind the activation",
    belief: "A layer passes on what its activation makes of its sums: here, nothing negative.",
    hint: "What does the next layer see of a dead unit?",
    change: { [next]: "h = z;" },
  },
  {
    name: "every-layer-sees-X",
    does: "gives every layer the rows of X",
    belief: "Only the first hidden layer sees X.",
    hint: "Which sizes must agree between one layer and the next?",
    change: { [next]: "" },
  },
  {
    name: "always-relu",
    does: "uses the plain ReLU between the layers whatever the slope",
    belief: "With a slope negative sums are passed on, too, only smaller.",
    hint: "Where in your code does slope enter the forward pass?",
    change: { [next]: "h = z.maximum(0);" },
  },
  {
    name: "rows-instead-of-units",
    does: "looks for rows on which all units are silent",
    belief: "A unit is a column of the table: the question goes along the rows.",
    hint: "How many entries can dead have at most, for two rows and three units?",
    change: { "right.sum(0)": "right.sum(1)" },
    also: [{ change: { "right.sum(0)": "right.sum(1)", [share]: "share: dead.length / W.shape[1]" } }],
  },
  {
    name: "bias-forgotten",
    does: "leaves the bias out of the sums",
    belief: "A large negative bias is the most common way for a unit to die.",
    hint: "Which of your units would die if all biases were -100?",
    change: { [sums]: "const z = h.matmul(W).add(b.mul(0));" },
  },
  {
    name: "judged-by-the-bias",
    does: "judges units by their parameters instead of their sums",
    belief: "A unit with a negative bias may well be active: only the rows can tell.",
    hint: "Did you use X to find the dead units?",
    change: {
      [dead]:
        "const biases = b.data();\n    const dead = counts.flatMap((_, unit) => (biases[unit] < 0 && slope === 0 ? [unit] : []));",
    },
    also: [
      {
        change: {
          [dead]:
            "const biases = b.data();\n    const dead = counts.flatMap((_, unit) => (biases[unit] <= 0 && slope === 0 ? [unit] : []));",
        },
      },
    ],
  },
  {
    name: "constant-is-dead",
    does: "calls units dead that say the same on all rows",
    belief: "A unit with a constant positive sum has slope 1 on every row: its weights do get a gradient.",
    hint: "Is a unit dead that gives 3 on all rows?",
    change: {
      [dead]:
        "const spread = h.max(0).sub(h.min(0)).data();\n    const dead = counts.flatMap((n, unit) => (slope === 0 && (n === 0 || spread[unit] === 0) ? [unit] : []));",
    },
    also: [
      {
        change: {
          [dead]:
            "const spread = h.max(0).sub(h.min(0)).data();\n    const dead = counts.flatMap((_, unit) => (spread[unit] === 0 && slope === 0 ? [unit] : []));",
        },
      },
    ],
  },
  {
    name: "left-for-dead",
    does: "gives the share of sums on the left as the share of dead units",
    belief: "Half of all sums can be on the left although no unit is dead: sparse and dead are different numbers.",
    hint: "Two units that take turns: how many are dead?",
    change: { [share]: "share: 1 - right.mean().item()" },
  },
  {
    name: "dead-for-left",
    does: "gives the share of dead units as the share of sums on the left",
    belief: "Units that are alive are on the left on many rows as well; all these pairs count.",
    hint: "What is left for two units that take turns?",
    change: { [left]: "left: dead.length / counts.length" },
    also: [{ change: { [left]: "left: counts.filter((n) => n < X.shape[0]).length / counts.length" } }],
  },
  {
    name: "right-instead-of-left",
    does: "gives the share of positive sums",
    belief: "left counts the sums that are not positive: what is missing to 1.",
    hint: "What should left be if all sums are positive?",
    change: { [left]: "left: right.mean().item()" },
  },
  {
    name: "alive-instead-of-dead",
    does: "lists the units that are alive",
    belief: "dead are those whose derivative is 0 on all rows.",
    hint: "Which units does your list hold if all sums are positive?",
    change: { [dead]: "const dead = counts.flatMap((n, unit) => (n > 0 && slope === 0 ? [unit] : []));" },
  },
  {
    name: "numbers-not-shares",
    does: "gives numbers of units and pairs instead of shares",
    belief: "A share lies between 0 and 1, so that layers of different width can be compared.",
    hint: "Can your share be larger than 1?",
    change: { [share]: "share: dead.length" },
    also: [
      { change: { [share]: "share: dead.length", [left]: "left: right.size - right.sum().item()" } },
      { change: { [left]: "left: right.size - right.sum().item()" } },
    ],
  },
  {
    name: "nothing-left-with-a-slope",
    does: "counts no sums on the left where the activation has a slope",
    belief: "left is about the sums alone; only whether a unit is dead depends on the slope.",
    hint: "What is left in the second line of the example?",
    change: { [left]: "left: slope === 0 ? 1 - right.mean().item() : 0" },
  },
  {
    name: "counted-from-one",
    does: "counts the units from 1",
    belief: "The first unit has number 0.",
    hint: "Which number has the middle unit of three?",
    change: { [dead]: "const dead = counts.flatMap((n, unit) => (n === 0 && slope === 0 ? [unit + 1] : []));" },
  },
  {
    name: "divides-by-the-rows",
    does: "divides the number of dead units by the number of rows",
    belief: "The share of a layer's units is divided by its units.",
    hint: "What is the share if all of three units are dead on two rows?",
    change: { [share]: "share: dead.length / X.shape[0]" },
  },
  {
    name: "judges-without-rows",
    does: "judges units without any row",
    belief: "Of no rows everything is true: all units would be dead, and the shares 0 / 0.",
    hint: "What does your function give for no rows?",
    change: { [check]: "if (false)" },
    also: [
      { change: { [check]: "if (false)", [left]: "left: X.shape[0] === 0 ? 0 : 1 - right.mean().item()" } },
      { change: { [check]: "if (false)", [left]: "left: X.shape[0] === 0 ? 1 : 1 - right.mean().item()" } },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "const counts = [...right.sum(0).data()];  ⇒  const counts = [...right.mean(0).data()];":
    "only whether a count is 0 is asked, and a mean is 0 where a sum is",
};
