import type { Mistake } from "@termwise/check";

const push = "values.push(k < hidden ? apply[activations[k]](z) : z);";
const step = "z.less(0).neg().add(1)";
const sum = "const z = values[k].matmul(W).add(b);";
const check = "if (activations.length !== hidden)";
const end = "return values;";

const mistakes: Mistake[] = [
  {
    name: "sums-all-layers",
    does: "adds up what the layers give to make the output",
    belief: "A network is a composition, not a sum: the output is what the last layer makes of the layer before it.",
    hint: "Where would you add a hidden layer of three units to an output of one?",
    change: {
      [end]:
        "const last = values.length - 1;\n  for (let k = 1; k < last; k++)\n    values[last] = values[last].add(values[k].sum(1, { keep: true }));\n  return values;",
    },
    also: [
      {
        change: {
          [end]:
            "const last = values.length - 1;\n  for (let k = 1; k < last; k++) values[last] = values[last].add(values[k]);\n  return values;",
        },
      },
      {
        change: {
          [push]:
            "const a = k < hidden ? apply[activations[k]](z) : z;\n    values.push(k > 0 && `${a.shape}` === `${values[k].shape}` ? a.add(values[k]) : a);",
        },
      },
    ],
  },
  {
    name: "activation-after-output",
    does: "applies the last hidden activation to the output too",
    belief: "The output layer has no activation here: its sums may be any number.",
    hint: "Can your output be negative if the activation is relu?",
    change: { [push]: "values.push(hidden > 0 ? apply[activations[Math.min(k, hidden - 1)]](z) : z);" },
    also: [
      { change: { [push]: "values.push(k < hidden ? apply[activations[k]](z) : z.maximum(0));" } },
      { change: { [push]: "values.push(k < hidden ? apply[activations[k]](z) : z.sigmoid());" } },
      { change: { [push]: "values.push(k < hidden ? apply[activations[k]](z) : apply.step(z));" } },
      {
        change: {
          [push]: "values.push(k < hidden ? apply[activations[k]](z) : hidden > 0 ? apply[activations[0]](z) : z);",
        },
      },
      { change: { [push]: 'values.push(apply[activations[k] ?? activations[0] ?? "identity"](z));' } },
    ],
  },
  {
    name: "one-activation-for-all",
    does: "uses the first activation in every hidden layer",
    belief: "Each hidden layer has the activation that stands at its place in the list.",
    hint: 'Give it ["step", "relu"]. Can the second hidden layer exceed 1?',
    change: { "apply[activations[k]]": "apply[activations[0]]" },
  },
  {
    name: "activations-from-the-last",
    does: "hands the activations out from the last hidden layer to the first",
    belief: "Names and layers stand in the same order.",
    hint: 'Which layer should be the step in ["step", "relu"]?',
    change: { "apply[activations[k]]": "apply[activations[hidden - 1 - k]]" },
  },
  {
    name: "no-activation",
    does: "leaves out the activations",
    belief: "Without an activation between them all layers together are one affine map.",
    hint: "Can a hidden value behind a relu be negative?",
    change: { [push]: "values.push(z);" },
  },
  {
    name: "sums-kept-instead-of-values",
    does: "returns the hidden sums from before the activation",
    belief: "The value of a hidden layer is what it passes on: the sum after its activation.",
    hint: "Multiply the returned hidden values with the next W by hand. Is that your output?",
    change: {
      "const values = [x];": "const values = [x];\n  let h = x;",
      [sum]: "const z = h.matmul(W).add(b);",
      [push]: "h = k < hidden ? apply[activations[k]](z) : z;\n    values.push(z);",
    },
  },
  {
    name: "activation-before-the-weights",
    does: "applies the activation to what enters a layer, not to its sum",
    belief: "A unit first sums and then activates: the input layer has no activation.",
    hint: "Do negative inputs survive in your first layer?",
    change: {
      [sum]: "const z = (k < hidden ? apply[activations[k]](values[k]) : values[k]).matmul(W).add(b);",
      [push]: "values.push(z);",
    },
  },
  {
    name: "activation-before-the-bias",
    does: "adds the bias after the activation",
    belief: "The bias belongs to the sum: it decides where the activation switches.",
    hint: "Can a step layer of yours give anything but 0 and 1?",
    change: {
      [sum]: "const z = values[k].matmul(W);",
      [push]: "values.push((k < hidden ? apply[activations[k]](z) : z).add(b));",
    },
  },
  {
    name: "input-left-out",
    does: "leaves the input layer out of the list",
    belief: "The input layer is a layer of values like the others: the list begins with x.",
    hint: "How many entries has the result for two layers?",
    change: { [end]: "return values.slice(1);" },
  },
  {
    name: "output-only",
    does: "returns the output alone",
    belief: "The contract asks for the values of all layers; the output is the last of them.",
    hint: "What would you look at if the output were wrong?",
    change: { [end]: "return values.slice(-1);" },
    also: [{ change: { [end]: "return values[values.length - 1] as never;" } }],
  },
  {
    name: "step-at-zero-is-0",
    does: "lets a step of exactly 0 be 0",
    belief: "The threshold unit fires when its sum reaches the threshold: at exactly 0 it is 1.",
    hint: "Which hidden value has [2, 1] in the third line of the example?",
    change: { [step]: "z.greater(0)" },
  },
  {
    name: "step-is-a-sign",
    does: "gives -1 instead of 0 below the threshold",
    belief: "A threshold unit that does not fire gives 0.",
    hint: "What does the second layer get from a unit that is silent?",
    change: { [step]: "z.less(0).mul(-2).add(1)" },
    also: [{ change: { [step]: "z.sign()" } }],
  },
  {
    name: "relu-is-a-magnitude",
    does: "turns negative sums positive in relu",
    belief: "relu silences negative sums: they become 0.",
    hint: "What is relu of -2?",
    change: { "z.maximum(0)": "z.abs()" },
  },
  {
    name: "hidden-bias-left-out",
    does: "adds no bias in the hidden layers",
    belief: "Every layer has a bias, hidden layers too.",
    hint: "What are the hidden values for x = 0?",
    change: { [sum]: "const z = k < hidden ? values[k].matmul(W) : values[k].matmul(W).add(b);" },
  },
  {
    name: "no-bias-at-all",
    does: "adds no bias anywhere",
    belief: "A layer is xW + b; without b the sums for x = 0 are 0 whatever was learned.",
    hint: "Is b used in your code?",
    change: { [sum]: "const z = values[k].matmul(W);" },
  },
  {
    name: "every-layer-sees-the-input",
    does: "gives every layer the input instead of the values of the layer before",
    belief: "Only the first layer sees x.",
    hint: "Which sizes must agree between one layer and the next?",
    change: { [sum]: "const z = x.matmul(W).add(b);" },
  },
  {
    name: "activations-not-counted",
    does: "takes a list of activations that does not fit the layers",
    belief: "A missing activation would silently make a hidden layer linear; the error shows it at once.",
    hint: "How many activations has a network of two layers?",
    change: { [check]: "if (false)", "apply[activations[k]]": 'apply[activations[k] ?? "identity"]' },
    also: [
      { change: { [check]: "if (activations.length < hidden)" } },
      { change: { [check]: "if (activations.length > hidden)" } },
    ],
  },
];
export default mistakes;
