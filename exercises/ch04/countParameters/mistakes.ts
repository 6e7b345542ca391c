import type { Mistake } from "@termwise/check";

const given = "return bias ? weights + nOut : weights;";
const weights = "const weights = tied ? 0 : nIn * nOut;";
const end = "return { layers, total: layers.reduce((sum, n) => sum + n) };";
const tie = "if (tied && !matrices.has(`${nIn},${nOut}`) && !matrices.has(`${nOut},${nIn}`))";
const own = "if (!tied) matrices.add(";
const check = "if (sizes.length < 2 || sizes.some((n) => !Number.isInteger(n) || n < 1))";

const mistakes: Mistake[] = [
  {
    name: "biases-forgotten",
    does: "counts the weights only",
    belief: "Every unit behind the input layer has a bias, and training sets it too.",
    hint: "What learns a unit whose inputs are all 0?",
    change: { [given]: "return weights;" },
  },
  {
    name: "units-counted",
    does: "counts units instead of connections",
    belief: "A parameter is a weight of a connection or a bias of a unit; the units themselves hold no number.",
    hint: "How many lines are there between three units and two?",
    change: { [weights]: "const weights = 0;" },
    also: [
      { change: { [weights]: "const weights = tied ? 0 : nIn + nOut;", [given]: "return weights;" } },
      { change: { [weights]: "const weights = nOut;", [given]: "return weights;" } },
    ],
  },
  {
    name: "input-layer-has-parameters",
    does: "gives the input layer biases",
    belief: "The input layer computes nothing: its values arrive, so there is nothing to learn.",
    hint: "How many entries has layers for 3-2-1?",
    change: {
      [end]:
        "const all = [bias ? sizes[0] : 0, ...layers];\n  return { layers: all, total: all.reduce((sum, n) => sum + n, 0) };",
    },
    also: [
      {
        change: {
          [end]:
            "const all = bias ? [sizes[0], ...layers] : layers;\n  return { layers: all, total: all.reduce((sum, n) => sum + n) };",
        },
      },

      { change: { [end]: "return { layers, total: layers.reduce((sum, n) => sum + n, bias ? sizes[0] : 0) };" } },
      { change: { [end]: "return { layers, total: layers.reduce((sum, n) => sum + n, sizes[0]) };" } },
      {
        change: {
          [end]:
            "const all = [sizes[0], ...layers];\n  return { layers: all, total: all.reduce((sum, n) => sum + n, 0) };",
        },
      },
    ],
  },
  {
    name: "bias-for-each-input",
    does: "gives a layer one bias for each of its inputs",
    belief: "A bias is added to a unit's sum: a layer has as many as it has units, which is how many outputs it gives.",
    hint: "How many biases has a layer from 784 to 10?",
    change: { [given]: "return bias ? weights + nIn : weights;" },
  },
  {
    name: "one-bias-for-a-layer",
    does: "counts one bias for a whole layer",
    belief: "The bias of a layer is a vector with one number for each unit.",
    hint: "If all units of a layer shared a bias, could one of them switch earlier than the others?",
    change: { [given]: "return bias ? weights + 1 : weights;" },
  },
  {
    name: "output-layer-without-bias",
    does: "gives the output layer no bias",
    belief: "The output layer is a layer like the others: its sums have a bias, too.",
    hint: "Compare your last entry for 3-2-1 with the example.",
    change: { [given]: "return bias && k < signs.length - 1 ? weights + nOut : weights;" },
  },
  {
    name: "bias-in-the-last-layer-only",
    does: "gives a bias to the output layer alone",
    belief: "Hidden units have biases of their own.",
    hint: "What is the first entry of 3-2-1?",
    change: { [given]: "return bias && k === signs.length - 1 ? weights + nOut : weights;" },
  },
  {
    name: "option-not-read",
    does: "counts biases even where there are none",
    belief: "With { bias: false } a layer is its matrix only.",
    hint: "What does your function give for the second example?",
    change: { [given]: "return weights + nOut;" },
  },
  {
    name: "bias-off-by-default",
    does: "leaves the biases out unless they are asked for",
    belief: "A layer has a bias unless somebody says otherwise.",
    hint: "What is the value of your option when none is given?",
    change: { "{ bias = true }": "{ bias = false }" },
  },
  {
    name: "tied-weights-counted-again",
    does: "counts the weights of a tied layer a second time",
    belief: "Tied layers share one matrix: training sets its numbers once.",
    hint: "How many different numbers do the matrices of 64-16=64 hold?",
    change: { [weights]: "const weights = nIn * nOut;" },
  },
  {
    name: "tied-layer-without-bias",
    does: "gives a tied layer no biases",
    belief:
      "Only the matrix is shared; each layer's biases are its own, and in a transposed layer they are not even as many.",
    hint: "How many biases has the second layer of 64-16=64?",
    change: { [given]: "return bias && !tied ? weights + nOut : weights;" },
  },
  {
    name: "repeated-shape-is-tied",
    does: "counts a matrix only once if another layer has the same shape",
    belief: "Equal shapes are no shared weights: 5-5-5 has two matrices with different numbers.",
    hint: "Which sign says that a matrix is shared?",
    change: {
      [weights]:
        "const seen = matrices.has(`${k} ${nIn * nOut}`) || [...Array(k)].some((_, i) => sizes[i] === nIn && sizes[i + 1] === nOut);\n    const weights = tied || seen ? 0 : nIn * nOut;",
    },
    also: [
      {
        change: {
          [weights]:
            "const seen = [...Array(k)].some((_, i) => sizes[i] * sizes[i + 1] === nIn * nOut && [nIn, nOut].includes(sizes[i]));\n    const weights = tied || seen ? 0 : nIn * nOut;",
        },
      },
    ],
  },
  {
    name: "not-transposed",
    does: "ties a layer only to a matrix that points the same way",
    belief: "A transposed matrix holds the same numbers: that is how a decoder shares the weights of its encoder.",
    hint: "Which matrix does 64-16=64 share?",
    change: { [tie]: "if (tied && !matrices.has(`${nIn},${nOut}`))" },
  },
  {
    name: "transposed-only",
    does: "ties a layer only to a matrix that points the other way",
    belief: "A layer may also repeat a matrix as it is, as 5-5=5 or 6-4-6=4 do.",
    hint: "Which layer does the last sign of 6-4-6=4 stand for, and which could it repeat?",
    change: {
      "matrices.add(`${nIn},${nOut}`)": "matrices.add(`${nOut},${nIn} ${k}`)",
      [tie]: "if (tied && ![...matrices].some((m) => m.startsWith(`${nIn},${nOut} `)) )",
    },
  },
  {
    name: "tied-to-the-layer-before",
    does: "ties a layer only to the nearest layer before it",
    belief: "A tied layer may share the matrix of any earlier layer.",
    hint: "What does the last sign of 6-4-2=4=6 share?",
    change: { [tie]: "if (tied && !(k > 0 && ((sizes[k - 1] === nIn && nIn === nOut) || sizes[k - 1] === nOut)))" },
    also: [
      {
        change: {
          [tie]:
            'if (tied && !(signs[k - 1] === "-" && (sizes[k - 1] === nOut || sizes[k - 1] === nIn && nIn === nOut)))',
        },
      },
      { change: { [tie]: "if (tied && (k === 0 || sizes[k - 1] !== nOut))" } },
      { change: { [tie]: 'if (tied && (signs[k - 1] !== "-" || sizes[k - 1] !== nOut))' } },
      { change: { [own]: "if (!tied) matrices.clear();\n    if (!tied) matrices.add(" } },
    ],
  },
  {
    name: "tied-to-nothing",
    does: "accepts a tied layer that has no earlier layer of its shape",
    belief: "A matrix that does not exist cannot be shared.",
    hint: "Whose weights does 64=10 use?",
    change: { [tie]: "if (false)" },
    also: [{ change: { [tie]: "if (tied && k === 0)" } }, { change: { [tie]: "if (tied && matrices.size === 0)" } }],
  },
  {
    name: "units-not-checked",
    does: "counts on where a text is no architecture",
    belief: 'Number("") is 0 and Number("many") is NaN: without a check both go silently into the total.',
    hint: 'What does your function give for "64-" and for "8-many-1"?',
    change: { [check]: "if (false)" },
    also: [
      {
        change: {
          [check]: "if (false)",
          [end]: "return { layers, total: layers.reduce((sum, n) => sum + n, 0) };",
        },
      },
      { change: { [check]: "if (sizes.length < 2)" } },
      { change: { [check]: "if (sizes.some((n) => !Number.isInteger(n) || n < 1))" } },
      { change: { [check]: "if (sizes.length < 2 || sizes.some((n) => Number.isNaN(n)))" } },
      { change: { [check]: "if (sizes.length < 2 || sizes.some((n) => !(n > 0)))" } },
      { change: { ".map(Number)": ".map((n) => Number.parseInt(n, 10))" } },
      {
        change: {
          ".map(Number)": ".map((n) => Number.parseInt(n, 10))",
          [check]: "if (sizes.length < 2 || sizes.some((n) => Number.isNaN(n)))",
        },
      },
      { change: { [check]: "if (sizes.length < 2 || sizes.some((n) => !Number.isInteger(n)))" } },
      { change: { [check]: "if (sizes.some((n) => Number.isNaN(n)))" } },
    ],
  },
  {
    name: "every-pair-connected",
    does: "connects each layer with all layers before it",
    belief: "In a fully connected layer each unit is connected with every unit of the layer just before.",
    hint: "Does a unit of the output layer see the input layer in 3-2-1?",
    change: { [weights]: "const weights = tied ? 0 : sizes.slice(0, k + 1).reduce((s, n) => s + n, 0) * nOut;" },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "if (!tied) matrices.add(`${nIn},${nOut}`);  ⇒  if (true) matrices.add(`${nIn},${nOut}`);":
    "what a tied layer adds is there already, as it is or transposed",
};
