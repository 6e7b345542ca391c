import type { Mistake } from "@termwise/check";

const rise = "if (t < warmUp) return (peak * (t + 1)) / warmUp;";
const share = "Math.min((t - warmUp) / (steps - warmUp), 1)";
const wave = "return floor + ((peak - floor) * (1 + Math.cos(Math.PI * x))) / 2;";
const epoch = "const epoch = Math.floor(t / stepsPerEpoch);";
const decay = "return lr * factor ** Math.floor(epoch / everyEpochs);";
const power = "{ far: value <= 1, quiet: value > 0.5 }";
const geometric = "{ far: value === 1, quiet: value < 1 }";

const mistakes: Mistake[] = [
  {
    name: "steps-taken-for-epochs",
    does: "counts steps as if they were epochs",
    belief:
      "An epoch is a whole pass over the data and has many steps: with 100 steps an epoch the rate would fall 100 times too early.",
    hint: "In which epoch is step 25 when an epoch has 10 steps?",
    change: { [epoch]: "const epoch = t;" },
    also: [
      { change: { [epoch]: "const epoch = t * stepsPerEpoch;" } },
      { change: { [epoch]: "const epoch = t % stepsPerEpoch;" } },
    ],
  },
  {
    name: "decay-every-epoch",
    does: "lowers the rate after every single epoch",
    belief: "everyEpochs epochs pass between two reductions.",
    hint: "Where does everyEpochs stand in your formula?",
    change: { [decay]: "return lr * factor ** epoch;" },
  },
  {
    name: "decay-without-stairs",
    does: "lowers the rate a little at every step",
    belief: "Between two reductions the rate stays the same: only whole multiples of everyEpochs count.",
    hint: "Are the rates of steps 0 and 1 the same?",
    change: { [epoch]: "const epoch = t / stepsPerEpoch;", [decay]: "return lr * factor ** (epoch / everyEpochs);" },
    also: [{ change: { [decay]: "return lr * factor ** (epoch / everyEpochs);" } }],
  },
  {
    name: "decay-one-step-off",
    does: "lowers the rate a step or a stair too early or too late",
    belief: "Steps count from 0: with 10 steps an epoch and everyEpochs 2 step 19 is the last with the first rate.",
    hint: "Which rate has the very first step in your code?",
    change: { [epoch]: "const epoch = Math.floor((t + 1) / stepsPerEpoch);" },
    also: [
      { change: { [epoch]: "const epoch = Math.ceil(t / stepsPerEpoch);" } },
      { change: { [epoch]: "const epoch = Math.floor(t / stepsPerEpoch) + 1;" } },
      { change: { [epoch]: "const epoch = Math.floor((t - 1) / stepsPerEpoch);" } },
      { change: { [decay]: "return lr * factor ** Math.ceil(epoch / everyEpochs);" } },
      { change: { [decay]: "return lr * factor ** Math.round(epoch / everyEpochs);" } },
    ],
  },
  {
    name: "factor-not-a-power",
    does: "applies the factor once, or times the number of reductions",
    belief: "Each reduction multiplies what is there: after three of them the rate is lr · factor³.",
    hint: "Three reductions by 0.5 from 8: what is left?",
    change: { [decay]: "return lr * (epoch >= everyEpochs ? factor : 1);" },
    also: [
      { change: { [decay]: "return lr * (epoch >= everyEpochs ? factor * Math.floor(epoch / everyEpochs) : 1);" } },
      { change: { [decay]: "return lr / (1 + factor * Math.floor(epoch / everyEpochs));" } },
    ],
  },
  {
    name: "grows-at-the-end",
    does: "makes the rate grow towards the end",
    belief: "Near a minimum the noise of the gradients throws a large step out again: rates fall at the end.",
    hint: "Print your rates for t from steps to 2 · steps, and for twenty epochs.",
    change: { [share]: "(t - warmUp) / (steps - warmUp)" },
    also: [
      { change: { [decay]: "return lr / factor ** Math.floor(epoch / everyEpochs);" } },
      { change: { [wave]: "return floor + ((peak - floor) * (1 - Math.cos(Math.PI * x))) / 2;" } },
      { change: { [wave]: "return floor + ((peak - floor) * (1 + Math.cos(2 * Math.PI * x))) / 2;" } },
    ],
  },
  {
    name: "jump-after-the-warm-up",
    does: "lets the wave begin at step 0, so that the rate jumps where the warm-up ends",
    belief: "The falling part has a clock of its own, which stands at 0 when the warm-up ends.",
    hint: "What are your rates at t = warmUp − 1 and t = warmUp?",
    change: { [share]: "Math.min(t / steps, 1)" },
  },
  {
    name: "wave-too-long-or-too-short",
    does: "divides the steps of the falling part by the wrong length",
    belief: "It lasts steps − warmUp steps: from t = warmUp, where the share is 0, to t = steps, where it is 1.",
    hint: "What is your rate at t = steps?",
    change: { [share]: "Math.min((t - warmUp) / steps, 1)" },
    also: [
      { change: { [share]: "Math.min((t - warmUp) / (steps - warmUp - 1), 1)" } },
      { change: { [share]: "Math.min((t - warmUp + 1) / (steps - warmUp), 1)" } },
      { change: { [share]: "Math.min((t - warmUp + 1) / (steps - warmUp + 1), 1)" } },
      { change: { [share]: "t >= steps ? 1 : Math.min((t - warmUp) / steps, 1)" } },
    ],
  },
  {
    name: "first-step-stands-still",
    does: "gives the first step the rate 0",
    belief: "A step with rate 0 is a wasted batch: the first of four warm-up steps has a quarter of the peak.",
    hint: "What is your rate at t = 0?",
    change: { "(peak * (t + 1)) / warmUp": "(peak * t) / warmUp" },
  },
  {
    name: "warm-up-one-step-longer",
    does: "lets the warm-up run one step too long",
    belief: "The first warmUp steps are 0 to warmUp − 1; one more would rise above the peak.",
    hint: "< or ≤?",
    change: { "t < warmUp": "t <= warmUp" },
    also: [
      { change: { "(peak * (t + 1)) / warmUp": "(peak * (t + 1)) / (warmUp + 1)" } },
      {
        change: {
          [rise]: "if (t <= warmUp) return warmUp === 0 ? peak : Math.min(peak, (peak * (t + 1)) / warmUp);",
          [share]: "Math.min(Math.max(0, t - warmUp - 1) / (steps - warmUp), 1)",
        },
      },
    ],
  },
  {
    name: "warm-up-from-the-floor",
    does: "lets the warm-up begin at the floor",
    belief: "The contract's warm-up rises evenly from peak / warmUp; the floor belongs to the end.",
    hint: "What is your first rate for peak 0.8, floor 0.2 and four warm-up steps, and your second?",
    change: { "(peak * (t + 1)) / warmUp": "floor + ((peak - floor) * (t + 1)) / warmUp" },
    also: [{ change: { "(peak * (t + 1)) / warmUp": "floor + ((peak - floor) * t) / warmUp" } }],
  },
  {
    name: "warm-up-left-out",
    does: "starts at the peak without a warm-up",
    belief: "At the start the weights are far from settled and gradients are large: the first steps have to be small.",
    hint: "Is your rate at t = 0 the peak?",
    change: { [rise]: "if (t < warmUp) return peak;" },
  },
  {
    name: "floor-forgotten",
    does: "falls to 0 instead of the floor",
    belief: "The wave swings between peak and floor: its height is peak − floor, and floor is below it.",
    hint: "What is your rate at t = steps for floor 0.2?",
    change: { [wave]: "return (peak * (1 + Math.cos(Math.PI * x))) / 2;" },
    also: [
      { change: { [wave]: "return Math.max(floor, (peak * (1 + Math.cos(Math.PI * x))) / 2);" } },
      { change: { [wave]: "return ((peak - floor) * (1 + Math.cos(Math.PI * x))) / 2;" } },
    ],
  },
  {
    name: "floor-on-top",
    does: "adds the floor without taking it from the height of the wave",
    belief: "At t = warmUp the rate is peak, not peak + floor.",
    hint: "What is your rate at t = warmUp?",
    change: { [wave]: "return floor + (peak * (1 + Math.cos(Math.PI * x))) / 2;" },
  },
  {
    name: "straight-line",
    does: "falls along a straight line",
    belief: "Half a cosine wave stays near the peak at first, falls fastest in the middle, and lands gently.",
    hint: "A quarter of the way down: is the share of the height that is left 0.75 or 0.85?",
    change: { [wave]: "return floor + (peak - floor) * (1 - x);" },
  },
  {
    name: "wave-of-the-wrong-size",
    does: "gives the cosine degrees, a quarter of a wave, or the wrong height",
    belief: "cos goes from 1 to −1 on the way from 0 to π; plus 1 and divided by 2 that is from 1 to 0.",
    hint: "What is (1 + cos πx) / 2 at x = 0, ½ and 1, and what does your code say there?",
    change: { "Math.cos(Math.PI * x)": "Math.cos(180 * x)" },
    also: [
      { change: { [wave]: "return floor + (peak - floor) * Math.cos((Math.PI / 2) * x);" } },
      { change: { [wave]: "return floor + (peak - floor) * (1 + Math.cos(Math.PI * x));" } },
      { change: { [wave]: "return floor + ((peak - floor) * Math.cos(Math.PI * x)) / 2;" } },
      { change: { [wave]: "return floor + ((peak - floor) * (1 + Math.cos(x))) / 2;" } },
    ],
  },
  {
    name: "end-is-nothing",
    does: "returns 0 or the peak after the last step",
    belief: "Whoever trains a little longer than planned should go on with the smallest rate.",
    hint: "What is your rate long after t = steps?",
    change: { [rise]: `${rise}\n  if (t >= steps) return 0;` },
    also: [
      { change: { [rise]: `${rise}\n  if (t > steps) return 0;` } },
      { change: { [rise]: `${rise}\n  if (t >= steps) return peak;` } },
      { change: { [rise]: `${rise}\n  if (t > steps) return peak;` } },
    ],
  },
  {
    name: "harmonic-sum-finite",
    does: "takes the sum of 1/n for finite",
    belief: "1 + ½ + ⅓ + … grows beyond every bound, if slowly: the power 1 still goes far.",
    hint: "Group the terms: ⅓ + ¼ is more than ½, and so are the next four. When does it end?",
    change: { "far: value <= 1,": "far: value < 1," },
  },
  {
    name: "half-power-quiet",
    does: "calls the power ½ quiet",
    belief: "The squares of 1/√n are 1/n, and those add up to infinity.",
    hint: "Which power has the square of 1/√n?",
    change: { "quiet: value > 0.5": "quiet: value >= 0.5" },
  },
  {
    name: "squares-forgotten",
    does: "looks at the sum of the rates where the sum of their squares is asked for",
    belief: "The noise of a step adds a variance, which goes with the square of the rate: any power above ½ is enough.",
    hint: "Is the sum of 1/n^0.75 finite, and that of its squares?",
    change: { "quiet: value > 0.5": "quiet: value > 1" },
    also: [{ change: { "quiet: value > 0.5": "quiet: value >= 1" } }],
  },
  {
    name: "far-and-quiet-swapped",
    does: "exchanges the two answers",
    belief: "far is about an infinite sum of rates, quiet about a finite sum of squares.",
    hint: "Can a constant rate walk any distance?",
    change: {
      [power]: "{ far: value > 0.5, quiet: value <= 1 }",
      [geometric]: "{ far: value < 1, quiet: value === 1 }",
    },
  },
  {
    name: "geometric-goes-far",
    does: "says that rates falling by a fixed share add up to infinity",
    belief: "1 + r + r² + … is 1 / (1 − r): beyond that distance from the start such a walk never gets.",
    hint: "How far do you get with steps of 1, ½, ¼, …?",
    change: { "far: value === 1,": "far: value > 0," },
    also: [{ change: { "far: value === 1,": "far: value > 0.5," } }],
  },
  {
    name: "constant-is-quiet",
    does: "calls a constant rate quiet",
    belief:
      "With a rate of 1 for ever each step is as noisy as the first: the walk keeps trembling around the minimum.",
    hint: "What is the sum of 1² + 1² + 1² + …?",
    change: { "quiet: value < 1 }": "quiet: value <= 1 }" },
    also: [
      {
        change: {
          "quiet: value < 1 }": "quiet: value <= 1 }",
          "quiet: value > 0.5": "quiet: value > 0.5 || value === 0",
        },
      },
    ],
  },
];
export default mistakes;
