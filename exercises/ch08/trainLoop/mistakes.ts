import type { Mistake } from "@termwise/check";

const mistakes: Mistake[] = [
  {
    name: "patience-late",
    does: "waits one epoch longer than patience",
    belief: "Patience 2 means: the second epoch without improvement is the last.",
    hint: "Count on paper for losses 5, 3, 4, 4 and patience 2. Is your test > or ≥?",
    change: { "losses.length - bestEpoch < patience": "losses.length - bestEpoch <= patience" },
  },
  {
    name: "patience-early",
    does: "stops one epoch before patience runs out",
    belief: "Patience 2 allows two epochs without improvement.",
    hint: "Is the improving epoch itself counted as waiting?",
    change: {
      "losses.length - bestEpoch < patience":
        "(losses.length === bestEpoch || losses.length - bestEpoch < patience - 1)",
    },
  },
  {
    name: "reference",
    does: "ends with the last weights: it keeps a reference to them, not a copy, or never restores",
    belief: "Assigning an array copies nothing: both names see every later change.",
    hint: "slice() makes a copy, and model.weights.set(best) after the loop brings it back. Which of the two is missing?",
    change: { "      best = model.weights.slice();": "      best = model.weights;" },
    also: [{ change: { "model.weights.set(best);": "" } }],
  },
  {
    name: "measures-in-training-mode",
    does: "measures the validation loss in training mode",
    belief: "With dropout on, the loss measured is that of another, noisier network.",
    hint: "Which mode is set when validationLoss runs?",
    change: { 'model.setMode("evaluate");': "" },
  },
  {
    name: "stays-in-evaluation",
    does: "sets the training mode once, before the loop, and never again",
    belief:
      "After the first validation the model is still in evaluation mode: from the second epoch on it trains without dropout.",
    hint: "Write down the mode in which each trainEpoch runs.",
    change: { '    model.setMode("train");\n': "", "  while (": '  model.setMode("train");\n  while (' },
  },
  {
    name: "never-trains-in-mode",
    does: "never switches the training mode on",
    belief: "The loop cannot know in which mode it was given the model.",
    hint: 'setMode("train") before every trainEpoch.',
    change: { '    model.setMode("train");\n': "" },
    also: [{ change: { 'model.setMode("train");': 'model.setMode("evaluate");' } }],
  },
  {
    name: "equal-improves",
    does: "counts an equal loss as an improvement",
    belief: "A plateau is not progress: only a lower loss starts the patience anew.",
    hint: "< or ≤?",
    change: { "loss < bestLoss": "loss <= bestLoss" },
  },
  {
    name: "compares-with-previous",
    does: "compares each loss with the one before instead of the best",
    belief: "After a bad epoch a mediocre one looks like progress: compare with the best so far.",
    hint: "Losses 3, 9, 8: is the third an improvement?",
    change: { "loss < bestLoss": "loss < (losses.at(-2) ?? Infinity)" },
    also: [
      {
        change: {
          "let bestEpoch = 0;": "let bestEpoch = 0;\n  let waited = 0;",
          "losses.length - bestEpoch < patience": "waited < patience",
          "losses.push(loss);": "losses.push(loss);\n    waited = loss < (losses.at(-2) ?? Infinity) ? 0 : waited + 1;",
        },
      },
    ],
  },
  {
    name: "patience-never-reset",
    does: "counts all epochs without improvement, not those in a row",
    belief: "An improvement ends the wait: the count starts again from 0.",
    hint: "What happens to your counter when the loss falls?",
    change: {
      "let bestEpoch = 0;": "let bestEpoch = 0;\n  let waited = 0;",
      "losses.length - bestEpoch < patience": "waited < patience",
      "best = model.weights.slice();\n    }": "best = model.weights.slice();\n    } else waited++;",
    },
  },
  {
    name: "rises-counted",
    does: "counts epochs in which the loss rose against the one before",
    belief: "Down a little, up, down a little less is no progress: every epoch without a new lowest loss is waiting.",
    hint: "Losses 3, 5, 4, 4: how many epochs have passed since the best one, and how many does your code count?",
    change: {
      "let bestEpoch = 0;": "let bestEpoch = 0;\n  let waited = 0;",
      "losses.length - bestEpoch < patience": "waited < patience",
      "losses.push(loss);":
        "losses.push(loss);\n    if (loss < bestLoss) waited = 0;\n    else if (loss > (losses.at(-2) ?? Infinity)) waited++;",
    },
    also: [
      {
        change: {
          "let bestEpoch = 0;": "let bestEpoch = 0;\n  let waited = 0;",
          "losses.length - bestEpoch < patience": "waited < patience",
          "losses.push(loss);": "losses.push(loss);\n    waited = loss > (losses.at(-2) ?? Infinity) ? waited + 1 : 0;",
        },
      },
      {
        change: {
          "let bestEpoch = 0;": "let bestEpoch = 0;\n  let waited = 0;",
          "losses.length - bestEpoch < patience": "waited < patience",
          "losses.push(loss);": "losses.push(loss);\n    if (loss > (losses.at(-2) ?? Infinity)) waited++;",
        },
      },
    ],
  },
  {
    name: "zero-based",
    does: "counts the best epoch from 0",
    belief: "The contract counts epochs from 1; 0 means that none improved.",
    hint: "bestEpoch of losses 5, 3, 4 is 2.",
    change: { "bestEpoch, bestLoss, losses };": "bestEpoch: Math.max(0, bestEpoch - 1), bestLoss, losses };" },
  },
  {
    name: "weights-before-epoch",
    does: "keeps the weights from before the improving epoch",
    belief: "The loss belongs to the weights after the epoch.",
    hint: "When do you copy: before or after trainEpoch?",
    change: {
      '    model.setMode("train");': '    const before = model.weights.slice();\n    model.setMode("train");',
      "      best = model.weights.slice();": "      best = before;",
    },
  },
  {
    name: "nan-improves",
    does: "takes NaN for an improvement",
    belief: 'Every comparison with NaN is false, so "not worse" is not the same as "better".',
    hint: "What is !(NaN >= 3)?",
    change: { "loss < bestLoss": "!(loss >= bestLoss)" },
    also: [{ change: { "loss < bestLoss": "!(loss > bestLoss)" } }],
  },
  {
    name: "restored-only-when-stopped",
    does: "brings the best weights back only where patience runs out",
    belief: "The best epoch may lie behind you also when maxEpochs ends the loop.",
    hint: "Losses 3, 5 with maxEpochs 2 and patience 9: which weights are left?",
    change: { "model.weights.set(best);": "if (losses.length - bestEpoch >= patience) model.weights.set(best);" },
  },
];
export default mistakes;
