import type { Mistake } from "@termwise/check";

const error = "const error = labels[n] - fires(w, b, x);";
const skip = "if (error === 0) continue;";
const count = "wrong++;";
const step = "w = w.map((v, i) => v + error * x[i]);";
const bias = "b += error;";
const loop = "while (mistakes.length < maxEpochs && !converged) {";
const unit = "x.reduce((sum, v, i) => sum + v * w[i], b) >= 0";

const mistakes: Mistake[] = [
  {
    name: "updates-on-correct-points",
    does: "changes the weights at examples that were right, too",
    belief: "The rule learns from mistakes only: an example on the right side moves nothing.",
    hint: "What do the weights do in an epoch without a mistake?",
    change: {
      [skip]: "",
      [count]: "if (error !== 0) wrong++;",
      [step]: "w = w.map((v, i) => v + (2 * labels[n] - 1) * x[i]);",
      [bias]: "b += 2 * labels[n] - 1;",
    },
    also: [
      {
        change: {
          [skip]: "",
          [count]: "if (error !== 0) wrong++;",
          [step]: "const move = error === 0 ? labels[n] : error;\n      w = w.map((v, i) => v + move * x[i]);",
          [bias]: "b += move;",
        },
      },
      {
        change: {
          [skip]: "",
          [count]: "if (error !== 0) wrong++;",
          [step]:
            "const move = error === 0 ? 2 * labels[n] - 1 : error;\n      w = w.map((v, i) => v + 0.5 * move * x[i]);",
          [bias]: "b += 0.5 * move;",
        },
      },
    ],
  },
  {
    name: "bias-forgotten",
    does: "never changes the bias",
    belief: "The bias learns like a weight whose input is always 1; without it every line goes through the origin.",
    hint: "Can your unit separate the numbers 1 and 3?",
    change: { [bias]: "" },
    also: [{ change: { [bias]: "b = 0;" } }],
  },
  {
    name: "labels-taken-as-signs",
    does: "uses the labels 0 and 1 as if they were -1 and +1",
    belief: "A label of 0 times anything is 0: the examples of class 0 would never move the weights.",
    hint: "By how much do your weights change at a mistake on an example of class 0?",
    change: {
      [skip]: "const sum = x.reduce((s, v, i) => s + v * w[i], b);\n      if (labels[n] * sum > 0) continue;",
      [step]: "w = w.map((v, i) => v + labels[n] * x[i]);",
      [bias]: "b += labels[n];",
    },
    also: [
      { change: { [step]: "w = w.map((v, i) => v + labels[n] * x[i]);", [bias]: "b += labels[n];" } },
      { change: { [error]: "const error = labels[n] - (fires(w, b, x) === 1 ? 1 : -1);" } },
    ],
  },
  {
    name: "step-away",
    does: "moves the weights away from examples that should have fired",
    belief: "label − output is 1 where the unit should have fired: the example is then added.",
    hint: "After a mistake, is the sum of that example nearer to the right side?",
    change: { [error]: "const error = fires(w, b, x) - labels[n];" },
  },
  {
    name: "always-adds",
    does: "adds the example at every mistake, whichever way it was wrong",
    belief: "A unit that fired and should not have must fire less: the example is taken away.",
    hint: "How does a weight ever become smaller in your code?",
    change: { [step]: "w = w.map((v, i) => v + Math.abs(error) * x[i]);", [bias]: "b += Math.abs(error);" },
  },
  {
    name: "once-an-epoch",
    does: "judges all examples with the weights from the beginning of the epoch",
    belief: "The rule corrects at once: the next example meets the new weights.",
    hint: "Follow the second example of the trace: which b does it meet?",
    change: {
      "let wrong = 0;": "let wrong = 0;\n    const [before, shift] = [w, b];",
      [error]: "const error = labels[n] - fires(before, shift, x);",
    },
  },
  {
    name: "one-mistake-an-epoch",
    does: "ends an epoch at its first mistake",
    belief: "An epoch goes through all examples, and each mistake is corrected on the way.",
    hint: "How many mistakes has the first epoch of the trace?",
    change: { [bias]: "b += error;\n      break;" },
  },
  {
    name: "silent-at-zero",
    does: "stays silent when the sum is exactly 0",
    belief: "A threshold unit fires when its sum reaches the threshold.",
    hint: "At the start every sum is 0. Which examples are mistakes then?",
    change: { [unit]: "x.reduce((sum, v, i) => sum + v * w[i], b) > 0" },
  },
  {
    name: "bias-is-a-threshold",
    does: "subtracts the bias from the sum",
    belief: "The bias is added to the sum; the threshold is its negative.",
    hint: "Should a larger bias make the unit fire more, or less?",
    change: { [unit]: "x.reduce((sum, v, i) => sum + v * w[i], -b) >= 0" },
  },
  {
    name: "unit-without-bias",
    does: "leaves the bias out of the unit's sum",
    belief: "The bias is part of the sum that is compared with 0.",
    hint: "What does your unit say with weights 0 and b = -1?",
    change: { [unit]: "x.reduce((sum, v, i) => sum + v * w[i], 0) >= 0" },
  },
  {
    name: "sum-instead-of-output",
    does: "steps by the label minus the sum, not minus the output",
    belief: "The perceptron's error is 1, 0 or −1; measuring against the sum is another rule (Widrow and Hoff's).",
    hint: "Are your weights whole numbers for whole inputs? Do they grow without end?",
    change: { [error]: "const error = labels[n] - x.reduce((sum, v, i) => sum + v * w[i], b);" },
  },
  {
    name: "last-epoch-not-listed",
    does: "leaves the clean epoch out of the list",
    belief: "The epoch without mistakes did run: it is what showed that nothing is left to learn.",
    hint: "What is the last number of your list when it converged?",
    change: {
      "return { w, b, mistakes, converged };": "return { w, b, mistakes: mistakes.filter((n) => n > 0), converged };",
    },
  },
  {
    name: "never-stops-early",
    does: "runs all epochs that are allowed, clean or not",
    belief: "After a clean epoch nothing will change any more.",
    hint: "How many zeros stand at the end of your list?",
    change: { [loop]: "while (mistakes.length < maxEpochs) {" },
  },
  {
    name: "converged-despite-mistakes",
    does: "calls a run converged although its last epoch had mistakes",
    belief: "Reaching the limit is not converging; XOR never does.",
    hint: "What does your function say about XOR?",
    change: { "return { w, b, mistakes, converged };": "return { w, b, mistakes, converged: true };" },
    also: [
      {
        change: {
          "return { w, b, mistakes, converged };":
            "return { w, b, mistakes, converged: X.every((x, n) => fires(w, b, x) === labels[n]) };",
        },
      },
    ],
  },
  {
    name: "limit-means-not-converged",
    does: "calls a run that used all its epochs not converged",
    belief: "The last allowed epoch may be the clean one.",
    hint: "What do you say about four epochs in the example, if four are allowed?",
    change: {
      "return { w, b, mistakes, converged };": "return { w, b, mistakes, converged: mistakes.length < maxEpochs };",
    },
  },
  ...[0.5, 0.1].map((rate, k) => ({
    name: k === 0 ? "half-steps" : "learning-rate",
    does: k === 0 ? "takes steps of half an example" : "multiplies its steps with a learning rate",
    belief:
      k === 0
        ? "label − output is 1 or −1 for these labels: the whole example is added or taken away."
        : "From a start at 0 a rate only scales all weights together; the contract has none.",
    hint:
      k === 0 ? "Is w a multiple of the inputs in the first step?" : "What is w after the first mistake of the trace?",
    change: { [step]: `w = w.map((v, i) => v + ${rate} * error * x[i]);`, [bias]: `b += ${rate} * error;` },
  })),
  {
    name: "mistakes-counted-afterwards",
    does: "counts the examples that are wrong at the end of the epoch",
    belief: "A mistake is counted when it is made, with the weights of that moment.",
    hint: "Count the mistakes in the first epoch of the trace.",
    change: {
      "mistakes.push(wrong);":
        "wrong = X.filter((x, n) => fires(w, b, x) !== labels[n]).length;\n    mistakes.push(wrong);",
    },
  },
  {
    name: "starts-at-one",
    does: "starts with weights of 1",
    belief: "The contract starts at 0, where every unit fires.",
    hint: "What are w and b if the first example is right?",
    change: { "X[0].map(() => 0)": "X[0].map(() => 1)" },
    also: [{ change: { "let b = 0;": "let b = 1;" } }],
  },
  {
    name: "labels-not-checked",
    does: "accepts labels other than 0 and 1",
    belief: "With labels -1 and 1 this rule never converges; the error says why at once.",
    hint: "What happens with labels -1 and 1?",
    change: { "label !== 0 && label !== 1": "false" },
    also: [
      { change: { "label !== 0 && label !== 1": "label < 0" } },
      { change: { "label !== 0 && label !== 1": "label > 1" } },
    ],
  },
];
export default mistakes;
