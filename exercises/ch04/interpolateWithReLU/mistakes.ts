import type { Mistake } from "@termwise/check";

const bend = "(k === 0 ? slope : slope - slopes[k - 1])";
const left = "W2: [-slopes[0], ";
const sort = "const sorted = [...points].sort((p, q) => p.x - q.x);";
const same = 'if (q.x === p.x) throw new Error("interpolateWithReLU: two points have the same x");';
const few = 'if (points.length < 2) throw new Error("interpolateWithReLU: a line needs two points");';
const slope = "return (q.y - p.y) / (q.x - p.x);";
const hidden = "Math.max(0, w * x + b1[k])";
const sum = "return hidden.reduce((sum, h, k) => sum + W2[k] * h, b2);";

const mistakes: Mistake[] = [
  {
    name: "slopes-as-weights",
    does: "uses the slope of each piece as the weight of its unit",
    belief: "A unit that became active stays active: the next one adds only the change of the slope.",
    hint: "Add up the slopes of all units that are active behind the last point. Is that the last slope?",
    change: { [bend]: "slope" },
  },
  {
    name: "unsorted",
    does: "takes the points in the order given",
    belief: "A piece joins neighbours on the x axis, not neighbours in the list.",
    hint: "Give it the three points of the example in another order.",
    change: { [sort]: "const sorted = [...points];" },
  },
  {
    name: "sorted-as-words",
    does: "sorts the x as words",
    belief: 'Without a comparison sort compares texts: "10" comes before "9".',
    hint: "Which order has your list for 9, 10 and -2?",
    change: { [sort]: "const sorted = [...points].sort((p, q) => (String(p.x) < String(q.x) ? -1 : 1));" },
  },
  {
    name: "sorts-the-given-list",
    does: "sorts the list that it was given",
    belief: "sort changes its list in place; a copy is sorted instead.",
    hint: "Look at your argument after the call.",
    change: { [sort]: "const sorted = (points as Point[]).sort((p, q) => p.x - q.x);" },
  },
  {
    name: "no-first-bias",
    does: "leaves the bias of the output at 0",
    belief: "At the first point no unit is active: the output there is b2 alone.",
    hint: "What does your network give at x₀?",
    change: { "b2: sorted[0].y": "b2: 0" },
  },
  {
    name: "bias-at-zero",
    does: "sets the bias of the output to where the first piece meets x = 0",
    belief: "The units count from x₀, so b2 is the height there, not at x = 0.",
    hint: "What does your network give at the first point, if that is not at 0?",
    change: { "b2: sorted[0].y": "b2: sorted[0].y - slopes[0] * sorted[0].x" },
  },
  {
    name: "first-given-height",
    does: "takes the height of the first point of the list as bias of the output",
    belief: "The first point is the leftmost one.",
    hint: "Reverse the list. Does b2 change?",
    change: { "b2: sorted[0].y": "b2: points[0].y" },
  },
  {
    name: "level-on-the-left",
    does: "lets the line be level left of the first point",
    belief: "Left of x₀ only unit 0 is active, and it has to carry the first slope on.",
    hint: "Evaluate the example at -1.",
    change: { [left]: "W2: [0, " },
    also: [{ change: { [left]: "W2: [-0 * slopes[0], ", "W1: [-1, ": "W1: [0, " } }],
  },
  {
    name: "left-turned-round",
    does: "gives unit 0 the first slope without turning its sign",
    belief: "relu(x₀ − x) grows as x falls: to carry the slope on its weight is the negative slope.",
    hint: "Evaluate the example at -1. Is the line bent at x₀?",
    change: { [left]: "W2: [slopes[0], " },
  },
  {
    name: "level-on-the-right",
    does: "stops rising or falling behind the last point",
    belief: "Nothing bends at the last point; a unit there is one too many.",
    hint: "How many units are there for three points?",
    change: {
      "W1: [-1, ...starts.map(() => 1)]": "W1: [-1, ...sorted.map(() => 1)]",
      "...starts.map((p) => -p.x)": "...sorted.map((p) => -p.x)",
      [`...slopes.map((slope, k) => ${bend})`]: `...slopes.map((slope, k) => ${bend}), -slopes[slopes.length - 1]`,
    },
  },
  {
    name: "knots-with-the-wrong-sign",
    does: "adds the place of a point where it has to be subtracted",
    belief: "relu(x − 2) begins at 2: its bias is −2.",
    hint: "For which x is W1ₖ · x + b1ₖ zero?",
    change: { "(p) => -p.x": "(p) => p.x" },
    also: [
      { change: { "[sorted[0].x, ": "[-sorted[0].x, " } },
      { change: { "(p) => -p.x": "(p) => p.x", "[sorted[0].x, ": "[-sorted[0].x, " } },
    ],
  },
  {
    name: "knots-one-further",
    does: "begins each unit at the right end of its piece",
    belief: "Unit k begins where the piece begins whose slope it makes.",
    hint: "Where does your first unit that looks to the right begin?",
    change: { "...starts.map((p) => -p.x)": "...starts.map((_, k) => -sorted[k + 1].x)" },
  },
  {
    name: "all-look-right",
    does: "lets unit 0 look to the right as well",
    belief: "A unit that looks to the right is silent left of all points; someone has to look there.",
    hint: "Which of your units is active left of the first point?",
    change: { "W1: [-1, ": "W1: [1, " },
    also: [{ change: { "W1: [-1, ": "W1: [1, ", "[sorted[0].x, ": "[-sorted[0].x, " } }],
  },
  {
    name: "rise-without-run",
    does: "uses differences of y as slopes",
    belief: "A slope is a difference of y divided by the difference of x.",
    hint: "Are the slopes right where points are 1 apart, and only there?",
    change: { [slope]: "return q.y - p.y;" },
  },
  {
    name: "run-over-rise",
    does: "divides the difference of x by the difference of y",
    belief: "The slope says how much y changes when x changes by 1.",
    hint: "What is your slope of a level piece?",
    change: { [slope]: "return (q.x - p.x) / (q.y - p.y);" },
  },
  {
    name: "bend-turned-round",
    does: "subtracts each slope from the one before",
    belief: "A line that becomes steeper bends up: the weight is the new slope minus the old one.",
    hint: "Does your line bend up or down at the second point of the example?",
    change: { [bend]: "(k === 0 ? slope : slopes[k - 1] - slope)" },
  },
  {
    name: "bend-from-the-first-slope",
    does: "subtracts the first slope everywhere",
    belief: "The slope so far is that of the piece before, made by all units together.",
    hint: "Try four points. Is the third piece right?",
    change: { [bend]: "(k === 0 ? slope : slope - slopes[0])" },
  },
  {
    name: "same-x-accepted",
    does: "divides by zero where two points have the same x",
    belief: "No function has two values at one place, and a vertical piece has no slope.",
    hint: "What are your weights for two points at x = 1?",
    change: { [same]: "" },
    also: [
      { change: { [same]: "if (q.x === p.x) return 0;" } },
      {
        change: {
          [sort]: "const sorted = [...new Map(points.map((p) => [p.x, p])).values()].sort((p, q) => p.x - q.x);",
        },
      },
      {
        change: {
          [sort]:
            "const sorted = points.filter((p, k) => points.findIndex((q) => q.x === p.x) === k).sort((p, q) => p.x - q.x);",
        },
      },
      {
        change: {
          [same]: "",
          [sort]:
            "const sorted = points.map(({ x }) => x).sort((p, q) => p - q).map((x) => points.find((p) => p.x === x)!);",
        },
      },
      { change: { [same]: "if (q.x === p.x && q.y !== p.y) throw new Error(`two points have the same x, ${p.x}`);" } },
    ],
  },
  {
    name: "too-few-points-accepted",
    does: "does not say that two points are needed",
    belief: "One point has no slope; undefined arithmetic would give NaN.",
    hint: "What happens for a single point?",
    change: { [few]: "" },
    also: [{ change: { [few]: 'if (points.length === 0) throw new Error("a line needs two points");' } }],
  },
  {
    name: "no-relu-in-evaluate",
    does: "evaluates without relu",
    belief: "Without relu the whole network is one straight line.",
    hint: "What is the hidden value of unit 2 of the example at x = 0?",
    change: { [hidden]: "w * x + b1[k]" },
  },
  {
    name: "relu-at-the-output",
    does: "applies relu to the output as well",
    belief: "The output has no activation: a line may be below 0.",
    hint: "Evaluate the example at 4.",
    change: { [sum]: "return Math.max(0, hidden.reduce((sum, h, k) => sum + W2[k] * h, b2));" },
  },
  {
    name: "output-bias-not-added",
    does: "evaluates without b2",
    belief: "The output layer has a bias: it is the height where all units are silent.",
    hint: "What does your function give where no unit is active?",
    change: { [sum]: "return hidden.reduce((sum, h, k) => sum + W2[k] * h, 0);" },
  },
  {
    name: "bias-after-relu",
    does: "adds the hidden biases after relu",
    belief: "The bias decides where a unit becomes active, so it is added before relu.",
    hint: "Where does a unit with W1 = 1 and b1 = -2 begin in your code?",
    change: { [hidden]: "Math.max(0, w * x) + b1[k]" },
  },
];
export default mistakes;
