import type { Mistake } from "@termwise/check";

const some = "unit([1, 1], -(3 * off + on) / 2, x)";
const all = "unit([1, 1], -(off + 3 * on) / 2, x)";
const out = "return unit([1, -1], -0.5, [atLeastOne, both]);";
const whole = "const atLeastOne =";
const toClean = "const clean = x.map((v) => (v - off < on - v ? off : on));";

/** Both thresholds, counted from the sum 2·off in units of on − off. Half a unit and one and a half are right. */
const placed = (first: number, second: number): Record<string, string> => ({
  [some]: `unit([1, 1], -(2 * off + ${first} * (on - off)), x)`,
  [all]: `unit([1, 1], -(2 * off + ${second} * (on - off)), x)`,
});
const PLACES = [0.2, 0.25, 0.5, 0.75, 0.8];
const NEAR = PLACES.flatMap((first) => PLACES.map((second) => [first, 1 + second])).filter(
  ([first, second]) => first !== 0.5 || second !== 1.5,
);

const mistakes: Mistake[] = [
  {
    name: "one-unit-is-enough",
    does: "decides with a single threshold unit",
    belief:
      "One unit draws one line, and no line has (0, 1) and (1, 0) on one side and (0, 0) and (1, 1) on the other.",
    hint: "Draw the four points. Which of them does your line get wrong?",
    change: { [whole]: `return ${some};\n  const atLeastOne =` },
    also: [
      { change: { [whole]: `return ${all};\n  const atLeastOne =` } },
      { change: { [whole]: "return unit([-1, -1], (off + 3 * on) / 2, x);\n  const atLeastOne =" } },
      { change: { [whole]: "return unit([1, -1], (off - on) / 2, x);\n  const atLeastOne =" } },
    ],
  },
  {
    name: "inclusive-or",
    does: "says 1 when both are on, too",
    belief: "Exclusive or: the unit that sees both must hold the output back.",
    hint: "What should (on, on) give? Which weight makes it so?",
    change: { [out]: "return unit([1, 0], -0.5, [atLeastOne, both]);" },
    also: [
      { change: { [out]: "return unit([1, 1], -0.5, [atLeastOne, both]);" } },
      { change: { [out]: "return unit([1, -0.5], -0.5, [atLeastOne, both]);" } },
    ],
  },
  {
    name: "both-instead-of-one",
    does: "says 1 only when both are on",
    belief: "AND is one of the two hidden questions, not the answer.",
    hint: "What should (on, off) give?",
    change: { [out]: "return unit([0, 1], -0.5, [atLeastOne, both]);" },
    also: [{ change: { [out]: "return unit([1, 1], -1.5, [atLeastOne, both]);" } }],
  },
  {
    name: "equal-instead-of-different",
    does: "says 1 when the two inputs are equal",
    belief: "XOR is 1 where the inputs differ; its opposite is another function.",
    hint: "What does your network give for (off, off)?",
    change: { [out]: "return unit([-1, 1], 0.5, [atLeastOne, both]);" },
    also: [{ change: { [out]: "return unit([-1, 1], 0, [atLeastOne, both]);" } }],
  },
  {
    name: "no-threshold-at-the-output",
    does: "returns a difference of the hidden values instead of asking an output unit",
    belief: "The output is a unit like the others, with weights, a bias and a threshold.",
    hint: "How many units does your network have?",
    change: { [out]: "return atLeastOne - both;" },
  },
  {
    name: "right-for-0-and-1-only",
    does: "has thresholds made for inputs of 0 and 1",
    belief: "A threshold is right for one coding; where the clean sums move, it has to move with them.",
    hint: "What do your hidden units see for inputs of -1 and 1?",
    change: { [some]: "unit([1, 1], -0.5, x)", [all]: "unit([1, 1], -1.5, x)" },
    also: [{ change: { [some]: "unit([1, 1], -1, x)", [all]: "unit([1, 1], -2, x)" } }],
  },
  {
    name: "threshold-sign",
    does: "adds the thresholds instead of subtracting them",
    belief: "The unit fires where sum + bias reaches 0, so the bias is minus the threshold.",
    hint: "At which sum does your first unit begin to fire?",
    change: { [some]: "unit([1, 1], (3 * off + on) / 2, x)", [all]: "unit([1, 1], (off + 3 * on) / 2, x)" },
    also: [
      {
        change: {
          [some]: "unit([1, 1], (3 * off + on) / 2, x)",
          [all]: "unit([1, 1], (off + 3 * on) / 2, x)",
          [out]: "return unit([1, -1], 0.5, [atLeastOne, both]);",
        },
      },
    ],
  },
  {
    name: "output-threshold-sign",
    does: "turns the sign of the output unit's bias",
    belief: "With a positive bias a unit fires even when nothing arrives.",
    hint: "What does the output unit give for (0, 0)?",
    change: { [out]: "return unit([1, -1], 0.5, [atLeastOne, both]);" },
    also: [{ change: { [out]: "return unit([1, -1], 0, [atLeastOne, both]);" } }],
  },
  {
    name: "threshold-at-a-clean-sum",
    does: "puts a threshold exactly on a clean sum",
    belief:
      "A threshold at a clean sum is missed by the smallest noise: half way between two sums there is room on both sides.",
    hint: "What does your unit do when a 1 arrives as 0.95?",
    change: { [some]: "unit([1, 1], -(off + on), x)", [all]: "unit([1, 1], -2 * on, x)" },
    also: [
      {
        change: {
          [some]: "unit([1, -1], off - on, x)",
          [all]: "unit([-1, 1], off - on, x)",
          [out]: "return unit([1, 1], -0.5, [atLeastOne, both]);",
        },
      },
      {
        change: {
          [some]: "unit([1, 1], -(off + on), x)",
          [all]: "unit([-1, -1], off + on, x)",
          [out]: "return unit([1, 1], -1.5, [atLeastOne, both]);",
        },
      },
      { change: { [all]: "unit([1, 1], -2 * on, x)" } },
      { change: { [some]: "unit([1, 1], -(off + on), x)" } },
    ],
  },
  {
    name: "threshold-too-near-a-clean-sum",
    does: "puts a threshold nearer to a clean sum than noise may move that sum",
    belief: "Noise of a fifth on both inputs moves their sum by two fifths of the distance, up or down.",
    hint: "How far is your threshold from the clean sums on either side, in units of on − off?",
    change: placed(0.3, 1.3),
    also: [[0.7, 1.7], ...NEAR].map(([first, second]) => ({ change: placed(first, second) })),
  },
  {
    name: "off-is-taken-for-0",
    does: "places its thresholds as if off were 0",
    belief: "The sum of two inputs that are off is 2·off.",
    hint: "What does your first unit see for (off, off), if off is 2 and on is 3?",
    change: { [some]: "unit([1, 1], -on / 2, x)", [all]: "unit([1, 1], (-3 * on) / 2, x)" },
  },
  {
    name: "distance-is-taken-for-1",
    does: "places its thresholds as if on were off + 1",
    belief: "Half of the distance on − off is the room there is, and it may be any number.",
    hint: "Try off = 0 and on = 0.5.",
    change: { [some]: "unit([1, 1], -(2 * off + 0.5), x)", [all]: "unit([1, 1], -(2 * off + 1.5), x)" },
    also: [{ change: { [some]: "unit([1, 1], -(2 * on - 1.5), x)", [all]: "unit([1, 1], -(2 * on - 0.5), x)" } }],
  },
  {
    name: "threshold-of-one-input",
    does: "compares the sum of two inputs with the middle between off and on",
    belief: "A unit sees the sum of both inputs: its clean values are 2·off, off + on and 2·on.",
    hint: "Write down the three sums for off = 0 and on = 1.",
    change: { [some]: "unit([1, 1], -(off + on) / 2, x)", [all]: "unit([1, 1], -(off + on), x)" },
    also: [{ change: { [some]: "unit([1, 1], -(off + on) / 2, x)" } }],
  },
  {
    name: "one-input-each",
    does: "lets each hidden unit look at one input",
    belief:
      "Two units that each repeat one input leave the whole of XOR to the output unit, and one unit cannot do it.",
    hint: "What do your hidden units know that x did not say?",
    change: { [some]: "unit([1, 0], -(off + on) / 2, x)", [all]: "unit([0, 1], -(off + on) / 2, x)" },
  },
  {
    name: "output-looks-at-the-inputs",
    does: "connects the output unit with the inputs as well",
    belief:
      "In a 2-2-1 network the connections go from one layer to the next: the output unit sees the hidden units only.",
    hint: "List the connections of your network. How many end at the output?",
    change: { [out]: "return unit([1, -1, 0, 0], -0.5, [atLeastOne, both, ...x]);" },
    also: [
      {
        change: {
          [some]: "0",
          [out]: "return unit([1, 1, -2 * (on - off)], -(3 * off + on) / 2 + 0 * atLeastOne, [...x, both]);",
        },
      },
    ],
  },
  {
    name: "too-many-units",
    does: "uses more than three units",
    belief: "Two hidden units are enough: an answer already given by one needs no unit of its own.",
    hint: 'Could the output unit read "not both" from a negative weight?',
    change: { [out]: "const notBoth = unit([-1], 0.5, [both]);\n  return unit([1, 1], -1.5, [atLeastOne, notBoth]);" },
  },
  {
    name: "no-network",
    does: "compares the inputs in code instead of asking units",
    belief: "The exercise is the wiring: everything that is decided has to be decided by a unit.",
    hint: "How many times do you call unit?",
    change: {
      [whole]:
        "const middle = (off + on) / 2;\n  return x[0] > middle !== x[1] > middle ? 1 : 0;\n  const atLeastOne =",
    },
  },
  {
    name: "weights-made-from-the-input",
    does: "chooses weights or biases by looking at x",
    belief: "The weights of a network are fixed before the input arrives.",
    hint: "Are your weights and biases the same for (off, on), for (on, on), and for an input that arrives a little too high?",
    change: { [out]: "return unit([x[0] > (off + on) / 2 ? 1 : 2, -2], -0.5, [atLeastOne, both]);" },
    also: [
      {
        change: {
          [whole]: "const odd = x[0] > (off + on) / 2 !== x[1] > (off + on) / 2;\n  const atLeastOne =",
          [out]: "return unit([1, -1], odd ? 0 : -2, [atLeastOne, both]);",
        },
      },
      {
        change: {
          [whole]: `${toClean}\n  const error = x[0] - clean[0] + x[1] - clean[1];\n  const atLeastOne =`,
          [some]: "unit([1, 1], -(3 * off + on) / 2 - error, x)",
          [all]: "unit([1, 1], -(off + 3 * on) / 2 - error, x)",
        },
      },
      {
        change: {
          [whole]: `${toClean}\n  const scale = clean.map((v, i) => v / (x[i] || 1));\n  const atLeastOne =`,
          [some]: "unit(scale, -(3 * off + on) / 2, x)",
          [all]: "unit(scale, -(off + 3 * on) / 2, x)",
        },
      },
      { change: { [some]: "unit([0, 0], x[0] + x[1] - (3 * off + on) / 2, x)" } },
      {
        change: {
          [some]: "unit([0, 0], x[0] + x[1] - (3 * off + on) / 2, x)",
          [all]: "unit([0, 0], x[0] + x[1] - (off + 3 * on) / 2, x)",
        },
      },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return unit([1, -1], -0.5, [atLeastOne, both]);  ⇒  return unit([1, -2], -0.5, [atLeastOne, both]);":
    "another right choice: the second unit only has to hold the output back",
};
