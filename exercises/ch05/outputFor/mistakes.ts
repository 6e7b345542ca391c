import type { Mistake } from "@termwise/check";

const open = 'if (high === Infinity) return low === -Infinity ? "identity" : "exp";';
const unit = 'if (low === 0 && high === 1) return columns > 1 && sumsToOne ? "softmax" : "sigmoid";';
const rest = 'return low === -1 && high === 1 ? "tanh" : "scaled sigmoid";';
const head = "export function outputFor({ columns, low, high, sumsToOne }: Target): Output {";
const withSeen = "export function outputFor({ columns, low, high, sumsToOne, seen }: Target): Output {";
const missed = "const missed = targets.map((t) => t - Math.min(high, Math.max(low, t)));";
const mean = "return missed.reduce((sum, d) => sum + d * d, 0) / targets.length;";

const mistakes: Mistake[] = [
  {
    name: "tanh-for-unbounded",
    does: "puts a tanh behind targets without limits",
    belief: "tanh cannot say 2: a regression without limits needs an output without limits.",
    hint: "What is the largest profit that your network could predict?",
    change: { [open]: 'if (high === Infinity) return low === -Infinity ? "tanh" : "exp";' },
  },
  {
    name: "relu-for-unbounded",
    does: "keeps targets without limits positive",
    belief: "An output that cannot be negative is wrong for every negative target, by the whole distance.",
    hint: "What does your network predict for a loss of 3?",
    change: { [open]: 'if (high === Infinity) return "exp";' },
    also: [
      { change: { [open]: 'if (high === Infinity) return (low === -Infinity ? "relu" : "exp") as Output;' } },
      { change: { [open]: 'if (high === Infinity) return "relu" as Output;' } },
    ],
  },
  {
    name: "relu-for-counts",
    does: "puts a relu behind counts and durations",
    belief:
      "A relu output is 0 with slope 0 on its whole left side and can stop learning; exp is positive everywhere and always has a slope.",
    hint: "Is the name that you return in the contract's list?",
    change: { [open]: 'if (high === Infinity) return low === -Infinity ? "identity" : ("relu" as Output);' },
  },
  {
    name: "softmax-for-many-labels",
    does: "uses softmax wherever there are several columns",
    belief: "softmax shares out one whole: two topics that are both certain would get one half each.",
    hint: "Can a film be a comedy and a thriller in your network?",
    change: { [unit]: 'if (low === 0 && high === 1) return columns > 1 ? "softmax" : "sigmoid";' },
  },
  {
    name: "sigmoids-for-classes",
    does: "uses sigmoids where exactly one of several classes is right",
    belief: "Columns that sum to 1 depend on each other: softmax lets one rise only as the others fall.",
    hint: "Do your ten digit probabilities sum to 1?",
    change: { [unit]: 'if (low === 0 && high === 1) return "sigmoid";' },
  },
  {
    name: "softmax-of-one",
    does: "uses softmax for a single column",
    belief: "The softmax of one number is always 1, whatever the network says.",
    hint: "What is the softmax of one score?",
    change: { [unit]: 'if (low === 0 && high === 1) return sumsToOne ? "softmax" : "sigmoid";' },
    also: [
      { change: { [unit]: 'if (low === 0 && high === 1) return sumsToOne || columns === 1 ? "softmax" : "sigmoid";' } },
    ],
  },
  {
    name: "softmax-for-every-sum",
    does: "uses softmax for columns that sum to 1 whatever their range",
    belief: "A softmax says only numbers from 0 to 1: a part of −0.5, or of 1.5, is out of its reach.",
    hint: "Can a softmax say that a part is −0.5, and the others make up for it?",
    change: { [unit]: `if (columns > 1 && sumsToOne) return "softmax";\n  ${unit}` },
    also: [
      { change: { [open]: `if (columns > 1 && sumsToOne) return "softmax";\n  ${open}` } },
      { change: { [unit]: `if (columns > 1 && sumsToOne && low >= -1) return "softmax";\n  ${unit}` } },
    ],
  },
  {
    name: "sigmoid-for-counts",
    does: "puts a sigmoid behind counts and durations",
    belief: "A sigmoid ends at 1; a count has no upper limit.",
    hint: "How many visitors can your network predict?",
    change: { [open]: 'if (high === Infinity) return low === -Infinity ? "identity" : "sigmoid";' },
    also: [{ change: { [open]: 'if (high === Infinity) return low === -Infinity ? "identity" : "scaled sigmoid";' } }],
  },
  {
    name: "identity-for-counts",
    does: "leaves counts and durations without an output function",
    belief: "An identity can say −3 visitors: where a value cannot be negative, the output should not be.",
    hint: "Can your network predict a negative duration?",
    change: { [open]: 'if (high === Infinity) return "identity";' },
  },
  {
    name: "judged-by-what-was-seen",
    does: "judges the range by the training rows",
    belief: "What was seen is a sample; the range is what can happen, and the next year may bring a loss.",
    hint: "Which field do you read, seen or low and high?",
    change: {
      [head]: withSeen,
      [open]: 'if (high === Infinity) return low === -Infinity && seen[0] < 0 ? "identity" : "exp";',
    },
    also: [
      {
        change: {
          [head]: `${withSeen}\n  [low, high] = [low === -Infinity ? low : seen[0], high === Infinity ? high : seen[1]];`,
        },
      },
      { change: { [head]: `${withSeen}\n  [low, high] = seen;` } },
      {
        change: {
          [head]: withSeen,
          [open]: 'if (columns > 1 && sumsToOne) return "softmax";',
          [unit]: 'if (seen[0] >= 0) return seen[1] <= 1 ? "sigmoid" : "exp";',
          [rest]: 'return seen[0] >= -1 && seen[1] <= 1 ? "tanh" : "identity";',
        },
      },
      {
        change: {
          [head]: withSeen,
          [open]:
            'if (seen[0] >= 0 && seen[1] > 1) return "exp";\n  if (high === Infinity) return low === -Infinity ? "identity" : "exp";',
        },
      },
    ],
  },
  {
    name: "tanh-for-any-range",
    does: "puts a tanh behind every limited range",
    belief: "tanh reaches from −1 to 1 and not further: five stars are out of its reach.",
    hint: "What is the largest rating that your network could give?",
    change: { [rest]: 'return "tanh";' },
    also: [
      { change: { [rest]: 'return low < 0 && high > 0 ? "tanh" : "scaled sigmoid";' } },
      { change: { [rest]: 'return low === -high ? "tanh" : "scaled sigmoid";' } },
      { change: { [rest]: 'return low < 0 ? "tanh" : "scaled sigmoid";' } },
    ],
  },
  {
    name: "sigmoid-for-any-range",
    does: "puts a plain sigmoid behind every range that begins at 0 or above",
    belief: "A sigmoid ends at 1: a range up to 255 has to be stretched.",
    hint: "How bright can a point of your picture be?",
    change: {
      [rest]: 'if (low >= 0) return "sigmoid";\n  return low === -1 && high === 1 ? "tanh" : "scaled sigmoid";',
    },
    also: [
      { change: { [unit]: 'if (low === 0) return columns > 1 && sumsToOne ? "softmax" : "sigmoid";' } },
      { change: { [rest]: 'return low === -1 && high === 1 ? "tanh" : "sigmoid";' } },
    ],
  },
  {
    name: "sigmoid-for-minus-one-to-one",
    does: "uses a sigmoid, plain or stretched, where the range is -1 to 1",
    belief: "tanh is exactly a sigmoid stretched to −1 … 1, and it has a name of its own in the contract.",
    hint: "Which function of the list reaches from −1 to 1?",
    change: { [rest]: 'return "scaled sigmoid";' },
    also: [{ change: { [rest]: 'return low === -1 && high === 1 ? "sigmoid" : "scaled sigmoid";' } }],
  },
  {
    name: "identity-for-limited-ranges",
    does: "leaves ranges with two limits without an output function",
    belief: "An identity could answer seven stars out of five.",
    hint: "What is the largest rating that your network could give, and what should it be?",
    change: { [rest]: 'return low === -1 && high === 1 ? "tanh" : "identity";' },
  },
  {
    name: "relu-loses-nothing",
    does: "takes negative targets to be within the reach of relu and exp",
    belief: "Neither relu nor exp ever gives a negative number.",
    hint: "Which output comes nearest to the target -2?",
    change: {
      "exp: [0, Infinity]": "exp: [-Infinity, Infinity]",
      "relu: [0, Infinity]": "relu: [-Infinity, Infinity]",
    },
    also: [
      { change: { "relu: [0, Infinity]": "relu: [-Infinity, Infinity]" } },
      { change: { "exp: [0, Infinity]": "exp: [-Infinity, Infinity]" } },
    ],
  },
  {
    name: "targets-through-the-function",
    does: "takes the output function of the target as the best output",
    belief: "The outputs may be chosen freely within reach: what goes into the function is up to the network.",
    hint: "Can a sigmoid say 0.9? For which z? Is that z the target?",
    change: {
      [missed]:
        "const through = { identity: (t: number) => t, exp: Math.exp, relu: (t: number) => Math.max(0, t), sigmoid: (t: number) => 1 / (1 + Math.exp(-t)), tanh: Math.tanh }[output];\n  const missed = targets.map((t) => t - through(t) + 0 * (low + high === 0 ? 0 : 0));",
    },
  },
  {
    name: "sum-instead-of-mean",
    does: "adds up the squared distances without dividing",
    belief: "MSE is a mean: it is divided by the number of targets, those without an error included.",
    hint: "Give each target twice. Does your result double?",
    change: { [mean]: "return missed.reduce((sum, d) => sum + d * d, 0);" },
    also: [{ change: { [mean]: "return missed.reduce((sum, d) => sum + d * d, 0) + 0 / targets.length;" } }],
  },
  {
    name: "mean-of-the-missed",
    does: "divides by the number of targets out of reach",
    belief: "Targets that are met count, with an error of 0.",
    hint: "How many targets has the example, and by what is its 20 divided?",
    change: {
      [mean]:
        "const out = missed.filter((d) => d !== 0).length;\n  return targets.length === 0 ? NaN : missed.reduce((sum, d) => sum + d * d, 0) / Math.max(1, out);",
    },
    also: [
      {
        change: { [mean]: "return missed.reduce((sum, d) => sum + d * d, 0) / missed.filter((d) => d !== 0).length;" },
      },
    ],
  },
  {
    name: "distance-not-squared",
    does: "averages the distances without squaring them",
    belief: "The error is the mean of the squared distances.",
    hint: "What does a single target of -3 give for relu?",
    change: { [mean]: "return missed.reduce((sum, d) => sum + Math.abs(d), 0) / targets.length;" },
    also: [
      { change: { [mean]: "return missed.reduce((sum, d) => sum + d, 0) / targets.length;" } },
      { change: { [mean]: "return Math.sqrt(missed.reduce((sum, d) => sum + d * d, 0) / targets.length);" } },
    ],
  },
];
export default mistakes;
