import type { Mistake } from "@termwise/check";

const slope = "back.mul(h.square().neg().add(1))";
const last = "return { delta1, delta2, dW1, db1: delta1.sum(0), dW2, db2: delta2.sum(0) };";
const delta2 = "p.sub(oneHot(labels, b2.size)).div(labels.length)";

const mistakes: Mistake[] = [
  {
    name: "slope-of-tanh-forgotten",
    does: "sends the delta through the weights and past the tanh as if it were not there",
    belief: "A hidden unit passes on what arrives times the slope of its activation at its own input.",
    hint: "How much does the output of tanh change where it is nearly 1?",
    change: { [slope]: "back" },
  },
  {
    name: "slope-in-the-weights-only",
    does: "applies the slope of tanh to the gradient of W1 but not to that of b1",
    belief: "The bias is added before the tanh, like the weights: both take delta1.",
    hint: "Of which quantity is delta1 the slope: before or after the tanh?",
    change: { [last]: "return { delta1, delta2, dW1, db1: back.sum(0), dW2, db2: delta2.sum(0) };" },
    also: [
      {
        change: {
          [last]: "return { delta1: back, delta2, dW1, db1: back.sum(0), dW2, db2: delta2.sum(0) };",
        },
      },
    ],
  },
  {
    name: "tanh-taken-twice",
    does: "takes the slope of tanh at h, which has been through tanh already",
    belief: "1 − tanh²(z) is 1 − h²: the forward pass has the tanh in it.",
    hint: "Which of your variables is z, and which is tanh z?",
    change: { "h.square().neg().add(1)": "h.tanh().square().neg().add(1)" },
  },
  {
    name: "slope-from-the-input",
    does: "puts the input of the unit where its output belongs: 1 − z²",
    belief: "The slope of tanh is 1 − tanh²(z); 1 − z² can even be negative.",
    hint: "Can tanh fall?",
    change: { "h.square().neg().add(1)": "x.matmul(W1).add(b1).square().neg().add(1)" },
  },
  {
    name: "slope-of-a-sigmoid",
    does: "uses the slope of a sigmoid, h(1 − h)",
    belief: "h(1 − h) belongs to the sigmoid; tanh has 1 − h².",
    hint: "What is the slope of tanh at 0?",
    change: { "h.square().neg().add(1)": "h.mul(h.neg().add(1))" },
  },
  {
    name: "slope-of-a-relu",
    does: "lets the delta pass where h is above 0 and nowhere else",
    belief: "That is the slope of ReLU. tanh lets something pass everywhere, and less the larger |z| is.",
    hint: "What is the slope of tanh at −1?",
    change: { "h.square().neg().add(1)": "h.greater(0)" },
  },
  {
    name: "slope-not-squared",
    does: "uses 1 − h for the slope of tanh",
    belief: "The slope is 1 − h²: at h = −1 it must be 0, not 2.",
    hint: "Is tanh steep at −5?",
    change: { "h.square().neg().add(1)": "h.neg().add(1)" },
  },
  {
    name: "weights-not-turned",
    does: "multiplies the delta with W2 as it stands, or with its numbers read into another shape, instead of W2 turned",
    belief:
      "Forward, unit i reaches output j through w_ij; backward, output j reaches unit i through the same number. That is Wᵀ.",
    hint: "Take 3 hidden units and 2 classes. Through which number did unit 1 reach class 2, and where does your table have it?",
    change: { "W2.transpose()": "W2" },
    also: [{ change: { "W2.transpose()": "W2.reshape([b2.size, b1.size])" } }],
  },
  {
    name: "averaged-twice",
    does: "averages over the batch twice: in the delta and again in the gradients",
    belief: "The mean belongs to the loss and enters once, with delta2. From there on rows add up.",
    hint: "Take a batch in which one row is there twice. May its gradients differ from those of the row alone?",
    change: {
      "h.transpose().matmul(delta2)": "h.transpose().matmul(delta2).div(labels.length)",
      "x.transpose().matmul(delta1)": "x.transpose().matmul(delta1).div(labels.length)",
      "delta1.sum(0)": "delta1.mean(0)",
      "delta2.sum(0)": "delta2.mean(0)",
    },
    also: [
      {
        change: {
          "h.transpose().matmul(delta2)": "h.transpose().matmul(delta2).div(labels.length)",
          "x.transpose().matmul(delta1)": "x.transpose().matmul(delta1).div(labels.length)",
        },
      },
      { change: { "delta2.matmul(W2.transpose())": "delta2.matmul(W2.transpose()).div(labels.length)" } },
      { change: { [delta2]: `${delta2}.div(labels.length)` } },
    ],
  },
  {
    name: "bias-averaged",
    does: "takes the mean over the rows for the biases, and the sum for the weights",
    belief: "A bias is a weight whose input is always 1: its gradient adds up in the same way.",
    hint: "Write the bias as a row of W whose input is 1. Which product gives its gradient?",
    change: { "delta1.sum(0)": "delta1.mean(0)", "delta2.sum(0)": "delta2.mean(0)" },
  },
  {
    name: "never-averaged",
    does: "adds the losses of the rows up where their mean is asked for",
    belief: "The loss is a mean over the rows, so its slope has a factor 1/B.",
    hint: "What happens to your gradients if a batch is written down twice?",
    change: { ".div(labels.length)": "" },
  },
  {
    name: "averaged-at-the-end",
    does: "leaves the 1/B out of the deltas and puts it into the gradients",
    belief: "The gradients come out right, but delta2 is the slope of this loss, and this loss is a mean.",
    hint: "By how much does the mean of five losses change if one of them changes by 1?",
    change: {
      ".div(labels.length)": "",
      "h.transpose().matmul(delta2)": "h.transpose().matmul(delta2).div(labels.length)",
      "x.transpose().matmul(delta1)": "x.transpose().matmul(delta1).div(labels.length)",
      "delta1.sum(0)": "delta1.mean(0)",
      "delta2.sum(0)": "delta2.mean(0)",
    },
  },
  {
    name: "over-the-classes-too",
    does: "divides by the number of rows times the number of classes",
    belief: "Cross-entropy is one number for a row; the mean goes over rows only.",
    hint: "What should delta2 be for one row with p = [0.5, 0.5]?",
    change: { ".div(labels.length)": ".div(p.size)" },
  },
  {
    name: "reversed",
    does: "subtracts the probabilities from the truth",
    belief: "That is the direction that lowers the loss. The gradient points where the loss rises: p − y.",
    hint: "If the score of the right class rises, does the loss rise?",
    change: { [delta2]: "oneHot(labels, b2.size).sub(p).div(labels.length)" },
  },
  {
    name: "truth-forgotten",
    does: "starts the sweep with the probabilities, without subtracting the truth",
    belief: "The slope of the cross-entropy with respect to the scores is p − y.",
    hint: "What should delta2 be when the network is surely right?",
    change: { ".sub(oneHot(labels, b2.size))": "" },
  },
  {
    name: "only-the-right-class",
    does: "gives a slope to the score of the right class only",
    belief: "Raising any wrong score takes probability from the right one: every score has a slope.",
    hint: "What do the entries of a row of p − y add up to?",
    change: { [delta2]: "p.sub(1).mul(oneHot(labels, b2.size)).div(labels.length)" },
  },
  {
    name: "slope-of-softmax-again",
    does: "multiplies p − y with p(1 − p) as well",
    belief: "p − y is the slope with respect to the scores: softmax is in it already.",
    hint: "What is the slope where the network is surely wrong: large or small?",
    change: { ".div(labels.length)": ".mul(p.mul(p.neg().add(1))).div(labels.length)" },
  },
  {
    name: "slope-of-the-probabilities",
    does: "starts from −y / p, the slope with respect to the probabilities",
    belief: "The scores lie before the softmax: going through it turns −y / p into p − y.",
    hint: "Of which quantity is delta2 the slope?",
    change: { [delta2]: "oneHot(labels, b2.size).div(p).neg().div(labels.length)" },
  },
  {
    name: "wrong-axis",
    does: "sums the deltas over the units instead of over the rows, for the biases",
    belief: "A bias belongs to a unit and serves every row: its gradient has one entry for each unit.",
    hint: "Which shape has db1 with 5 rows and 3 hidden units?",
    change: { "delta1.sum(0)": "delta1.sum(1)", "delta2.sum(0)": "delta2.sum(1)" },
  },
  {
    name: "bias-not-summed",
    does: "returns the deltas themselves as the gradients of the biases",
    belief:
      "The same bias is added to every row, so what the rows send back adds up: the gradient has the shape of the bias.",
    hint: "Which shape has b1?",
    change: { "delta1.sum(0)": "delta1", "delta2.sum(0)": "delta2" },
  },
  {
    name: "turned-gradients",
    does: "returns the gradients of the weights turned",
    belief: "A gradient has the shape of what it belongs to: W is [in, out], so its gradient is aᵀδ, not δᵀa.",
    hint: "Compare the shapes of W1 and dW1 for D = 2, H = 3.",
    change: {
      "h.transpose().matmul(delta2)": "delta2.transpose().matmul(h)",
      "x.transpose().matmul(delta1)": "delta1.transpose().matmul(x)",
    },
  },
  {
    name: "fed-before-the-activation",
    does: "multiplies delta2 with z, where W2 was fed h",
    belief:
      "The gradient of a weight is what was fed into it times the delta at its end; the second layer was fed tanh z.",
    hint: "What does W2 multiply in the forward pass?",
    change: { "h.transpose().matmul(delta2)": "x.matmul(W1).add(b1).transpose().matmul(delta2)" },
  },
  {
    name: "softmax-over-the-batch",
    does: "takes the softmax down the columns, over the rows of the batch",
    belief: "The classes of one row compete, not the rows: each row of p adds up to 1.",
    hint: "What is p for a batch of one row?",
    change: { "softmax(h.matmul(W2).add(b2))": "softmax(h.matmul(W2).add(b2), 0)" },
  },
  {
    name: "loss-sent-back-unscaled",
    does: "sends back the squared deltas: it takes the loss of a layer for its delta",
    belief: "A delta is a slope and may be negative. No layer but the last has a loss.",
    hint: "Can a hidden unit of yours ever be told to grow?",
    change: { "delta2.matmul(W2.transpose())": "delta2.square().matmul(W2.transpose())" },
  },
  {
    name: "weights-forgotten-on-the-way",
    does: "sends every hidden unit the sum of the deltas, whatever its weights",
    belief: "What a hidden unit hears from an output is that output's delta times the weight between them.",
    hint: "Does a hidden unit hear anything through a weight of 0?",
    change: { "delta2.matmul(W2.transpose())": "delta2.matmul(W2.transpose().mul(0).add(1))" },
  },
  {
    name: "moves-the-weights",
    does: "returns the weights after a step instead of their gradients",
    belief: "Backpropagation computes slopes. Moving the weights is the optimiser's work.",
    hint: "Read again what dW1 should be.",
    change: {
      [last]:
        "return { delta1, delta2, dW1: W1.sub(dW1), db1: b1.sub(delta1.sum(0)), dW2: W2.sub(dW2), db2: b2.sub(delta2.sum(0)) };",
    },
  },
];
export default mistakes;
