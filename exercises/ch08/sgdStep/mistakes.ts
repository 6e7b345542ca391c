import type { Mistake } from "@termwise/check";

const update = "weights[i] -= (lr * this.sums[k][i]) / this.seen;";
const forget = "this.sums[k].fill(0);";
const count = "    this.seen = 0;\n";
const collect = "sum[i] += gradients[k][i];";
const counted = "    this.seen++;\n";
const nothing = 'if (this.seen === 0) throw new Error("SGD: a step without any example");';
const full = "batches.reduce((sum, b) => sum + b.size * b.gradient[i], 0) / rows";
const groupsFit = "if (gradients.length !== sums.length)";
const lengthsFit = "if (odd >= 0)";

const mistakes: Mistake[] = [
  {
    name: "sum-instead-of-mean",
    does: "moves the weights by the sum of the gradients",
    belief: "With the sum a batch of 64 takes steps 64 times as long: rate and batch size could not be chosen apart.",
    hint: "Add the same example twice. Should the step be longer than with one?",
    change: { [update]: "weights[i] -= lr * this.sums[k][i];" },
  },
  {
    name: "stale-gradients",
    does: "keeps old gradients after the step",
    belief: "After a step the weights have moved: gradients from before belong to another point.",
    hint: "Make two steps with one example each. What does the second one use?",
    change: { [forget]: "" },
    also: [{ change: { [forget]: "", [count]: "" } }, { change: { [count]: "" } }],
  },
  {
    name: "one-example-one-step",
    does: "moves the weights at every example",
    belief:
      "The examples of a batch are all measured at the same weights; only then is one step made, with their mean.",
    hint: "Do the weights move before step is called?",
    change: {
      [collect]: "this.groups[k].weights[i] -= this.groups[k].lr * gradients[k][i];",
      [update]: ";",
    },
  },
  {
    name: "last-example-only",
    does: "uses only the last example of a batch",
    belief: "The batch is there to average the noise of single examples: all of them take part.",
    hint: "Do you add to what is there, or write over it?",
    change: { [collect]: "sum[i] = gradients[k][i];", [update]: "weights[i] -= lr * this.sums[k][i];" },
    also: [{ change: { [collect]: "sum[i] = gradients[k][i];" } }],
  },
  {
    name: "first-example-only",
    does: "uses only the first example of a batch",
    belief: "Every example that was added since the last step has the same weight in the mean.",
    hint: "Add 2 and then 4. Is your mean 2 or 3?",
    change: {
      [collect]: "if (this.seen === 0) sum[i] = gradients[k][i];",
      [update]: "weights[i] -= lr * this.sums[k][i];",
    },
  },
  {
    name: "later-examples-weigh-more",
    does: "takes the average of the old mean and the new gradient at each example",
    belief: "That gives the last example half of all the weight; a running mean moves by one n-th.",
    hint: "Add 0, 0 and 8. Is the mean 4?",
    change: {
      [collect]: "sum[i] = this.seen === 0 ? gradients[k][i] : (sum[i] + gradients[k][i]) / 2;",
      [update]: "weights[i] -= lr * this.sums[k][i];",
    },
  },
  {
    name: "uphill",
    does: "adds the gradient to the weights",
    belief: "The gradient points where the loss grows.",
    hint: "Does a positive slope make a weight larger or smaller?",
    change: { [update]: "weights[i] += (lr * this.sums[k][i]) / this.seen;" },
  },
  {
    name: "one-rate-for-all",
    does: "uses the rate of one group for every group",
    belief: "Groups exist so that some weights can learn faster than others, or not at all.",
    hint: "Two groups with rates 0.5 and 0: which weights move?",
    change: {
      [update]: "weights[i] -= (this.groups[0].lr * this.sums[k][i]) / this.seen;",
      "{ weights, lr }] of": "{ weights }] of",
    },
    also: [
      {
        change: {
          [update]: "weights[i] -= (this.groups[this.groups.length - 1].lr * this.sums[k][i]) / this.seen;",
          "{ weights, lr }] of": "{ weights }] of",
        },
      },
    ],
  },
  {
    name: "fixed-batch-size",
    does: "divides by the size of the first batch for ever",
    belief: "The last batch of an epoch is often smaller: its mean is over the examples that it has.",
    hint: "Three examples, then one: by which number do you divide the second time?",
    change: {
      "private seen = 0;": "private seen = 0;\n  private size = 0;",
      [update]: "weights[i] -= (lr * this.sums[k][i]) / (this.size ||= this.seen);",
    },
  },
  {
    name: "divides-by-weights",
    does: "divides by the number of weights",
    belief: "The mean goes over examples; each weight has a gradient of its own that is shared with nobody.",
    hint: "Does a group of three weights move less than a group of one?",
    change: { [update]: "weights[i] -= (lr * this.sums[k][i]) / weights.length;" },
    also: [{ change: { [update]: "weights[i] -= (lr * this.sums[k][i]) / this.seen / weights.length;" } }],
  },
  {
    name: "kept-by-reference",
    does: "keeps the caller's arrays instead of their numbers",
    belief: "The caller fills the same arrays again for the next example: what was kept changes too.",
    hint: "Add an example, change its array, then step. Which numbers are used?",
    change: {
      "private seen = 0;": "private seen = 0;\n  private kept: (readonly ArrayLike<number>[])[] = [];",
      [collect]: "sum[i] = 0;",
      [counted]: "    this.kept.push(gradients);\n    this.seen++;\n",
      [update]: "weights[i] -= (lr * this.kept.reduce((s, g) => s + g[k][i], 0)) / this.seen;",
      [count]: "    this.seen = 0;\n    this.kept = [];\n",
    },
  },
  {
    name: "new-arrays",
    does: "moves copies of the weights",
    belief: "The network computes with the array it gave you: only what is written into its entries trains it.",
    hint: "Look at the caller's array after a step.",
    change: { "({ ...group })": "({ ...group, weights: group.weights.slice() })" },
  },
  {
    name: "rate-fixed",
    does: "goes on with the rates of the beginning",
    belief: "A schedule changes the rate between steps: step has to look it up each time.",
    hint: "Where does setRate leave the new rate, and where does step look?",
    change: { "this.groups[k].lr = lr;": "" },
    also: [{ change: { "this.groups[k].lr = lr;": "for (const group of this.groups) group.lr = lr;" } }],
  },
  {
    name: "rate-of-the-example",
    does: "multiplies a gradient by the rate that its group has when the example is added",
    belief: "The step is one move, with the rate that holds when it is made, whatever it was when the examples came.",
    hint: "Add an example, change the rate, step. Which of the two rates is used?",
    change: {
      [collect]: "sum[i] += this.groups[k].lr * gradients[k][i];",
      [update]: "weights[i] -= this.sums[k][i] / this.seen;",
      "{ weights, lr }] of": "{ weights }] of",
    },
  },
  {
    name: "new-rate-forgets",
    does: "throws away what a group has gathered when it gets a new rate",
    belief:
      "A rate says how long the step is. Which examples it is made of is another matter: only a step forgets them.",
    hint: "Add an example, change the rate, step. Does the weight move?",
    change: { "this.groups[k].lr = lr;": "this.groups[k].lr = lr;\n    this.sums[k].fill(0);" },
  },
  {
    name: "frozen-group-remembers",
    does: "keeps the gradients that a group gets while it is frozen",
    belief: "They were measured for steps that are over. A group that may move again starts with what comes then.",
    hint: "Freeze a group for one step, then give it a rate. Which examples is its next step made of?",
    change: { [forget]: "if (lr > 0) this.sums[k].fill(0);" },
  },
  {
    name: "empty-step",
    does: "steps without any example",
    belief:
      "0 / 0 is NaN, and one NaN in the weights is the end of the training; doing nothing would hide a bug in the loop.",
    hint: "What is the mean of no gradients?",
    change: { [nothing]: "" },
    also: [{ change: { [nothing]: "if (this.seen === 0) return;" } }],
  },
  {
    name: "misfits-accepted",
    does: "takes gradients that do not fit the groups",
    belief: "A missing entry is undefined, and a weight minus undefined is NaN; an extra one is lost without a word.",
    hint: "Two groups and one array: what is added to the second?",
    change: { [groupsFit]: "if (false)", "sum.length !== gradients[k].length": "false" },
    also: [
      { change: { [lengthsFit]: "if (false)" } },
      { change: { [groupsFit]: "if (gradients.length < sums.length)" } },
      { change: { [groupsFit]: "if (gradients.length < sums.length)", [lengthsFit]: "if (false)" } },
      {
        change: {
          [groupsFit]: "if (false)",
          "sum.length !== gradients[k].length": "sum.length !== gradients[k]?.length",
          "gradients[odd].length}": "gradients[odd]?.length}",
        },
      },
    ],
  },
  {
    name: "refused-example-counted",
    does: "counts an example before it is refused",
    belief: "An error should leave everything as it was: the next step must not know of the refused example.",
    hint: "Is your check before or after the first change?",
    change: { "const { sums } = this;": "const { sums } = this;\n    this.seen++;", [counted]: "" },
    also: [
      {
        change: {
          [lengthsFit]:
            "for (let k = 0; k < odd; k++) for (let i = 0; i < sums[k].length; i++) sums[k][i] += gradients[k][i];\n    if (odd >= 0)",
        },
      },
      {
        change: {
          [lengthsFit]:
            "for (let k = 0; k <= odd; k++) for (let i = 0; i < gradients[k].length; i++) sums[k][i] += gradients[k][i];\n    if (odd >= 0)",
        },
      },
    ],
  },
  {
    name: "mean-of-batch-means",
    does: "averages the batches without their sizes",
    belief: "A row of a small batch would count more than others: a batch weighs as much as it has rows.",
    hint: "Batches of 4 rows with gradient 3 and 2 rows with gradient 9: is the mean of the six rows 6 or 5?",
    change: { [full]: "batches.reduce((sum, b) => sum + b.gradient[i], 0) / batches.length" },
  },
  {
    name: "full-gradient-a-sum",
    does: "adds up instead of averaging in the full gradient",
    belief: "The full loss is the mean over all rows; its gradient is divided by their number.",
    hint: "One batch alone: should its mean gradient change?",
    change: { [full]: "batches.reduce((sum, b) => sum + b.size * b.gradient[i], 0)" },
    also: [
      { change: { [full]: "batches.reduce((sum, b) => sum + b.gradient[i], 0)" } },
      { change: { [full]: "batches.reduce((sum, b) => sum + b.size * b.gradient[i], 0) / batches.length" } },
      { change: { [full]: "batches.reduce((sum, b) => sum + b.gradient[i], 0) / rows" } },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "this.groups = groups.map((group) => ({ ...group }));  ⇒  this.groups = groups;":
    "the objects of the groups are copies already when they reach an answer",
  "i < sum.length  ⇒  i <= sum.length": "a typed array has no entry there and takes none",
  "i < weights.length  ⇒  i <= weights.length": "a typed array ignores what is written beyond its end",
};
