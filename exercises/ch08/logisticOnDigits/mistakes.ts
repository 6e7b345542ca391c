import type { Mistake } from "@termwise/check";

const scale = "grey / 16";
const ready = "const X = prepare(pixels);";
const seen = "return prepare(pixels).map((x) => {";
const labels = "const ys = rows.map((row) => y[row]);";
const inputs = "const xs = rows.map((row) => X[row]);";
const slice = "const rows = order.slice(at, at + batchSize);";
const epochs = "for (const order of orders) {";
const batches = "for (let at = 0; at < order.length; at += batchSize) {";
const error = "(Math.exp(l) - (k === y[i] ? 1 : 0)) / X.length";
const loss = "loss: -logP.reduce((sum, row, i) => sum + row[y[i]], 0) / X.length,";
const step = "W = W.map((row, d) => row.map((w, k) => w - lr * dW[d][k]));";
const stepBias = "b = b.map((w, k) => w - lr * db[k]);";
const look = "const { dW, db } = lossAndGradient({ W, b }, xs, ys);";
const begin = "let W = X[0].map(() => new Array<number>(classes).fill(0));";
const beginBias = "let b = new Array<number>(classes).fill(0);";
const winner = "return s.indexOf(Math.max(...s));";
const top = "const top = Math.max(...z);";

const mistakes: Mistake[] = [
  {
    name: "unscaled-pixels",
    does: "computes with the raw grey values",
    belief:
      "Inputs of 16 make slopes 16 times and steps in the weights' effect 256 times as large: the rate is then far too high.",
    hint: "How large are the numbers that your weights are multiplied with?",
    change: { [ready]: "const X = pixels;", [seen]: "return pixels.map((x) => {" },
    also: [{ change: { [ready]: "const X = pixels;" } }, { change: { [scale]: "grey" } }],
  },
  {
    name: "prediction-on-other-inputs",
    does: "prepares the pixels for training but not for predicting",
    belief: "What a model learned on values from 0 to 1 it must be asked in values from 0 to 1.",
    hint: "Which numbers does predict multiply with W?",
    change: { [seen]: "return pixels.map((x) => {" },
  },
  {
    name: "another-scale",
    does: "divides by 15, by 255, or by the largest value of the picture",
    belief: "The greyest possible value is 16, and all pictures share that scale: a pale one stays pale.",
    hint: "What becomes of the picture [4, 4, 4]?",
    change: { "row.map((grey) => grey / 16)": "row.map((grey) => grey / Math.max(...row))" },
    also: [
      { change: { "row.map((grey) => grey / 16)": "row.map((grey) => grey / (Math.max(...row) || 1))" } },
      { change: { [scale]: "grey / 255" } },
      { change: { [scale]: "grey / 15" } },
      { change: { [scale]: "grey / 8 - 1" } },
    ],
  },
  {
    name: "labels-out-of-step",
    does: "shuffles the rows and leaves the labels in their old order",
    belief: "A row and its label have the same number: both have to be fetched by it.",
    hint: "Print the first three rows of a batch and their labels beside each other.",
    change: { [labels]: "const ys = rows.map((_, i) => y[at + i]);" },
    also: [
      { change: { [inputs]: "const xs = rows.map((_, i) => X[at + i]);" } },
      { change: { [labels]: "const ys = rows.map((_, i) => y[i]);" } },
    ],
  },
  {
    name: "never-shuffled",
    does: "ignores the orders and takes the rows as they lie",
    belief: "The orders say which rows meet in a batch; the same batches in every epoch repeat the same noise.",
    hint: "Where is order used in your code?",
    change: { [slice]: "const rows = order.map((_, i) => i).slice(at, at + batchSize);" },
  },
  {
    name: "first-order-again",
    does: "goes through every epoch in the order of the first, or runs one epoch only",
    belief: "Each entry of orders is an epoch of its own.",
    hint: "Which order has your second epoch?",
    change: { [epochs]: "for (const _ of orders) {\n    const order = orders[0];" },
    also: [{ change: { [epochs]: "for (const order of orders.slice(0, 1)) {" } }],
  },
  {
    name: "softmax-differentiated-twice",
    does: "multiplies p − one-hot with the slope of the softmax once more",
    belief: "p − one-hot is the slope by the scores: the softmax is behind it already.",
    hint: "With respect to what is p − one-hot the gradient?",
    change: { [error]: "((Math.exp(l) - (k === y[i] ? 1 : 0)) * Math.exp(l) * (1 - Math.exp(l))) / X.length" },
    also: [
      {
        change: {
          [error]:
            "(Math.exp(l) * (Math.exp(l) - (k === y[i] ? 1 : 0) - row.reduce((s, m, j) => s + Math.exp(m) * (Math.exp(m) - (j === y[i] ? 1 : 0)), 0))) / X.length",
        },
      },
    ],
  },
  {
    name: "sigmoid-for-each-class",
    does: "gives every class a sigmoid of its own",
    belief: "A picture shows one digit: the probabilities share one softmax and sum to 1.",
    hint: "Do your probabilities of a row sum to 1?",
    change: {
      "return z.map((score) => score - logSum);":
        "return z.map((score) => -Math.log1p(Math.exp(-score)) + 0 * logSum);",
    },
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
      {
        change: {
          [top]: "const top = 0;",
          "Math.exp(l) - (k":
            "Math.exp(scores({ W, b }, X[i])[k]) / scores({ W, b }, X[i]).reduce((sum, v) => sum + Math.exp(v), 0) - (k",
        },
      },
    ],
  },
  {
    name: "log-of-softmax",
    does: "takes the logarithm of a probability that was rounded to 0",
    belief: "ln p is the score minus ln Σ exp of all: no probability has to be computed for it.",
    hint: "What is Math.log(Math.exp(-2000))?",
    change: {
      "return z.map((score) => score - logSum);": "return z.map((score) => Math.log(Math.exp(score - logSum)));",
    },
    also: [
      {
        change: {
          "return z.map((score) => score - logSum);":
            "return z.map((score) => Math.log(Math.exp(score - logSum) + 1e-12));",
        },
      },
      {
        change: {
          "return z.map((score) => score - logSum);":
            "return z.map((score) => Math.log(Math.max(1e-15, Math.exp(score - logSum))));",
        },
      },
    ],
  },
  {
    name: "sum-instead-of-mean",
    does: "adds up the rows of a batch instead of averaging them",
    belief: "With sums the step grows with the batch: 16 rows would step 16 times as far.",
    hint: "Give every row twice. Should the step change?",
    change: { [error]: "Math.exp(l) - (k === y[i] ? 1 : 0)" },
    also: [
      {
        change: {
          [error]: "Math.exp(l) - (k === y[i] ? 1 : 0)",
          [loss]: "loss: -logP.reduce((sum, row, i) => sum + row[y[i]], 0),",
        },
      },
      { change: { [loss]: "loss: -logP.reduce((sum, row, i) => sum + row[y[i]], 0)," } },
    ],
  },
  {
    name: "mean-twice",
    does: "divides by the number of rows, or of classes, once more",
    belief: "The mean over the rows is taken once; the classes of a row are not averaged.",
    hint: "Compare your gradient with a finite difference of your loss.",
    change: { [error]: "(Math.exp(l) - (k === y[i] ? 1 : 0)) / X.length / row.length" },
    also: [
      {
        change: {
          [step]: "W = W.map((row, d) => row.map((w, k) => w - (lr / rows.length) * dW[d][k]));",
          [stepBias]: "b = b.map((w, k) => w - (lr / rows.length) * db[k]);",
        },
      },
      {
        change: {
          [error]: "(Math.exp(l) - (k === y[i] ? 1 : 0)) / X.length / row.length",
          [loss]: "loss: -logP.reduce((sum, row, i) => sum + row[y[i]], 0) / X.length / b.length,",
        },
      },
      { change: { [error]: "(Math.exp(l) - (k === y[i] ? 1 : 0)) / X.length ** 2" } },
    ],
  },
  {
    name: "last-batch-dropped",
    does: "leaves out the last batch when it is smaller",
    belief: "Its rows belong to the epoch as well; a mean works for any number of rows.",
    hint: "Seven rows in batches of three: how many steps has an epoch?",
    change: { [batches]: "for (let at = 0; at + batchSize <= order.length; at += batchSize) {" },
  },
  {
    name: "last-batch-padded",
    does: "divides a smaller last batch by the full batch size",
    belief: "The mean of one row is that row: its step is as long as any.",
    hint: "Three rows in batches of two: by which number is the last row divided?",
    change: {
      [step]: "W = W.map((row, d) => row.map((w, k) => w - lr * (rows.length / batchSize) * dW[d][k]));",
      [stepBias]: "b = b.map((w, k) => w - lr * (rows.length / batchSize) * db[k]);",
    },
  },
  {
    name: "one-step-an-epoch",
    does: "makes one step for all rows of an epoch",
    belief: "Small batches make many steps for the same work: that is the point of the stochastic method.",
    hint: "How many steps has an epoch of seven rows in batches of three?",
    change: {
      [batches]: "for (const at of [0]) {",
      [slice]: "const rows = order.slice(at, at + order.length + 0 * batchSize);",
    },
    also: [
      {
        change: {
          [batches]: "for (let at = 0; at < order.length; at += 1 + 0 * batchSize) {",
          [slice]: "const rows = order.slice(at, at + 1);",
        },
      },
    ],
  },
  {
    name: "uphill",
    does: "steps along the gradient",
    belief: "The gradient points where the loss grows.",
    hint: "Does your loss fall from batch to batch?",
    change: {
      [step]: "W = W.map((row, d) => row.map((w, k) => w + lr * dW[d][k]));",
      [stepBias]: "b = b.map((w, k) => w + lr * db[k]);",
    },
    also: [{ change: { [error]: "((k === y[i] ? 1 : 0) - Math.exp(l)) / X.length" } }],
  },
  {
    name: "bias-not-trained",
    does: "leaves the biases at 0",
    belief: "b is a weight whose input is always 1; without it a blank picture has no preference.",
    hint: "What does your model say of a picture of zeros?",
    change: { [stepBias]: "" },
    also: [
      {
        change: {
          "db: b.map((_, k) => errors.reduce((sum, e) => sum + e[k], 0)),": "db: b.map(() => 0 * errors.length),",
        },
      },
    ],
  },
  {
    name: "starts-anew-every-epoch",
    does: "sets the weights back to 0 before each epoch",
    belief: "Epochs go on from where the last one ended; only the first begins at 0.",
    hint: "What does your second epoch begin with?",
    change: {
      [epochs]: `${epochs}\n    W = X[0].map(() => new Array<number>(classes).fill(0));\n    b = new Array<number>(classes).fill(0);`,
    },
  },
  {
    name: "other-start",
    does: "begins with other weights than 0",
    belief: "One layer has no hidden units that could be twins: it may begin with zeros, as the contract says.",
    hint: "What comes back if orders is empty?",
    change: {
      [begin]:
        "let W = X[0].map((_, d) => Array.from({ length: classes }, (_, k) => 0.01 * Math.sin(d * classes + k + 1)));",
    },
    also: [
      {
        change: {
          [begin]: "let W = X[0].map(() => new Array<number>(classes).fill(0.01));",
          [beginBias]: "let b = new Array<number>(classes).fill(0.01);",
        },
      },
      { change: { [begin]: "let W = X[0].map(() => new Array<number>(classes).fill(1));" } },
    ],
  },
  {
    name: "gradient-of-the-epochs-start",
    does: "measures all gradients of an epoch at the weights of its start",
    belief: "Each batch looks at the weights as the batch before has left them.",
    hint: "Which W does your second batch use?",
    change: {
      [epochs]: `${epochs}\n    const start = { W, b };`,
      [look]: "const { dW, db } = lossAndGradient(start, xs, ys);",
    },
  },
  {
    name: "classes-from-one",
    does: "counts classes from 1",
    belief: "Class numbers are columns of W, and those begin with 0.",
    hint: "Which column does label 0 belong to?",
    change: { "k === y[i] ? 1 : 0": "k === y[i] - 1 ? 1 : 0" },
    also: [{ change: { [winner]: "return s.indexOf(Math.max(...s)) + 1;" } }],
  },
  {
    name: "last-of-equals",
    does: "gives equal scores to the last class, or takes the lowest score",
    belief: "The highest score wins; the contract settles ties for the first class.",
    hint: "What do you predict when all scores are 0?",
    change: { [winner]: "return s.lastIndexOf(Math.max(...s));" },
    also: [{ change: { [winner]: "return s.indexOf(Math.min(...s));" } }],
  },
  {
    name: "prediction-without-bias",
    does: "forgets the biases when it predicts",
    belief: "The scores that were trained have b in them.",
    hint: "What is the score of a blank picture?",
    change: { [winner]: "const own = s.map((v, k) => v - model.b[k]);\n    return own.indexOf(Math.max(...own));" },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return { loss: -logP.reduce((sum, row, i) => sum + row[y[i]], 0) / X.length, dW: W.map((row, d) => row.map((_, k) => errors.reduce((sum, e, i) => sum + e[k] * X  ⇒  return { loss: -logP.reduce((sum, row, i) => sum + row[y[i]], 0) / y.length, dW: W.map((row, d) => row.map((_, k) => errors.reduce((sum, e, i) => sum + e[k] * X":
    "there are as many labels as rows",
  "at < order.length  ⇒  at <= order.length": "a batch without rows has no slope",
};
