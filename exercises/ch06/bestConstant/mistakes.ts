import type { Mistake } from "@termwise/check";

const square = 'if (kind === "square") return (x - c) ** 2;';
const absolute = 'if (kind === "absolute") return Math.abs(x - c);';
const pinball = "x < c ? (1 - tau) * (c - x) : tau * (x - c)";
const log = "-Math.log(x === 1 ? c : 1 - c)";
const mean = "return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;";
const objective = "lossOf(kind, data, c, tau) + penalty * c * c";
const bracket = "minimise(objective, Math.min(0, ...data), Math.max(0, ...data))";
const order = "if (!(low <= high))";
const compare = "if (fLeft < fRight) {";
const until = "while (b - a > 1e-6) {";
const found = "return (a + b) / 2;";

const mistakes: Mistake[] = [
  {
    name: "penalty-averaged",
    does: "divides the penalty by the number of data",
    belief:
      "The penalty is on the constant, not on the data: it is added once to the mean, and does not shrink with n.",
    hint: "Give every datum twice. Should the best constant change?",
    change: { [objective]: "lossOf(kind, data, c, tau) + (penalty * c * c) / data.length" },
    also: [{ change: { [objective]: "data.length * lossOf(kind, data, c, tau) + penalty * c * c" } }],
  },
  {
    name: "penalty-for-every-datum",
    does: "adds the penalty once for each datum",
    belief: "The penalty is a part of the objective, not of a datum's loss: it is added once.",
    hint: "With ten data, how large is the penalty in your objective?",
    change: { [objective]: "lossOf(kind, data, c, tau) + penalty * c * c * data.length" },
  },
  {
    name: "penalty-ignored",
    does: "minimises the loss without the penalty",
    belief: "What is minimised is the objective: the loss and the penalty together.",
    hint: "Does your result change with the penalty?",
    change: { [objective]: "lossOf(kind, data, c, tau) + 0 * penalty" },
  },
  {
    name: "another-penalty",
    does: "penalises |c| or ½c² instead of c²",
    belief: "The contract's penalty is penalty · c²; each form pulls with another force.",
    hint: "By how much does the penalty rise from c = 2 to c = 4?",
    change: { [objective]: "lossOf(kind, data, c, tau) + penalty * Math.abs(c)" },
    also: [
      { change: { [objective]: "lossOf(kind, data, c, tau) + (penalty * c * c) / 2" } },
      { change: { [objective]: "lossOf(kind, data, c, tau) + (penalty * c) ** 2" } },
    ],
  },
  {
    name: "bracket-of-the-data",
    does: "looks between the smallest and the largest datum only",
    belief: "The penalty pulls towards 0, which may lie outside of the data: the bracket has to hold it.",
    hint: "Data 10, 12, 14 and a large penalty: where is the best constant?",
    change: { [bracket]: "minimise(objective, Math.min(...data), Math.max(...data))" },
  },
  {
    name: "bracket-fixed",
    does: "looks in an interval that has nothing to do with the data",
    belief: "The minimiser lies between 0 and the data; a fixed interval misses it as soon as the data are elsewhere.",
    hint: "Add 1000 to all data. Does the best constant follow?",
    change: { [bracket]: "minimise(objective, 0, 100)" },
    also: [
      { change: { [bracket]: "minimise(objective, -10, 10)" } },
      { change: { [bracket]: "minimise(objective, 0, 10)" } },
      { change: { [bracket]: "minimise(objective, 0, 1)" } },
      { change: { [bracket]: "minimise(objective, 0, Math.max(...data))" } },
      { change: { [bracket]: "minimise(objective, 0, Math.max(0, ...data))" } },
    ],
  },
  {
    name: "logarithm-outside-of-its-valley",
    does: "searches the logarithm where it is not defined",
    belief:
      "Outside of (0, 1) the loss is NaN, every comparison with it is false, and the search walks off the valley.",
    hint: "What is −ln(1 − c) for c = 1.4, and is it larger than anything?",
    change: { [bracket]: "minimise(objective, Math.min(0, ...data) - 1, Math.max(0, ...data) + 1)" },
    also: [
      {
        change: {
          [bracket]:
            'kind === "log" ? minimise(objective, -1, 2) : minimise(objective, Math.min(0, ...data), Math.max(0, ...data))',
        },
      },
      {
        change: {
          [bracket]:
            'kind === "log" ? minimise(objective, 0, 2) : minimise(objective, Math.min(0, ...data), Math.max(0, ...data))',
        },
      },
      {
        change: {
          [bracket]:
            'kind === "log" ? minimise(objective, -10, 10) : minimise(objective, Math.min(0, ...data), Math.max(0, ...data))',
        },
      },
      { change: { [bracket]: "minimise(objective, Math.min(0, ...data) - 10, Math.max(0, ...data) + 10)" } },
    ],
  },
  {
    name: "mean-for-absolute-errors",
    does: "answers with the mean where absolute errors are counted",
    belief: "Half of the data above and half below balances |x − c|, however far away they are: the median.",
    hint: "Move the largest datum to a million. Does the median notice?",
    change: {
      "const objective =":
        'if (kind === "absolute") return data.reduce((sum, x) => sum + x, 0) / data.length / (1 + penalty);\n  const objective =',
    },
    also: [
      { change: { [absolute]: 'if (kind === "absolute") return (x - c) ** 2;' } },
      { change: { "const objective =": 'if (kind === "absolute") kind = "square";\n  const objective =' } },
      {
        change: {
          "const objective =":
            'if (kind === "absolute") return data.reduce((sum, x) => sum + x, 0) / data.length;\n  const objective =',
        },
      },
    ],
  },
  {
    name: "signs-cancel",
    does: "adds the deviations without taking their size",
    belief: "A loss counts errors of both directions; with their signs they cancel, and there is no bottom.",
    hint: "What is your loss of the mean?",
    change: { [absolute]: 'if (kind === "absolute") return x - c;' },
    also: [
      {
        change: {
          [mean]: "return Math.abs(losses.reduce((sum, loss) => sum + loss, 0)) / losses.length;",
          [absolute]: 'if (kind === "absolute") return x - c;',
        },
      },
    ],
  },
  {
    name: "tau-on-the-wrong-side",
    does: "weighs the data below the constant with tau",
    belief: "tau is the price of being too low: the larger it is, the higher the best constant.",
    hint: "tau = 0.9: should your constant be above or below most of the data?",
    change: { [pinball]: "x < c ? tau * (c - x) : (1 - tau) * (x - c)" },
  },
  {
    name: "one-side-for-nothing",
    does: "counts only errors in one direction, or gives the other a negative loss",
    belief: "Both directions cost: tau · (x − c) above, (1 − tau) · (c − x) below, never less than 0.",
    hint: "Can your pinball loss be negative, or 0 for a constant that is far off?",
    change: { [pinball]: "x < c ? (1 - tau) * (x - c) : tau * (x - c)" },
    also: [
      { change: { [pinball]: "x < c ? 0 : tau * (x - c)" } },
      { change: { [pinball]: "tau * (x - c)" } },
      { change: { [pinball]: "x < c ? c - x : tau * (x - c)" } },
    ],
  },
  {
    name: "sum-instead-of-mean",
    does: "adds up the losses of the data",
    belief: "The mean divides by n: only so do loss and penalty keep their balance when data are added.",
    hint: "What is the loss of 2 for the data 4, 4, 4?",
    change: { [mean]: "return losses.reduce((sum, loss) => sum + loss, 0);" },
  },
  {
    name: "root-or-half-of-the-square",
    does: "takes half of the square, or the root of the mean",
    belief: "That has its minimum at the same place only without a penalty; the contract's loss is (x − c)².",
    hint: "What is the loss of 2 for the single datum 5?",
    change: { [square]: 'if (kind === "square") return (x - c) ** 2 / 2;' },
    also: [
      {
        change: {
          [mean]:
            'const all = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;\n  return kind === "square" ? Math.sqrt(all) : all;',
        },
      },
    ],
  },
  {
    name: "heads-for-tails",
    does: "takes c for the probability of 0",
    belief: "c is the probability of a 1: its logarithm is the loss where x is 1.",
    hint: "All data are 1: should c be near 1 or near 0?",
    change: { [log]: "-Math.log(x === 1 ? 1 - c : c)" },
  },
  {
    name: "zeros-for-nothing",
    does: "leaves out the loss of the zeros",
    belief: "A 0 that was given the probability c of being 1 costs −ln(1 − c); without that c = 1 would be best.",
    hint: "What does your loss say of c = 0.99 when all data are 0?",
    change: { [log]: "x === 1 ? -Math.log(c) : 0" },
    also: [{ change: { [log]: "-x * Math.log(c)" } }],
  },
  {
    name: "plus-sign",
    does: "forgets the minus before the logarithm",
    belief: "ln of a probability is negative; without the minus the search finds the worst constant.",
    hint: "Is your loss positive?",
    change: { [log]: "Math.log(x === 1 ? c : 1 - c)" },
  },
  {
    name: "keeps-the-wrong-part",
    does: "keeps the part of the interval with the larger values",
    belief:
      "If f is larger at the right point, the valley lies to the left of it: the end beyond the larger value goes.",
    hint: "Search c² on [−1, 3] by hand, one step.",
    change: { [compare]: "if (fLeft > fRight) {" },
  },
  {
    name: "too-many-calls",
    does: "calls f more often than needed",
    belief: "With the golden ratio one of the two points and its value can be used again: one call a step.",
    hint: "How many calls does your search make for an interval of a million?",
    change: {
      "fLeft = f(left);": "fLeft = f(left);\n      fRight = f(right);",
      "fRight = f(right);\n    }": "fRight = f(right);\n      fLeft = f(left);\n    }",
    },
    also: [
      {
        change: {
          "const golden = (Math.sqrt(5) - 1) / 2;": "const golden = 2 / 3;",
          "[b, right, fRight] = [right, left, fLeft];\n      left = b - golden * (b - a);\n      fLeft = f(left);":
            "b = right;\n      [left, right] = [b - golden * (b - a), a + golden * (b - a)];\n      [fLeft, fRight] = [f(left), f(right)];",
          "[a, left, fLeft] = [left, right, fRight];\n      right = a + golden * (b - a);\n      fRight = f(right);":
            "a = left;\n      [left, right] = [b - golden * (b - a), a + golden * (b - a)];\n      [fLeft, fRight] = [f(left), f(right)];",
        },
      },
      { change: { [until]: "for (let k = 0; k < 100; k++) {" } },
      { change: { [until]: "for (let k = 0; k < 200; k++) {" } },
      { change: { [until]: "while (b - a > 1e-9) {" } },
    ],
  },
  {
    name: "stops-too-early",
    does: "ends the search before the interval is small enough",
    belief: "Within 10⁻⁶ is asked for, and what counts is the length of the interval, not the number of steps.",
    hint: "How long is your interval at the end if it began with a million?",
    change: { [until]: "for (let k = 0; k < 30; k++) {" },
    also: [
      { change: { [until]: "while (b - a > 1e-3) {", [found]: "return fLeft < fRight ? left : right;" } },
      {
        change: {
          [until]: "while (b - a > 1e-3) {",
          [found]: "return fLeft < fRight ? left : right;",
          [bracket]: `kind === "log" ? minimise(objective, 1e-9, 1 - 1e-9) : ${bracket}`,
        },
      },
      { change: { [until]: "while (b - a > 1e-3) {" } },
      { change: { [until]: "for (let k = 0; k < 20; k++) {" } },
      { change: { [until]: "for (let k = 0; k < 40; k++) {" } },
      { change: { [until]: "for (let k = 0; k < 50; k++) {" } },
      { change: { [until]: "while (b - a > 1e-6 * (high - low)) {" } },
      { change: { [until]: "while (Math.abs(fLeft - fRight) > 1e-6) {" } },
    ],
  },
  {
    name: "value-instead-of-place",
    does: "returns the smallest value of f instead of where it is",
    belief: "Asked is the constant, not its loss.",
    hint: "What is your result for (c − 2)² + 5?",
    change: { [found]: "return Math.min(fLeft, fRight);" },
    also: [{ change: { [found]: "return f((a + b) / 2);" } }],
  },
  {
    name: "any-interval-accepted",
    does: "searches also where low is above high",
    belief: "Such an interval is empty: a result from it hides that the ends were mixed up.",
    hint: "What does your search return for low = 5 and high = 2?",
    change: { [order]: "if (false)" },
    also: [
      { change: { [order]: "if (low > high) [low, high] = [high, low];\n  if (false)" } },
      { change: { [order]: "if (!(low < high))" } },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return x < c ? (1 - tau) * (c - x) : tau * (x - c);  ⇒  return x <= c ? (1 - tau) * (c - x) : tau * (x - c);":
    "at x = c both sides are 0",
  "return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;  ⇒  return losses.reduce((sum, loss) => sum + loss) / losses.length;":
    "there is at least one loss, and the sum may begin with it",
  "b - a > 1e-6  ⇒  b - a >= 1e-6": "no interval of the search is exactly as long as this",
  "fLeft < fRight  ⇒  fLeft <= fRight":
    "where both are equal the minimum lies between the two points, and either end may go",
  "return minimise(objective, Math.min(0, ...data), Math.max(0, ...data));  ⇒  return minimise(objective, Math.min(0, ...data), Math.max(1, ...data));":
    "a longer bracket holds the same valley",
};
