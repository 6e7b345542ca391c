import type { Mistake } from "@termwise/check";

const model = "  const model = (x: Tensor): Tensor => relu(x.matmul(W1).add(b1)).matmul(W2).add(b2);\n";
const twice = "  const model = (x: Tensor): Tensor => softmax(relu(x.matmul(W1).add(b1)).matmul(W2).add(b2));\n";
/** The program as it was: probabilities go into the loss. */
const asItWas = { [model]: twice, "softmax(model(unseen))": "model(unseen)" };

const mistakes: Mistake[] = [
  {
    name: "unchanged",
    does: "has the fault of the recorded run still in it",
    belief: "A repair is one when the run changes: the loss must become that of the definition.",
    hint: "What does crossEntropy do to its first argument before it takes a logarithm?",
    change: asItWas,
  },
  {
    name: "larger-rate",
    does: "takes larger steps down to the same floor",
    belief: "A larger rate reaches the floor sooner. It does not lower it.",
    hint: "What is the loss of a row whose probabilities are 1, 0, 0, …, if they go through another softmax?",
    change: { ...asItWas, "W2, b2], { lr });": "W2, b2], { lr: 10 * lr });" },
    also: [2, 3, 4, 5, 20, 100].map((by) => ({
      change: { ...asItWas, "W2, b2], { lr });": `W2, b2], { lr: ${by} * lr });` },
    })),
  },
  {
    name: "more-epochs",
    does: "trains longer than it was asked to",
    belief: "Patience does not help against a floor; and whoever asks for ten epochs gets ten.",
    hint: "Which value does the loss approach in the picture? Would a thousand epochs get it lower?",
    change: { ...asItWas, "epoch < epochs;": "epoch < 10 * epochs;" },
    also: [{ change: { "epoch < epochs;": "epoch < 10 * epochs;" } }],
  },
  {
    name: "sharpened",
    does: "multiplies the probabilities before they go into the loss",
    belief: "A factor lowers the floor. The second softmax, and what it does to the gradient, stays.",
    hint: "How large would the factor have to be before the floor is gone?",
    change: { ...asItWas, "crossEntropy(model(x), labels)": "crossEntropy(model(x).mul(10), labels)" },
    also: [5, 20, 100].map((by) => ({
      change: { ...asItWas, "crossEntropy(model(x), labels)": `crossEntropy(model(x).mul(${by}), labels)` },
    })),
  },
  {
    name: "subtracts-the-floor",
    does: "subtracts the lowest possible loss from what it reports",
    belief: "A number that looks better trains nothing better: the gradient has not changed.",
    hint: "What is the derivative of a constant?",
    change: {
      ...asItWas,
      "losses.push(loss.item());": "losses.push(loss.item() - Math.log(1 + (start.b2.size - 1) / Math.E));",
    },
  },
  {
    name: "gives-scores",
    does: "returns scores where probabilities are due",
    belief: "The loss wants scores; whoever reads the result wants probabilities: softmax belongs at the end.",
    hint: "What does each row of the result add up to?",
    change: { "softmax(model(unseen))": "model(unseen)" },
  },
  {
    name: "softmax-twice-at-the-end",
    does: "trains on scores and takes the softmax of probabilities at the end",
    belief: "The second softmax makes every answer timid, in use as in training.",
    hint: "How large can the largest of ten numbers get that went through softmax twice?",
    change: { "softmax(model(unseen))": "softmax(softmax(model(unseen)))" },
  },
  {
    name: "squared-error",
    does: "trains the probabilities with a squared error",
    belief: "Another loss is another definition: the task asks for the cross-entropy of the scores.",
    hint: "Is the first loss, before any step, that of the definition?",
    change: {
      ...asItWas,
      "crossEntropy(model(x), labels)": "model(x).sub(oneHot(labels, start.b2.size)).square().mean()",
      "softmax, type Tensor }": "softmax, oneHot, type Tensor }",
    },
  },
  {
    name: "without-the-logarithm",
    does: "averages the probabilities of the right classes without a logarithm",
    belief:
      "Cross-entropy is the mean of −log p. Without the logarithm a confident error costs hardly more than a doubt.",
    hint: "What does negativeLogLikelihood expect: probabilities, or their logarithms?",
    change: {
      ...asItWas,
      "crossEntropy(model(x), labels)": "negativeLogLikelihood(model(x), labels)",
      "softmax, type Tensor }": "softmax, negativeLogLikelihood, type Tensor }",
    },
  },
  {
    name: "softmax-down-the-columns",
    does: "takes the softmax over the rows of the result instead of within each row",
    belief: "The classes of one row compete with each other, not the rows.",
    hint: "Which axis adds up to 1?",
    change: { "softmax(model(unseen))": "softmax(model(unseen), 0)" },
  },
  {
    name: "reads-before-training",
    does: "reads the new rows before the training",
    belief: "What the network has learned is in the weights only after the last step.",
    hint: "Do the probabilities change with the number of epochs?",
    change: {
      "  const losses: number[] = [];":
        "  const probabilities = softmax(model(unseen)).detach();\n  const losses: number[] = [];",
      "probabilities: softmax(model(unseen))": "probabilities",
    },
  },
  {
    name: "high-loss-means-softmax",
    does: "takes every loss that stays high for a second softmax",
    belief: "Noisy rows keep a loss high too. What the model hands to the loss can be looked at.",
    hint: "What do four numbers that are probabilities add up to?",
    change: {
      "positive && sums.every((sum) => Math.abs(sum - 1) < 0.001)": "loss[loss.length - 1] > 0.5",
      "{ change, outputs,": "{ loss, change, outputs,",
      "  const sums = outputs.map((row) => row.reduce((sum, p) => sum + p, 0));\n": "",
      "  const positive = outputs.every((row) => row.every((p) => p >= 0));\n": "",
    },
    also: [0.3, 0.4, 0.6, 0.7, 1].map((floor) => ({
      change: {
        "positive && sums.every((sum) => Math.abs(sum - 1) < 0.001)": `loss[loss.length - 1] > ${floor}`,
        "{ change, outputs,": "{ loss, change, outputs,",
      },
    })),
  },
  {
    name: "positive-is-enough",
    does: "takes all positive outputs for probabilities",
    belief: "Scores may all be positive. Probabilities also add up to 1 in each row.",
    hint: "Add 10 to all scores of a row. What does softmax make of it?",
    change: { "positive && sums.every((sum) => Math.abs(sum - 1) < 0.001)": "positive" },
  },
  {
    name: "sum-is-enough",
    does: "takes outputs that add up to 1 for probabilities, negative ones too",
    belief: "A model may centre its scores so that they add up to anything. Probabilities are never negative.",
    hint: "Is [2, −1] a distribution?",
    change: { "positive && sums": "sums" },
  },
  {
    name: "one-row-is-enough",
    does: "takes one row that looks like probabilities for proof",
    belief: "The scores of one row may add up to 1 by chance. A softmax does it in every row.",
    hint: "How many of the rows of outputs does your code look at?",
    change: {
      "positive && sums.every((sum) => Math.abs(sum - 1) < 0.001)":
        "sums.some((sum, i) => Math.abs(sum - 1) < 0.001 && outputs[i].every((p) => p >= 0))",
      "  const positive = outputs.every((row) => row.every((p) => p >= 0));\n": "",
    },
    also: [
      {
        change: {
          "positive && sums.every((sum) => Math.abs(sum - 1) < 0.001)":
            "Math.abs(sums[0] - 1) < 0.001 && outputs[0].every((p) => p >= 0)",
          "  const positive = outputs.every((row) => row.every((p) => p >= 0));\n": "",
        },
      },
    ],
  },
  {
    name: "too-good-is-leaking",
    does: "takes a high accuracy for leaking data",
    belief: "Easy data gives a high accuracy honestly; a leak of one row hardly raises it. Count the shared rows.",
    hint: "Which probe counts instead of suspecting?",
    change: {
      "shared > 0": "accuracy[accuracy.length - 1] > 0.95",
      "{ change, outputs,": "{ accuracy, change, outputs,",
      "distinct, shared,": "distinct,",
    },
    also: [0.9, 0.99].map((bar) => ({
      change: {
        "shared > 0": `accuracy[accuracy.length - 1] > ${bar}`,
        "{ change, outputs,": "{ accuracy, change, outputs,",
        "distinct, shared,": "distinct,",
      },
    })),
  },
  {
    name: "leak-must-pay",
    does: "overlooks shared rows where the accuracy is not high",
    belief: "A validation row that was trained on measures memory, whether it is read rightly or not.",
    hint: "Is a little leak a leak?",
    change: {
      "shared > 0": "shared > 0 && accuracy[accuracy.length - 1] > 0.9",
      "{ change, outputs,": "{ accuracy, change, outputs,",
    },
    also: [0.5, 0.8, 0.95].map((bar) => ({
      change: {
        "shared > 0": `shared > 0 && accuracy[accuracy.length - 1] > ${bar}`,
        "{ change, outputs,": "{ accuracy, change, outputs,",
      },
    })),
  },
  {
    name: "mostly-paired-is-fine",
    does: "accepts labels of which most stand at their rows",
    belief: "Some rows keep the right label by chance when labels move on: less than all is out of step.",
    hint: "Move the labels 0, 0, 1, 1 on by one place. How many rows keep theirs?",
    change: { "paired < 1": "paired < 0.5" },
    also: [0.3, 0.7, 0.8, 0.9, 0.95, 0.99].map((bar) => ({ change: { "paired < 1": `paired < ${bar}` } })),
  },
  {
    name: "poor-means-out-of-step",
    does: "takes a low accuracy for labels out of step",
    belief: "There are many ways to a low accuracy; whether rows stand beside their labels can be counted.",
    hint: "What is the accuracy of a network whose rate is too low?",
    change: {
      "paired < 1": "accuracy[accuracy.length - 1] < 0.5",
      "{ change, outputs,": "{ accuracy, change, outputs,",
      ", paired }": " }",
    },
    also: [0.3, 0.4, 0.6].map((bar) => ({
      change: {
        "paired < 1": `accuracy[accuracy.length - 1] < ${bar}`,
        "{ change, outputs,": "{ accuracy, change, outputs,",
        ", paired }": " }",
      },
    })),
  },
  {
    name: "rate-by-the-loss",
    does: "calls the rate too low where the loss hardly falls",
    belief: "A loss can stand still while the weights move a long way. How far they move is measured.",
    hint: "Which probe says how far an epoch goes?",
    change: {
      "change.every((share) => share < 0.001)": "loss[loss.length - 1] > 0.9 * loss[0]",
      "{ change, outputs,": "{ loss, outputs,",
    },
    also: [0.8, 0.95, 0.99].map((part) => ({
      change: {
        "change.every((share) => share < 0.001)": `loss[loss.length - 1] > ${part} * loss[0]`,
        "{ change, outputs,": "{ loss, outputs,",
      },
    })),
  },
  {
    name: "rate-by-the-last-epoch",
    does: "calls the rate too low when the last epoch, or any, hardly moves the weights",
    belief:
      "A training that comes to rest hardly moves in the end, with any rate. Too low is a rate at which no epoch does.",
    hint: "How far does the last epoch go of a training that has arrived?",
    change: { "change.every((share) => share < 0.001)": "change[change.length - 1] < 0.001" },
    also: [{ change: { "change.every(": "change.some(" } }],
  },
  {
    name: "few-different-means-equal",
    does: "takes two or three different units for equal ones",
    belief: "Two units that differ learn different things: the layer has not become one unit.",
    hint: "What is the smallest number of distinct units that a layer with different units can have?",
    change: { "distinct === 1": "distinct <= 2" },
    also: [{ change: { "distinct === 1": "distinct <= 3" } }],
  },
  {
    name: "equal-units-never-asked",
    does: "does not ask whether the hidden units differ",
    belief: "Units that start equal get equal gradients and stay equal: the layer has one unit.",
    hint: "How many hidden units does the network have if all have the same weights?",
    change: { '  if (distinct === 1) return "equal units";\n': "", "outputs, distinct, shared": "outputs, shared" },
  },
];
export default mistakes;

export const equivalent = {
  "const sums = outputs.map((row) => row.reduce((sum, p) => sum + p, 0));  ⇒  const sums = outputs.map((row) => row.reduce((sum, p) => sum + p));":
    "A row of outputs is never empty.",
  "Math.abs(sum - 1) < 0.001  ⇒  Math.abs(sum - 1) <= 0.001": "No row misses 1 by exactly 0.001.",
  'return change.every((share) => share < 0.001) ? "rate too low" : "nothing";  ⇒  return change.every((share) => share <= 0.001) ? "rate too low" : "nothing";':
    "No epoch changes the weights by exactly a thousandth.",
};
