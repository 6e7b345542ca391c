import type { Mistake } from "@termwise/check";

const W = "W: before.W.matmul(after.W),";
const b = "b: row.matmul(after.W).reshape([-1]).add(after.b)";
const open = 'open = layer.activation === "identity";';
const result =
  "return groups.map((group) => ({ ...collapse(group), activation: group[group.length - 1].activation }));";
const fold = "layers.reduce((before, after) => {";
/** Right in a network whatever `collapse` does with more than two layers. */
const pairwise =
  "return groups.map((group) => ({ ...group.slice(1).reduce<Layer>((one, next) => collapse([one, next]), group[0]), activation: group[group.length - 1].activation }));";

const mistakes: Mistake[] = [
  {
    name: "product-reversed",
    does: "multiplies the weights in the reverse order",
    belief: "Rows are multiplied from the left: x meets W₁ first, so W₁ stands first in the product.",
    hint: "Multiply out (xW₁)W₂. Which matrix stands next to x?",
    change: { [W]: "W: after.W.matmul(before.W)," },
    also: [
      {
        change: {
          [W]: "W: before.W.shape[0] === after.W.shape[1] ? after.W.matmul(before.W) : before.W.matmul(after.W),",
        },
      },
    ],
  },
  {
    name: "layers-reversed",
    does: "goes through the layers from the last to the first",
    belief: "The first layer of the list is the one that x meets first.",
    hint: "Collapse 2x + 1 and then 3x − 4. Is it 6x − 1 or 6x − 7?",
    change: { [fold]: "layers.reduceRight((before, after) => {" },
  },
  {
    name: "biases-dropped",
    does: "leaves the biases out",
    belief: "An affine map is more than its matrix: at x = 0 a stack gives what its biases became.",
    hint: "What does the stack of the example give for x = 0?",
    change: { [b]: "b: row.matmul(after.W).reshape([-1]).mul(0)", "return { W, b };": "return { W, b: b.mul(0) };" },
    also: [{ change: { [b]: "b: row.matmul(after.W).reshape([-1]).mul(0)" } }],
  },
  {
    name: "last-bias-only",
    does: "keeps the last bias alone",
    belief: "The biases of all layers reach the output, through the weights behind them.",
    hint: "Change the first bias. Does your result change?",
    change: { [b]: "b: row.matmul(after.W).reshape([-1]).mul(0).add(after.b)" },
  },
  {
    name: "bias-past-the-weights",
    does: "adds the biases without multiplying them by the later weights",
    belief: "What the first layer adds is part of what the second one multiplies: b₁W₂ + b₂.",
    hint: "Follow x = 0 through both layers of the example.",
    change: {
      [b]: "b: before.b.size === after.b.size ? before.b.add(after.b) : row.matmul(after.W).reshape([-1]).add(after.b)",
    },
    also: [{ change: { [b]: "b: before.b.add(after.b)" } }, { change: { [b]: "b: before.b.sum().add(after.b)" } }],
  },
  {
    name: "bias-through-its-own-weights",
    does: "multiplies a bias by the weights of its own layer",
    belief: "b₁ is added behind W₁: only the weights after it apply to it.",
    hint: "Which of the two matrices has b₁ before it, and which after?",
    change: {
      [b]: "b: row.matmul(after.W).reshape([-1]).add(after.b.reshape([1, -1]).matmul(after.W.shape[0] === after.W.shape[1] ? after.W : after.W.transpose().matmul(after.W)).reshape([-1]))",
    },
    also: [{ change: { [b]: "b: row.matmul(before.W).matmul(after.W).reshape([-1]).add(after.b)" } }],
  },
  {
    name: "second-bias-dropped",
    does: "forgets the bias of the later layer",
    belief: "b₁W₂ + b₂: the later bias is added as it is.",
    hint: "What does your result give for x = 0 if all but the last bias are 0?",
    change: { [b]: "b: row.matmul(after.W).reshape([-1])" },
  },
  {
    name: "bias-stays-a-row",
    does: "returns the bias as a matrix of one row",
    belief: "A bias has shape [nOut]: what was reshaped for the product is shaped back.",
    hint: "Print the shape of your b.",
    change: { "return { W, b };": "return { W, b: b.reshape([1, -1]) };" },
    also: [{ change: { "return { W, b };": "return { W, b: layers.length > 1 ? b.reshape([1, -1]) : b };" } }],
  },
  {
    name: "two-layers-only",
    does: "merges the first two layers and drops the rest",
    belief: "Two layers merged are one layer, which merges with the next.",
    hint: "Try three layers.",
    change: { [fold]: "layers.slice(0, 2).reduce((before, after) => {" },
    also: [
      { change: { [fold]: "[layers[0], ...layers.slice(1).slice(-1)].reduce((before, after) => {" } },
      { change: { [fold]: "layers.slice(0, 2).reduce((before, after) => {", [result]: pairwise } },
      {
        change: {
          "const { W, b } = layers.reduce((before, after) => {":
            "checkSizes(layers);\n  const { W, b } = layers.slice(0, 2).reduce((before, after) => {",
          [result]: pairwise,
        },
      },
    ],
  },
  {
    name: "added-instead-of-multiplied",
    does: "adds the weights of the layers",
    belief: "Layers in a row are a composition: their matrices multiply.",
    hint: "Twice, then three times: is that five times or six times?",
    change: { [W]: "W: before.W.add(after.W)," },
    also: [{ change: { [W]: "W: before.W.mul(after.W)," } }],
  },
  {
    name: "merged-across-relu",
    does: "merges layers although a relu stands between them",
    belief: "relu is not affine: what lies before it and what lies after it cannot be one layer.",
    hint: "Compare both networks at an x where the first sum is negative.",
    change: { [open]: "open = true;" },
  },
  {
    name: "nothing-merged",
    does: "merges nothing",
    belief: "Behind an identity the next layer meets the plain sums: both are one affine map.",
    hint: "How long is your result if all activations are identity?",
    change: { [open]: "open = false;" },
  },
  {
    name: "activation-before",
    does: "takes a layer's activation for one that stands before it",
    belief: "xW + b comes first, and the activation follows: it decides whether the next layer can be merged.",
    hint: "Is there something between the layers of [relu, identity]?",
    change: { "if (open)": 'if (groups.length > 0 && layer.activation === "identity")' },
  },
  {
    name: "activation-of-the-first",
    does: "gives a merged layer the activation of its first layer",
    belief: "The merged layer ends where its last layer ends, so it has that one's activation.",
    hint: "Which activation has your result for [identity, relu]?",
    change: { [result]: "return groups.map((group) => ({ ...collapse(group), activation: group[0].activation }));" },
    also: [
      {
        change: {
          [open]: 'open = open || layer.activation === "identity";',
          [result]: "return groups.map((group) => ({ ...collapse(group), activation: group[0].activation }));",
        },
      },
    ],
  },
  {
    name: "pairs-only",
    does: "merges neighbours only in pairs",
    belief: "A run of identities is one affine map, however long it is.",
    hint: "How long is your result for three identities?",
    change: { "if (open)": "if (open && groups[groups.length - 1].length < 2)" },
  },
  {
    name: "last-group-lost",
    does: "drops layers that no relu closes",
    belief: "The output layer often has no activation; what is still open at the end belongs to the result.",
    hint: "What is your result for a single layer with identity?",
    change: {
      [result]:
        'return groups\n    .filter((group) => group[group.length - 1].activation === "relu")\n    .map((group) => ({ ...collapse(group), activation: group[group.length - 1].activation }));',
    },
  },
];
export default mistakes;
