import type { Mistake } from "@termwise/check";

const b1 = "b1 = b1.sub(delta1.sum(0).mul(lr));";
const b2 = "b2 = b2.sub(delta2.sum(0).mul(lr));";
const asItWas = { "delta1.sum(0)": "delta1.sum(1)", "delta2.sum(0)": "delta2.sum(1)" };
const columns = '  if (sums.some((sum) => Math.abs(sum - 1) > 0.01)) return "softmax down the columns";\n';
const averaged = '  if (!right(W2)) return "averaged twice";\n';
const axis = '  if (!right(b2)) return "sum over the wrong axis";\n';
const sound = '  if (right(W1) && right(b1)) return "nothing";\n';
const anglesOnly = {
  "Math.abs(ratio - 1) < 0.01 && cosine > 0.99": "cosine > 0.99",
  "({ ratio, cosine }: Agreement)": "({ cosine }: Agreement)",
};
/** Averaging twice, found by its own length. */
const withRows = { "check, through, sums }": "check, through, sums, rows }" };
const isShort = "[W1, b1, W2, b2].every(({ ratio, cosine }) => cosine > 0.99 && Math.abs(ratio * rows - 1) < 0.01)";

const mistakes: Mistake[] = [
  {
    name: "unchanged",
    does: "has the fault of the recorded run still in it",
    belief: "A repair is one when the run changes: losses and weights must become those of the definition.",
    hint: "Which two parts failed the check? Which operation do their gradients share, and the others not have?",
    change: asItWas,
  },
  {
    name: "one-bias-mended",
    does: "mends one of the two biases",
    belief: "Both biases serve every row; the same slip was made twice.",
    hint: "How many parts failed the check?",
    change: { "delta1.sum(0)": "delta1.sum(1)" },
    also: [{ change: { "delta2.sum(0)": "delta2.sum(1)" } }],
  },
  {
    name: "biases-left-out",
    does: "no longer trains the biases",
    belief: "Without its biases the network is another, smaller one. They have a gradient; it has to be the right one.",
    hint: "What is the slope of the loss with respect to a bias of the outputs?",
    change: { [b1]: "", [b2]: "" },
    also: [{ change: { [b2]: "" } }],
  },
  {
    name: "mean-over-the-rows",
    does: "averages the deltas over the rows for the biases",
    belief: "The mean over the rows is in delta2 already: from there on rows add up.",
    hint: "What would the check say about the length of your gradient?",
    change: { "delta1.sum(0)": "delta1.mean(0)", "delta2.sum(0)": "delta2.mean(0)" },
  },
  {
    name: "one-number-for-all",
    does: "gives every unit of a layer the same change of its bias",
    belief: "A bias belongs to one unit and hears only that unit's deltas.",
    hint: "How many different numbers are in your gradient of b1?",
    change: { "delta1.sum(0)": "delta1.sum()", "delta2.sum(0)": "delta2.sum()" },
  },
  {
    name: "smaller-rate",
    does: "takes smaller steps in directions that are as wrong as before",
    belief: "A smaller rate makes the symptom smaller. The check would fail as before.",
    hint: "Does the angle between computed and measured gradient depend on the rate?",
    change: {
      "delta1.sum(0).mul(lr)": "delta1.sum(1).mul(lr / 10)",
      "delta2.sum(0).mul(lr)": "delta2.sum(1).mul(lr / 10)",
    },
    also: [{ change: { ...asItWas, "const losses": "lr /= 10;\n  const losses" } }],
  },
  {
    name: "summed-before-the-activation",
    does: "sums for b1 what comes back before it has passed the activation",
    belief: "b1 is added before the ReLU: its gradient is the sum of delta1, in which units that were off are 0.",
    hint: "What does a unit that was off send to its bias?",
    change: { "delta1.sum(0)": "delta2.matmul(W2.transpose()).sum(0)" },
  },
  {
    name: "later-layer-moved-first",
    does: "moves W2 before the delta goes back through it",
    belief: "All gradients of a step belong to the weights that made its loss: first sweep, then move.",
    hint: "Through which W2 does delta1 come?",
    change: {
      "const delta1 = delta2": "W2 = W2.sub(h.transpose().matmul(delta2).mul(lr));\n    const delta1 = delta2",
      "    W2 = W2.sub(h.transpose().matmul(delta2).mul(lr));\n": "",
    },
  },
  {
    name: "loss-decides",
    does: "takes a falling loss for a proof that nothing is wrong",
    belief:
      "A network learns with many kinds of wrong gradients, and worse than it could. The check compares with the truth.",
    hint: "Which fault has the run in the pictures, and what does its loss do?",
    change: {
      "check, through, sums }": "check, through, sums, loss }",
      "  const { W1, b1, W2, b2 } = check;\n":
        '  const { W1, b1, W2, b2 } = check;\n  if (loss[loss.length - 1] < loss[0]) return "nothing";\n',
    },
  },
  {
    name: "angle-only",
    does: "takes any gradient that points the right way for right, whatever its length",
    belief: "A gradient that is ten times too short points the right way and is wrong.",
    hint: "What is the cosine of two vectors, one twice the other?",
    change: { ...anglesOnly },
    also: [
      {
        change: {
          ...anglesOnly,
          ...withRows,
          [averaged]: '  if (Math.abs(W2.ratio * rows - 1) < 0.01) return "averaged twice";\n',
        },
      },
      {
        change: {
          ...anglesOnly,
          ...withRows,
          [averaged]: "",
          [sound]: `  if (right(W1) && right(b1)) return ${isShort} ? "averaged twice" : "nothing";\n`,
        },
      },
    ],
  },
  {
    name: "length-only",
    does: "looks at the lengths and not at the angles",
    belief: "Two vectors may be equally long and point apart.",
    hint: "How long are [3, 4] and [4, −3]?",
    change: {
      "Math.abs(ratio - 1) < 0.01 && cosine > 0.99": "Math.abs(ratio - 1) < 0.01",
      "{ ratio, cosine }": "{ ratio }",
    },
  },
  {
    name: "too-long-is-fine",
    does: "finds only gradients that are too short",
    belief: "A gradient that is too long is wrong too.",
    hint: "Which ratios does your test let through?",
    change: { "Math.abs(ratio - 1) < 0.01": "ratio > 0.99" },
  },
  {
    name: "columns-never-asked",
    does: "does not ask what the probabilities of a row add up to",
    belief: "Probabilities come before every delta: if they are wrong, so is all the rest, and in many ways.",
    hint: "Which probe is read before the first delta?",
    change: { [columns]: "" },
    also: [
      { change: { [columns]: "", [averaged]: `${averaged}${columns}` } },
      { change: { [columns]: "", "  return through": `${columns}  return through` } },
      ...["right(W2) && !right(b2)", "right(W1) && right(W2) && !(right(b1) && right(b2))"].map((biases) => ({
        change: {
          ...withRows,
          [columns]: "",
          [averaged]: `  if (${isShort}) return "averaged twice";\n`,
          [axis]: `  if (${biases}) return "sum over the wrong axis";\n`,
        },
      })),
    ],
  },
  {
    name: "average-never-asked",
    does: "does not ask whether W2 is right, and blames the biases or the activation",
    belief: "W2 is the first part after delta2: if it is wrong, look no further.",
    hint: "In how many of the faults is W2 wrong?",
    change: { [averaged]: "" },
  },
  {
    name: "output-bias-not-asked",
    does: "looks for the cause in the first layer without having looked at b2, the bias of the outputs",
    belief: "The sweep begins at the outputs. A wrong b2 cannot come from the first layer.",
    hint: "What did b2's gradient pass on its way?",
    change: { [axis]: "" },
  },
  {
    name: "through-upside-down",
    does: "takes deltas that stop at units which were off for a forgotten activation",
    belief: "A unit that is off passes nothing back. What does come through is the sign that its slope was forgotten.",
    hint: "What is through in a sound run?",
    change: { "through > 0": "through === 0" },
  },
  {
    name: "through-never-asked",
    does: "does not tell a forgotten activation from weights that were not turned",
    belief: "Both spoil the first layer. Only one of them lets something through units that were off.",
    hint: "Which probe differs between the two?",
    change: { 'through > 0 ? "activation forgotten" : "weights not turned"': '"activation forgotten"' },
    also: [{ change: { 'through > 0 ? "activation forgotten" : "weights not turned"': '"weights not turned"' } }],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
const right = "const right = ({ ratio, cosine }: Agreement): boolean => Math.abs(ratio - 1) < 0.01 && cosine > 0.99;";
export const equivalent = {
  [`${right}  ⇒  ${right.replace("< 0.01", "<= 0.01")}`]: "no ratio misses 1 by exactly 0.01",
  [`${right}  ⇒  ${right.replace("> 0.99", ">= 0.99")}`]: "no cosine is exactly 0.99",
  "Math.abs(sum - 1) > 0.01  ⇒  Math.abs(sum - 1) >= 0.01": "no sum misses 1 by exactly 0.01",
};
