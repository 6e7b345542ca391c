import type { Mistake } from "@termwise/check";

const pick = "const logP = Math.max(logSoftmax(z)[labels[i]], Math.log(least));";
const row = "return q === 0 ? -logP : -Math.expm1(q * logP) / q;";
const mean = "/ losses.length";
const total = "return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;";
const factor = "right > Math.log(least) ? Math.exp(q * right) / logits.length : 0";
const slope = "factor * (Math.exp(l) - (k === labels[i] ? 1 : 0))";
const top = "const top = Math.max(...z);";
const qCheck = "if (!(q >= 0 && q <= 1))";
const leastCheck = "if (!(least >= 0 && least < 1))";
const kept = "logits.filter((z, i) => logSoftmax(z)[labels[i]] > Math.log(least)).length";
const noLoss = {
  [row]:
    "if (logSoftmax(z)[labels[i]] <= Math.log(least)) return 0;\n    return q === 0 ? -logP : -Math.expm1(q * logP) / q;",
};
/** The mean over rows that are not truncated: with or without the losses of the others, and what is left if none is. */
const keptMean: Record<string, Record<string, string>> = {
  orOne: { [mean]: `/ (${kept} || 1)` },
  orNothing: { [mean]: `/ ${kept}` },
  alone: { ...noLoss, [mean]: `/ ${kept}` },
  aloneOrOne: { ...noLoss, [mean]: `/ (${kept} || 1)` },
  aloneOrTheConstant: {
    [total]: `const some = losses.filter((_, i) => ${kept} === 0 || logSoftmax(logits[i])[labels[i]] > Math.log(least));
  return some.reduce((sum, loss) => sum + loss, 0) / some.length;`,
  },
};
const keptSlope = { "/ logits.length : 0": `/ ${kept} : 0` };
const classCheck = "if (odd !== undefined)";

const mistakes: Mistake[] = [
  {
    name: "sum-over-all-classes",
    does: "adds up (1 − p^q) / q over all classes",
    belief:
      "L_q looks at one probability, that of the label. Summed over all classes it would punish the label's own success.",
    hint: "What is your loss when the label has probability 1 and q = 1?",
    change: {
      [pick]: "const all = logSoftmax(z);",
      [row]:
        "return all.reduce((sum, l) => sum + (q === 0 ? -Math.max(l, Math.log(least)) : -Math.expm1(q * Math.max(l, Math.log(least))) / q), 0);",
    },
    also: [
      {
        change: {
          [pick]: "const all = logSoftmax(z);",
          [row]:
            "return all.reduce((sum, l, k) => {\n      const log = Math.max(k === labels[i] ? l : Math.log(-Math.expm1(l)), Math.log(least));\n      return sum + (q === 0 ? -log : -Math.expm1(q * log) / q);\n    }, 0);",
        },
      },
    ],
  },
  {
    name: "division-by-zero",
    does: "divides by q also where q is 0",
    belief: "(1 − p⁰) / 0 is 0 / 0, NaN: at q = 0 the limit −ln p is meant.",
    hint: "What is p to the power 0?",
    change: { [row]: "return -Math.expm1(q * logP) / q;" },
    also: [
      { change: { [row]: "return q === 0 ? 0 : -Math.expm1(q * logP) / q;" } },
      { change: { [row]: "return (1 - Math.exp(logP) ** q) / q;" } },
    ],
  },
  {
    name: "digits-lost-for-small-q",
    does: "subtracts the power from 1, which leaves no digits for a small q",
    belief: "For q = 10⁻¹³ the power differs from 1 only in its 13th digit, and a number has 16 of them.",
    hint: "Compare your result at q = 1e-13 with −ln p.",
    change: { [row]: "return q === 0 ? -logP : (1 - Math.exp(q * logP)) / q;" },
    also: [
      { change: { [row]: "return q === 0 ? -logP : (1 - Math.exp(logP) ** q) / q;" } },
      {
        change: {
          [pick]: "const logP = Math.log(Math.max(Math.exp(logSoftmax(z)[labels[i]]), least));",
          [row]: "return q === 0 ? -logP : (1 - Math.exp(logP) ** q) / q;",
        },
      },
    ],
  },
  {
    name: "small-q-replaced",
    does: "takes cross-entropy for every q below some limit",
    belief: "Between q = 0 and q = 0.001 the loss of a very unlikely label changes by a lot: only q = 0 is the limit.",
    hint: "A score gap of 2000 and q = 0.0005: is the loss 2000 or about 1264?",
    change: { "return q === 0 ?": "return q < 1e-3 ?" },
    also: [{ change: { "return q === 0 ?": "return q < 1e-2 ?" } }],
  },
  {
    name: "power-of-the-score",
    does: "takes the power of the score instead of the probability",
    belief: "Scores may be negative and larger than 1; p^q needs a probability, after the softmax.",
    hint: "What is (−2) ** 0.5?",
    change: { "logSoftmax(z)[labels[i]], Math": "Math.log(z[labels[i]]), Math" },
    also: [
      { change: { "logSoftmax(z)[labels[i]], Math": "-Math.log1p(Math.exp(-z[labels[i]])), Math" } },
      { change: { "logSoftmax(z)[labels[i]], Math": "z[labels[i]], Math" } },
    ],
  },
  {
    name: "q-reversed",
    does: "uses 1 − q in the place of q",
    belief: "q = 0 is cross-entropy and q = 1 is 1 − p.",
    hint: "What is your loss for q = 1 and p = ½?",
    change: { [row]: "return q === 1 ? -logP : -Math.expm1((1 - q) * logP) / (1 - q);" },
    also: [
      {
        change: {
          [row]: "return q === 1 ? -logP : -Math.expm1((1 - q) * logP) / (1 - q);",
          "Math.exp(q * right)": "Math.exp((1 - q) * right)",
        },
      },
    ],
  },
  {
    name: "not-divided-by-q",
    does: "leaves out the division by q",
    belief: "Without 1 / q the loss goes to 0 with q; with it, it goes to cross-entropy.",
    hint: "How large is your loss for q = 10⁻¹³?",
    change: { [row]: "return q === 0 ? -logP : -Math.expm1(q * logP);" },
  },
  {
    name: "focal",
    does: "weighs cross-entropy with (1 − p)^q",
    belief: "That is another loss, the focal one: it cares more for what is badly wrong, this one less.",
    hint: "Does your loss stay below 1 / q when p goes to 0?",
    change: { [row]: "return -((1 - Math.exp(logP)) ** q) * logP;" },
  },
  {
    name: "gradient-of-cross-entropy",
    does: "forgets the factor p^q in the gradient",
    belief: "That factor is the whole difference: it lets a row with an unlikely, perhaps wrong, label pull less.",
    hint: "Does your gradient depend on q?",
    change: { "Math.exp(q * right) / logits.length": "1 / logits.length" },
  },
  {
    name: "gradient-power-off-by-one",
    does: "takes p^(q − 1) as the factor of the gradient",
    belief: "dL/dp is −p^(q−1), but the softmax passes on another p: together p^q.",
    hint: "What should the factor be at q = 0, where L_q is cross-entropy?",
    change: { "Math.exp(q * right) / logits.length": "Math.exp((q - 1) * right) / logits.length" },
    also: [
      { change: { "Math.exp(q * right) / logits.length": "(q * Math.exp(q * right)) / logits.length" } },
      { change: { "Math.exp(q * right) / logits.length": "Math.exp((q + 1) * right) / logits.length" } },
    ],
  },
  {
    name: "factor-of-each-class",
    does: "multiplies each entry of the gradient with the power of its own probability",
    belief: "The loss depends on p_y only: one factor, that of the label, for the whole row.",
    hint: "Do the entries of a row of your gradient sum to 0?",
    change: {
      [factor]: "right > Math.log(least) ? 1 / logits.length : 0",
      [slope]: "factor * Math.exp(q * l) * (Math.exp(l) - (k === labels[i] ? 1 : 0))",
    },
  },
  {
    name: "gradient-reversed",
    does: "turns the sign of the gradient",
    belief: "Raising the label's score lowers the loss: its slope is negative.",
    hint: "What sign has p − 1?",
    change: { [slope]: "factor * ((k === labels[i] ? 1 : 0) - Math.exp(l))" },
  },
  {
    name: "sum-over-rows",
    does: "adds up the rows instead of averaging them",
    belief: "The result is a mean over B rows, and so is its gradient.",
    hint: "Give every row twice. Does anything change?",
    change: { [mean]: "" },
    also: [
      { change: { [mean]: "", "Math.exp(q * right) / logits.length": "Math.exp(q * right)" } },
      { change: { "Math.exp(q * right) / logits.length": "Math.exp(q * right)" } },
    ],
  },
  {
    name: "truncation-forgotten",
    does: "does not truncate",
    belief: "Below `least` the label is more probably wrong than right: there the row's loss is constant.",
    hint: "Where does least stand in your code?",
    change: { [pick]: "const logP = logSoftmax(z)[labels[i]];", [factor]: "Math.exp(q * right) / logits.length" },
    also: [{ change: { [pick]: "const logP = logSoftmax(z)[labels[i]];" } }],
  },
  {
    name: "gradient-not-cut",
    does: "truncates the loss but not its gradient",
    belief: "A constant loss has no slope: a truncated row must not pull at the scores.",
    hint: "Change a score of a truncated row a little. Does the loss change?",
    change: { [factor]: "Math.exp(q * right) / logits.length" },
    also: [{ change: { [factor]: "Math.exp(q * Math.max(right, Math.log(least))) / logits.length" } }],
  },
  {
    name: "truncated-rows-free",
    does: "gives truncated rows the loss 0",
    belief: "The loss stays at L_q(least), so that it does not jump where p passes the limit.",
    hint: "What is your loss just above the limit and just below it?",
    change: {
      [row]:
        "if (logSoftmax(z)[labels[i]] <= Math.log(least)) return 0;\n    return q === 0 ? -logP : -Math.expm1(q * logP) / q;",
    },
    also: [
      {
        change: {
          [row]:
            "if (least > 0 && logSoftmax(z)[labels[i]] <= Math.log(least)) return least;\n    return q === 0 ? -logP : -Math.expm1(q * logP) / q;",
        },
      },
    ],
  },
  {
    name: "truncated-rows-left-out",
    does: "takes the mean over the rows that are not truncated",
    belief: "All B rows are counted: otherwise the loss would fall whenever a row is given up.",
    hint: "By how many rows do you divide when one of two is truncated?",
    change: keptMean.orOne,
    also: [
      ...Object.values(keptMean).map((change) => ({ change })),
      ...Object.values(keptMean).map((change) => ({ change: { ...change, ...keptSlope } })),
      { change: keptSlope },
    ],
  },
  {
    name: "truncates-the-likely",
    does: "truncates rows whose label is likely",
    belief: "It is the labels with a low probability that are suspected of being wrong.",
    hint: "Which rows does p_y ≤ least mean?",
    change: {
      "Math.max(logSoftmax(z)[labels[i]], Math.log(least))":
        "least > 0 ? Math.min(logSoftmax(z)[labels[i]], Math.log(least)) : logSoftmax(z)[labels[i]]",
    },
    also: [
      {
        change: {
          "Math.max(logSoftmax(z)[labels[i]], Math.log(least))":
            "least > 0 ? Math.min(logSoftmax(z)[labels[i]], Math.log(least)) : logSoftmax(z)[labels[i]]",
          "right > Math.log(least)": "!(least > 0) || right < Math.log(least)",
        },
      },
    ],
  },
  {
    name: "cross-entropy-not-truncated",
    does: "truncates for every q but 0",
    belief: "Cross-entropy is the q = 0 of the same family: with `least` it stays below −ln least, as the others do.",
    hint: "What is your loss for p_y = 0.1, q = 0 and least = 0.25?",
    change: { [row]: "return q === 0 ? -logSoftmax(z)[labels[i]] : -Math.expm1(q * logP) / q;" },
    also: [
      {
        change: {
          [row]: "return q === 0 ? -logSoftmax(z)[labels[i]] : -Math.expm1(q * logP) / q;",
          "right > Math.log(least)": "q === 0 || right > Math.log(least)",
        },
      },
    ],
  },
  {
    name: "limit-not-truncated",
    does: "does not truncate a row exactly at the limit",
    belief: "At the kink one has to choose: the contract says ≤, so p_y = least has no slope.",
    hint: "p_y = ½ and least = ½: what is the gradient?",
    change: { "right > Math.log(least)": "right >= Math.log(least)" },
  },
  {
    name: "unstable",
    does: "takes exponentials of the raw scores",
    belief: "exp overflows above 709, and Infinity / Infinity is NaN.",
    hint: "What is exp(1000)?",
    change: { [top]: "const top = 0;" },
    also: [
      {
        change: {
          "return z.map((score) => score - logSum);":
            "return z.map((score) => Math.log(Math.exp(score) / z.reduce((sum, v) => sum + Math.exp(v), 0)));",
        },
      },
    ],
  },
  {
    name: "log-of-softmax",
    does: "goes by a probability that was rounded to 0, in a logarithm or beside `least`",
    belief:
      "exp(−2000) is 0 in floating point: its logarithm is −∞, and it is not above a `least` of 0. z − ln Σ exp z is −2000.",
    hint: "What is your loss for q = 0 and scores 1000 and −1000?",
    change: {
      "return z.map((score) => score - logSum);": "return z.map((score) => Math.log(Math.exp(score - logSum)));",
    },
    also: [
      { change: { "right > Math.log(least)": "Math.exp(right) > least" } },
      {
        change: {
          [pick]: "const l = logSoftmax(z)[labels[i]];\n    const logP = Math.exp(l) <= least ? Math.log(least) : l;",
        },
      },
    ],
  },
  {
    name: "options-unchecked",
    does: "goes on with options or classes that are out of range",
    belief:
      "A negative q turns the loss into one that is most upset by wrong labels, and a class that is not there into NaN.",
    hint: "What does your code do with q = −0.5?",
    change: { [qCheck]: "if (false)", [leastCheck]: "if (false)", [classCheck]: "if (false)" },
    also: [
      { change: { [qCheck]: "if (false)" } },
      { change: { [leastCheck]: "if (false)" } },
      { change: { [classCheck]: "if (false)" } },
      { change: { [qCheck]: "if (q < 0 || q > 1)", [leastCheck]: "if (least < 0 || least >= 1)" } },
    ],
  },
  {
    name: "zero-refused",
    does: "refuses q = 0",
    belief: "q = 0 belongs to the family: there L_q is its limit, cross-entropy.",
    hint: "What does your code do with q = 0?",
    change: { [qCheck]: "if (!(q > 0 && q <= 1))" },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;  ⇒  return losses.reduce((sum, loss) => sum + loss) / losses.length;":
    "there is at least one loss, and the sum may begin with it",
};
