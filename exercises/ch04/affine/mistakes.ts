import type { Mistake } from "@termwise/check";

const library = 'import type { Tensor } from "termwise";';
const both = 'import { type Tensor, tensor } from "termwise";';
const add = ".matmul(W).add(b)";
const one = "affine(h, W, b), x";
const checkX = "if (features !== nIn)";
const checkB = "if (b.rank !== 1 || b.shape[0] !== nOut)";

const mistakes: Mistake[] = [
  {
    name: "transposed-weights",
    does: "multiplies with the transposed weights",
    belief: "W is [nIn, nOut]: its rows belong to the inputs, so x stands on its left as it is.",
    hint: "Which sizes must be equal for your product to exist? Try three inputs and two outputs.",
    change: { [add]: ".matmul(W.transpose()).add(b)" },
    also: [
      { change: { "const [nIn, nOut]": "const [nOut, nIn]", [add]: ".matmul(W.transpose()).add(b)" } },
      { change: { [add]: ".matmul(W.reshape([nOut, nIn]).transpose()).add(b)" } }, // by positions in the flat list
    ],
  },
  {
    name: "one-bias-for-each-example",
    does: "adds the bias along the rows: one number for each example",
    belief: "A bias belongs to a unit, which is a column of the result; every example of the batch gets the same one.",
    hint: "Give it two equal rows. Are the results equal?",
    change: { [add]: ".matmul(W).add(b.reshape([-1, 1]))" },
    also: [
      {
        change: {
          [library]: both,
          [add]:
            ".matmul(W).add(tensor(Array.from({ length: x.size / nIn }, (_, i) => Array(nOut).fill(b.data()[i] ?? NaN))))",
        },
      },
      {
        change: {
          [library]: both,
          [add]:
            ".matmul(W).add(tensor(Array.from({ length: x.size / nIn }, (_, i) => Array(nOut).fill(b.data()[i % nOut]))))",
        },
      },
    ],
  },
  {
    name: "bias-only-in-the-last-layer",
    does: "leaves out the biases of all layers but the last",
    belief: "Every layer has a bias of its own, hidden layers too: without it their units all pass through the origin.",
    hint: "Send x = 0 through two layers. Does the first bias appear in the result?",
    change: {
      "(h, { W, b }) => affine(h, W, b)": "(h, { W, b }, k) => affine(h, W, k < layers.length - 1 ? b.mul(0) : b)",
    },
  },
  {
    name: "bias-only-in-the-first-layer",
    does: "leaves out the biases of all layers but the first",
    belief: "A bias is part of its layer, wherever the layer stands.",
    hint: "Change the last b. Does the result change?",
    change: { "(h, { W, b }) => affine(h, W, b)": "(h, { W, b }, k) => affine(h, W, k > 0 ? b.mul(0) : b)" },
  },
  {
    name: "no-bias",
    does: "computes xW and forgets b",
    belief: "Without b the output for x = 0 is always 0, whatever the weights are.",
    hint: "What should come out for x = 0?",
    change: { [add]: ".matmul(W)" },
  },
  {
    name: "bias-before-weights",
    does: "adds the bias to the inputs, before the weights",
    belief: "(x + b)W is not xW + b: the bias shifts the outputs, so it is as long as a row of the result.",
    hint: "How long is b, and how long is a row of x?",
    change: { [add]: ".add(b).matmul(W)" },
  },
  {
    name: "one-bias-for-all",
    does: "adds the sum of all biases to every output",
    belief: "Each unit has one bias, its own.",
    hint: "Set all weights to 0. Are the three outputs different?",
    change: { [add]: ".matmul(W).add(b.sum())" },
    also: [{ change: { [add]: ".matmul(W).add(b.data()[0])" } }, { change: { [add]: ".matmul(W).add(b.mean())" } }],
  },
  {
    name: "bias-inside-the-sum",
    does: "adds the bias once for every input",
    belief: "The bias stands outside the sum over the inputs: it is added once for each output.",
    hint: "Compare x = [0] with x = [0, 0, 0].",
    change: { [add]: ".matmul(W).add(b.mul(nIn))" },
  },
  {
    name: "bias-subtracted",
    does: "subtracts the bias, as if it were a threshold",
    belief: "The bias is added; it is the negative of the threshold.",
    hint: "What is the output for x = 0 and b = 5?",
    change: { [add]: ".matmul(W).sub(b)" },
  },
  {
    name: "axes-lost",
    does: "returns a matrix of rows, whatever the axes of x were",
    belief: "Only the last axis changes its length; the leading axes stay as they were.",
    hint: "Print the shape of the result for x of shape [2, 3, nIn].",
    change: { "rows.reshape([...x.shape.slice(0, -1), nOut])": "rows" },
    also: [{ change: { "rows.reshape([...x.shape.slice(0, -1), nOut])": "x.rank > 1 ? rows : rows.reshape([nOut])" } }],
  },
  {
    name: "batch-axis-added",
    does: "returns a batch of one where a single example was given",
    belief: "x of shape [nIn] is one example; its result has shape [nOut].",
    hint: "What is the shape of your result for x = [1, 2]?",
    change: { "[...x.shape.slice(0, -1), nOut]": "[...(x.rank > 1 ? x.shape.slice(0, -1) : [1]), nOut]" },
  },
  {
    name: "matrices-only",
    does: "fails unless x is a matrix",
    belief: "The features are on the last axis, however many axes are before it, even none.",
    hint: "Try one example of shape [nIn] and sequences of shape [B, T, nIn].",
    change: { "const rows": 'if (x.rank !== 2) throw new Error("x is not a matrix");\n  const rows' },
    also: [
      { change: { "const rows": 'if (x.rank < 2) throw new Error("x is no batch");\n  const rows' } },
      { change: { "const rows": 'if (x.rank > 2) throw new Error("x has too many axes");\n  const rows' } },
    ],
  },
  {
    name: "bias-not-checked",
    does: "lets a bias of another shape broadcast",
    belief:
      "A bias of shape [1] gives every unit the same bias and no error: the training runs, and only its result is poor.",
    hint: "What happens in your code with b = [10] and three outputs?",
    change: { [checkB]: "if (b.shape[b.rank - 1] !== nOut && b.size !== 1)" },
    also: [
      { change: { [checkB]: "if (b.size !== nOut)" } },
      { change: { [checkB]: "if (b.shape[b.rank - 1] !== nOut)" } },
      { change: { [checkB]: "if (b.size !== nOut && b.size !== 1)" } },
      { change: { [checkB]: "if (false)" } },
    ],
  },
  {
    name: "features-not-checked",
    does: "leaves it to a later step to stumble over features that do not fit",
    belief: "The place that knows what was expected can say it; an error from inside a product or a reshape cannot.",
    hint: "What does a user read who gives three features to a layer that takes four?",
    change: { [checkX]: "if (false)" },
  },
  {
    name: "layers-from-the-last",
    does: "applies the layers from the last to the first",
    belief: "The input meets the first layer first; what a layer gives, the next one takes.",
    hint: "Which layer of the example takes two features?",
    change: { "layers.reduce(": "layers.reduceRight(" },
  },
  {
    name: "every-layer-sees-the-input",
    does: "gives every layer the input instead of the output of the layer before",
    belief: "In a stack the input reaches only the first layer.",
    hint: "Change the first layer of two. Does the result change?",
    change: { [one]: "affine(x, W, b), x" },
  },
  {
    name: "activation-between",
    does: "puts a relu after the layers",
    belief: "An affine layer has no activation; the contract puts nothing between the layers.",
    hint: "Can an output of your stack be negative?",
    change: { [one]: "affine(h, W, b).relu(), x" },
    also: [
      {
        change: {
          "(h, { W, b }) => affine(h, W, b)":
            "(h, { W, b }, k) => (k < layers.length - 1 ? affine(h, W, b).sigmoid() : affine(h, W, b))",
        },
      },
      {
        change: {
          "(h, { W, b }) => affine(h, W, b)":
            "(h, { W, b }, k) => (k < layers.length - 1 ? affine(h, W, b).tanh() : affine(h, W, b))",
        },
      },
      {
        change: {
          "(h, { W, b }) => affine(h, W, b)":
            "(h, { W, b }, k) => (k < layers.length - 1 ? affine(h, W, b).relu() : affine(h, W, b))",
        },
      },
    ],
  },
];
export default mistakes;
