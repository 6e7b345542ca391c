import type { Mistake } from "@termwise/check";

const mistakes: Mistake[] = [
  {
    name: "unchanged",
    does: "has the fault of the recorded run still in it",
    belief: "A repair is one when the run changes: losses and weights must become those of the definition.",
    hint: "Which two probes ought to be equal and are not? Which line of the loop decides what one of them contains?",
    change: { "    optimizer.zeroGrad();\n": "" },
    also: [
      {
        change: {
          "    optimizer.zeroGrad();\n": "",
          "  const losses: number[] = [];": "  optimizer.zeroGrad();\n  const losses: number[] = [];",
        },
      },
      {
        change: {
          "    optimizer.zeroGrad();\n": "",
          "  const optimizer = sgd([W1, b1, W2, b2], { lr });\n": "",
          "    loss.backward();": "    const optimizer = sgd([W1, b1, W2, b2], { lr });\n    loss.backward();",
        },
      },
    ],
  },
  {
    name: "smaller-rate",
    does: "takes smaller steps along a direction that is as wrong as before",
    belief: "A smaller learning rate makes the symptom later and smaller; the direction of each step stays wrong.",
    hint: "Divide the rate by ten and watch used and alone: do they agree now?",
    change: { "    optimizer.zeroGrad();\n": "", "W2, b2], { lr });": "W2, b2], { lr: lr / 10 });" },
    also: [2, 4, 5, 20, 100].map((by) => ({
      change: { "    optimizer.zeroGrad();\n": "", "W2, b2], { lr });": `W2, b2], { lr: lr / ${by} });` },
    })),
  },
  {
    name: "average-of-all",
    does: "follows the average of all gradients so far instead of the gradient of its batch",
    belief: "Gradients of earlier steps belong to weights that the network has left: an average of them is stale too.",
    hint: "Which weights were the old gradients measured at?",
    change: {
      "    optimizer.zeroGrad();\n": "",
      "    optimizer.step();": "    optimizer.lr = lr / (losses.length + 1);\n    optimizer.step();",
    },
  },
  {
    name: "clips",
    does: "shortens long gradients, and leaves in them what does not belong there",
    belief: "Clipping bounds the length of a step. What is wrong with this gradient is its direction.",
    hint: "Two vectors of the same length: can one point uphill?",
    change: {
      "    optimizer.zeroGrad();\n": "",
      "    optimizer.step();":
        "    const length = Math.sqrt([W1, b1, W2, b2].reduce((sum, p) => sum + p.grad!.square().sum().item(), 0));\n    optimizer.lr = length > 1 ? lr / length : lr;\n    optimizer.step();",
    },
  },
  {
    name: "clears-after-backward",
    does: "clears the gradients between backward and step, so that each step finds none",
    belief: "step needs the gradients that backward has just written: clear before backward, not after it.",
    hint: "Write down what .grad holds after each of the three lines.",
    change: {
      "    optimizer.zeroGrad();\n": "",
      "    loss.backward();": "    loss.backward();\n    optimizer.zeroGrad();",
    },
  },
  {
    name: "clears-one-layer",
    does: "clears the gradients of one layer only",
    belief: "Every parameter keeps its own gradient; the other layer still follows a sum.",
    hint: "Which tensors does your clearing reach?",
    change: { "    optimizer.zeroGrad();": "    sgd([W2, b2], { lr }).zeroGrad();" },
    also: [{ change: { "    optimizer.zeroGrad();": "    sgd([W1, b1], { lr }).zeroGrad();" } }],
  },
  {
    name: "clears-weights-not-biases",
    does: "clears the gradients of the weights and not those of the biases",
    belief: "Biases are parameters like the others: their gradients add up too.",
    hint: "How many tensors were given to sgd?",
    change: { "    optimizer.zeroGrad();": "    sgd([W1, W2], { lr }).zeroGrad();" },
  },
  {
    name: "every-second-step",
    does: "clears the gradients before every second step",
    belief: "Two batches share one sum then: half of the steps use a gradient that is not theirs.",
    hint: "What does used show in steps 2, 4, 6?",
    change: { "    optimizer.zeroGrad();": "    if (losses.length % 2 === 0) optimizer.zeroGrad();" },
  },
  {
    name: "when-it-rises",
    does: "clears the gradients only when the loss has risen",
    belief: "A falling loss is no sign that the gradient is the batch's own.",
    hint: "Compare used and alone while the loss still falls.",
    change: { "    optimizer.zeroGrad();": "    if (loss.item() > (losses.at(-1) ?? 0)) optimizer.zeroGrad();" },
  },
  {
    name: "stops-before-it-shows",
    does: "ends the training when the loss rises",
    belief: "Stopping early hides a fault that has been there since the second step.",
    hint: "Are the steps before the stop those of the definition?",
    change: {
      "    optimizer.zeroGrad();\n": "",
      "    losses.push(loss.item());":
        "    losses.push(loss.item());\n    if (losses.at(-1)! > (losses.at(-2) ?? Infinity)) break;",
    },
  },
  {
    name: "shrinks-the-weights",
    does: "keeps the weights small with weight decay, and lets the gradients be wrong",
    belief: "Weight decay pulls against the growth and adds an error of its own.",
    hint: "Does the definition of a step contain a term with the weights themselves?",
    change: { "    optimizer.zeroGrad();\n": "", "W2, b2], { lr });": "W2, b2], { lr, weightDecay: 0.1 });" },
    also: [0.001, 0.01].map((decay) => ({
      change: { "    optimizer.zeroGrad();\n": "", "W2, b2], { lr });": `W2, b2], { lr, weightDecay: ${decay} });` },
    })),
  },
  {
    name: "blames-the-rate",
    does: "takes every rising loss for a rate that is too high",
    belief: "A rising loss has many causes: too long a step is one, a wrong direction another.",
    hint: "Which probe would still be in order if only the rate were too high?",
    change: {
      "  if (used.some(": '  if (loss[last] > loss[0]) return "rate too high";\n  if (used.some(',
      'loss[last] > loss[0] ? "rate too high" : "nothing"': '"nothing"',
    },
  },
  {
    name: "falling-is-fine",
    does: "finds nothing wrong with any run whose loss falls",
    belief: "A network can learn in spite of a fault, and worse than it could.",
    hint: "What would the loss of the whole network do, if only the last layer learned?",
    change: { "  if (used.some(": '  if (loss[last] <= loss[0]) return "nothing";\n  if (used.some(' },
  },
  {
    name: "first-step-only",
    does: "compares used and alone at the first step, where nothing can have added up yet",
    belief: "The first backward pass has nothing to add to: the difference begins at the second step.",
    hint: "Start from empty gradients and count the passes.",
    change: {
      "used.some((length, t) => Math.abs(length - alone[t]) > 0.01 * alone[t])":
        "Math.abs(used[0] - alone[0]) > 0.01 * alone[0]",
    },
  },
  {
    name: "growing-is-adding",
    does: "takes a gradient that grows for one that adds up",
    belief: "Where the loss rises gradients grow by themselves: compare used with alone, not with its own past.",
    hint: "What does used do when the rate is too high?",
    change: { "used.some((length, t) => Math.abs(length - alone[t]) > 0.01 * alone[t])": "used[last] > used[0]" },
    also: [
      {
        change: {
          "used.some((length, t) => Math.abs(length - alone[t]) > 0.01 * alone[t])": "used[last] > 2 * used[0]",
        },
      },
    ],
  },
  {
    name: "longer-only",
    does: "sees gradients that add up only where they grow longer",
    belief: "Gradients that point in different directions cancel: a sum may be shorter than its last part.",
    hint: "Add [3, 0] and [-2, 0]. How long is the sum?",
    change: { "Math.abs(length - alone[t]) >": "length - alone[t] >" },
  },
  {
    name: "one-dead-unit",
    does: "calls the units dead when only some of them are",
    belief: "A few units that are silent on every row are common; the gradient still passes through the others.",
    hint: "What share of the units must be 0 before no gradient reaches W1?",
    change: { "dead[0] === 1": "dead[0] > 0" },
    also: [{ change: { "dead[0] === 1": "dead[0] > 0.5" } }, { change: { "dead[0] === 1": "dead[0] >= 0.5" } }],
  },
  {
    name: "effect-before-cause",
    does: "says that the first layer was left out where its units are dead",
    belief: "Dead units explain why W1 rests: no gradient reaches it. Ask for the cause before the effect.",
    hint: "In how many of the six kinds of run is moved 0?",
    change: { '  if (dead[0] === 1) return "dead units";\n': "" },
    also: [
      {
        change: {
          '  if (dead[0] === 1) return "dead units";\n  if (moved[last] === 0) return "first layer left out";':
            '  if (moved[last] === 0) return "first layer left out";\n  if (dead[0] === 1) return "dead units";',
        },
      },
    ],
  },
  {
    name: "climbing-is-overshooting",
    does: "does not look at the direction, and takes climbing for a rate that is too high",
    belief: "Overshooting goes the right way and too far; climbing goes the wrong way from the first step.",
    hint: "What is the cosine of two vectors that point against each other?",
    change: { '  if (along[0] > 0) return "climbs";\n': "" },
  },
  {
    name: "sign-of-along",
    does: "takes steps against the gradient for climbing",
    belief: "The gradient points uphill: a step that goes down has the cosine −1 with it.",
    hint: "What is along in a run with nothing wrong?",
    change: { "along[0] > 0": "along[0] < 0" },
  },
];
export default mistakes;

export const equivalent = {
  "Math.abs(length - alone[t]) > 0.01 * alone[t]  ⇒  Math.abs(length - alone[t]) >= 0.01 * alone[t]":
    "No two lengths are exactly 1 % apart.",
  "along[0] > 0  ⇒  along[0] >= 0": "A step that follows a gradient up or down has no right angle with it.",
  "along[0]  ⇒  along[1]": "A run climbs at every step or at none.",
  "dead[0]  ⇒  dead[1]": "Units that are all dead at the start have no gradient and stay dead.",
};
