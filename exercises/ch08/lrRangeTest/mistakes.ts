import type { Mistake } from "@termwise/check";

const copy = "const start = model.weights.slice();";
const restore = "model.weights.set(start);";
const rate = "from * (to / from) ** (losses.length / (steps - 1))";
const take = "const loss = model.step(rate);";
const stop = "if (!Number.isFinite(loss) || loss > 4 * (losses[0] ?? loss)) break;";
const near = "const near = losses.slice(Math.max(0, k - radius), k + radius + 1);";
const average = "near.reduce((sum, loss) => sum + loss, 0) / near.length";
const smooth = "const s = smoothed(losses, radius);";
const falls = "const falls = s.slice(2).map((after, k) => s[k] - after);";
const none = "if (!(largest > 0)) throw";
const pick = "return rates[falls.indexOf(largest) + 1];";

const mistakes: Mistake[] = [
  {
    name: "lowest-loss",
    does: "suggests the rate with the lowest loss",
    belief:
      "At the bottom of the curve the rate is about to be too large; it looks good because of the steps before it.",
    hint: "What happens in the sweep right after the lowest loss?",
    change: { [pick]: "return rates[s.indexOf(Math.min(...s))];" },
    also: [{ change: { [pick]: "return rates[losses.indexOf(Math.min(...losses))];" } }],
  },
  {
    name: "lowest-loss-divided",
    does: "suggests a fixed part of the rate with the lowest loss",
    belief:
      "A tenth of it is a rule of thumb as well, and another one: the contract asks where the loss falls fastest.",
    hint: "Does your suggestion look at the falls at all?",
    change: { [pick]: "return rates[s.indexOf(Math.min(...s))] / 10;" },
    also: [
      { change: { [pick]: "return rates[falls.indexOf(largest) + 1] / 10;" } },
      { change: { [pick]: "return rates[s.indexOf(Math.min(...s))] / 3;" } },
    ],
  },
  {
    name: "weights-left-as-they-are",
    does: "leaves the model with the weights of the sweep: keeps a reference, or never restores",
    belief: "The last steps of a sweep spoil the weights; and a second name for an array is no copy.",
    hint: "What are the model's weights after a sweep that blew up?",
    change: { [restore]: "" },
    also: [{ change: { [copy]: "const start = model.weights;" } }],
  },
  {
    name: "restored-only-at-the-regular-end",
    does: "forgets the weights when the sweep ends early",
    belief: "A sweep that blows up is the usual case, and the one with the worst weights.",
    hint: "Which line runs after an early end?",
    change: { [stop]: "if (!Number.isFinite(loss) || loss > 4 * (losses[0] ?? loss)) return { rates, losses };" },
    also: [{ change: { [restore]: "if (losses.length < steps) model.weights.set(start);" } }],
  },
  {
    name: "every-rate-from-the-start",
    does: "restores the weights before every step",
    belief: "The sweep is one training with a growing rate: each step goes on from the last.",
    hint: "Which weights does the second step begin with?",
    change: { [take]: "model.weights.set(start);\n    const loss = model.step(rate);" },
  },
  {
    name: "linear-sweep",
    does: "lets the rate grow by equal amounts",
    belief:
      "From 0.001 to 10 nearly all equal amounts lie above 1: the small rates would be skipped. Factors are equal.",
    hint: "How many of your rates lie between 0.001 and 0.01?",
    change: { [rate]: "from + ((to - from) * losses.length) / (steps - 1)" },
  },
  {
    name: "last-rate-missed",
    does: "divides by the number of steps, so that the last rate is not the end of the range",
    belief: "Between n rates there are n − 1 factors: the first is from, the last is to.",
    hint: "What are your two rates for two steps?",
    change: { [rate]: "from * (to / from) ** (losses.length / steps)" },
    also: [
      { change: { [rate]: "from * (to / from) ** ((losses.length + 1) / steps)" } },
      { change: { [rate]: "from * 10 ** losses.length" } },
      { change: { [rate]: "from * 2 ** losses.length" } },
    ],
  },
  {
    name: "blown-up-loss-kept",
    does: "keeps the loss at which the sweep ended",
    belief: "That loss only says that the rates before were too large; in the curve it would spoil the smoothing.",
    hint: "Is your last loss more than four times the first?",
    change: {
      [stop]:
        "rates.push(rate);\n    losses.push(loss);\n    if (!Number.isFinite(loss) || loss > 4 * losses[0]) break;",
      "    rates.push(rate);\n    losses.push(loss);\n  }": "  }",
    },
  },
  {
    name: "never-stops",
    does: "goes on after the training has blown up",
    belief: "From there on nothing can be learned, and NaN spoils every mean.",
    hint: "What does your list of losses contain after NaN?",
    change: { [stop]: "" },
    also: [
      { change: { [stop]: "if (!Number.isFinite(loss)) break;" } },
      { change: { [stop]: "if (loss > 4 * (losses[0] ?? loss)) break;" } },
      { change: { [stop]: "if (Number.isNaN(loss) || loss > 4 * (losses[0] ?? loss)) break;" } },
    ],
  },
  {
    name: "compared-with-the-best",
    does: "compares with the best loss so far, or with the one before",
    belief: "A curve that has fallen far may rise a little from noise: the measure is the very first loss.",
    hint: "Losses 4, 0.1, 1: does your sweep go on?",
    change: { "4 * (losses[0] ?? loss)": "4 * Math.min(...losses, loss)" },
    also: [{ change: { "4 * (losses[0] ?? loss)": "4 * (losses.at(-1) ?? loss)" } }],
  },
  {
    name: "stops-at-the-first-rise",
    does: "ends the sweep at a smaller rise than to four times the first loss",
    belief: "Batches differ: a loss a little above the first is noise. More than four times is not.",
    hint: "Losses 2, 7, 1: does your sweep go on?",
    change: { "loss > 4 * (losses[0] ?? loss)": "loss > (losses[0] ?? loss)" },
    also: [
      { change: { "loss > 4 * (losses[0] ?? loss)": "loss > (losses.at(-1) ?? loss)" } },
      { change: { "loss > 4 * (losses[0] ?? loss)": "loss > 2 * (losses[0] ?? loss)" } },
    ],
  },
  {
    name: "four-times-ends-it",
    does: "ends the sweep at exactly four times the first loss",
    belief: "The contract ends it at more than four times: the limit itself is still kept.",
    hint: "Losses 2, 8, 1: which of them do you keep?",
    change: { "loss > 4 * (losses[0] ?? loss)": "loss >= 4 * (losses[0] ?? Infinity)" },
  },
  {
    name: "one-step-too-many-or-too-few",
    does: "makes one step more or less than asked",
    belief: "steps rates are tried, both ends included.",
    hint: "How many rates do you try for steps = 2?",
    change: { "losses.length < steps": "losses.length <= steps" },
    also: [{ change: { "losses.length < steps": "losses.length < steps - 1" } }],
  },
  {
    name: "not-smoothed",
    does: "looks for the fall in the raw losses",
    belief: "The largest fall between two batches is mostly noise; a mean over neighbours shows the curve.",
    hint: "Where is radius used in your suggestion?",
    change: { [smooth]: "const s = [...losses].slice(0, losses.length + 0 * radius);" },
  },
  {
    name: "padded-with-zeros",
    does: "divides by the full window at the ends of the list too",
    belief: "Where there are fewer neighbours the mean is over fewer: otherwise both ends sink.",
    hint: "Smooth [4, 4, 4] with radius 1. Is it still flat?",
    change: { [average]: "near.reduce((sum, loss) => sum + loss, 0) / (2 * radius + 1)" },
  },
  {
    name: "lopsided-window",
    does: "takes neighbours on one side only, or one too few",
    belief: "The window reaches radius places to both sides, itself included: 2 · radius + 1 losses.",
    hint: "Which losses are in the mean of place 3 for radius 1?",
    change: { [near]: "const near = losses.slice(Math.max(0, k - radius), k + 1);" },
    also: [
      {
        change: {
          [near]: "const near = losses.slice(Math.max(0, k - radius), k + radius);",
          [average]: "near.reduce((sum, loss) => sum + loss, 0) / (near.length || 1)",
        },
      },
      { change: { [near]: "const near = losses.slice(k, k + radius + 1);" } },
      {
        change: {
          [near]: "const near = losses.slice(Math.max(0, k - Math.floor(radius / 2)), k + Math.floor(radius / 2) + 1);",
        },
      },
    ],
  },
  {
    name: "negative-start-of-the-window",
    does: "lets the window begin at a negative place",
    belief: "slice(-1, …) counts from the end of the list: at the beginning the window would be empty or elsewhere.",
    hint: "What is [6, 3, 0, 9].slice(-1, 2)?",
    change: { "Math.max(0, k - radius)": "k - radius" },
    also: [
      {
        change: {
          "Math.max(0, k - radius)": "k - radius",
          [average]: "near.reduce((sum, loss) => sum + loss, 0) / (near.length || 1)",
        },
      },
    ],
  },
  {
    name: "largest-change",
    does: "looks for the largest change, rises included, or for the largest rise",
    belief: "A steep rise is the end of all good rates.",
    hint: "Which sign has your fall where the loss blows up?",
    change: { [falls]: "const falls = s.slice(2).map((after, k) => Math.abs(s[k] - after));" },
    also: [{ change: { [falls]: "const falls = s.slice(2).map((after, k) => after - s[k]);" } }],
  },
  {
    name: "fall-per-rate",
    does: "divides the fall by the difference, or the ratio, of rates or losses",
    belief:
      "On the scale of factors all neighbours are equally far apart; divided by the difference of rates, the tiniest rate always wins.",
    hint: "How much larger is a difference of rates at the end of the range than at its beginning?",
    change: { [falls]: "const falls = s.slice(2).map((after, k) => (s[k] - after) / (rates[k + 2] - rates[k]));" },
    also: [{ change: { [falls]: "const falls = s.slice(2).map((after, k) => (s[k] - after) / s[k]);" } }],
  },
  {
    name: "one-sided-fall",
    does: "measures the fall to one neighbour only",
    belief: "The contract's fall at a place is from the place before to the place after.",
    hint: "How many places apart are the two losses that you subtract?",
    change: {
      [falls]: "const falls = s.slice(1).map((after, k) => s[k] - after);",
      [pick]: "return rates[falls.indexOf(largest)];",
    },
    also: [
      { change: { [falls]: "const falls = s.slice(2).map((after, k) => s[k + 1] - after);" } },
      { change: { [falls]: "const falls = s.slice(1, -1).map((after, k) => s[k] - after);" } },
      { change: { [falls]: "const falls = s.slice(1).map((after, k) => s[k] - after);" } },
    ],
  },
  {
    name: "place-shifted",
    does: "returns the rate of the place before or after the fall",
    belief: "The fall from k − 1 to k + 1 belongs to the place k between them.",
    hint: "Three losses, one fall: which of the three rates is it?",
    change: { [pick]: "return rates[falls.indexOf(largest)];" },
    also: [{ change: { [pick]: "return rates[falls.indexOf(largest) + 2];" } }],
  },
  {
    name: "place-instead-of-rate",
    does: "returns the place or the fall instead of the rate",
    belief: "Asked is the learning rate to train with.",
    hint: "Could your result be a learning rate?",
    change: { [pick]: "return falls.indexOf(largest) + 1 + 0 * rates.length;" },
    also: [{ change: { [pick]: "return largest + 0 * rates.length;" } }],
  },
  {
    name: "last-of-equals",
    does: "takes the last of several equal falls",
    belief: "Of two equally good rates the smaller one is safer: the first counts.",
    hint: "> or ≥ in your search?",
    change: { [pick]: "return rates[falls.lastIndexOf(largest) + 1];" },
  },
  {
    name: "always-a-suggestion",
    does: "suggests a rate although nothing falls",
    belief: "If the loss never falls, no rate of the range is any good: a number would hide that.",
    hint: "What do you suggest for losses 1, 2, 3, 4?",
    change: { [none]: "if (false) throw" },
    also: [
      { change: { [none]: "if (losses.length < 3) throw" } },
      { change: { [none]: "if (!(largest >= 0)) throw" } },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return near.reduce((sum, loss) => sum + loss, 0) / near.length;  ⇒  return near.reduce((sum, loss) => sum + loss) / near.length;":
    "a loss is always near itself, and the sum may begin with it",
};
