import type { Mistake } from "@termwise/check";

const step = "way.push(x.map((value, k) => value - lr * g[k]));";
const ask = "const g = gradient(x);";
const origin = "const way = [[...start]];";
const loop = "while (way.length <= steps) {";
const diverges = "factors.some((factor) => factor <= -1)";
const oscillates = "factors.some((factor) => factor < 0)";
const critical = "2 / Math.max(...curvatures)";
const guard = "if (!(lr > 0 && lr < Infinity))";

const mistakes: Mistake[] = [
  {
    name: "uphill",
    does: "adds the gradient instead of subtracting it",
    belief: "The gradient points where f grows fastest: adding it climbs.",
    hint: "At x = 8 in the bowl 2x² the slope is positive. Which way is the bottom?",
    change: { "value - lr * g[k]": "value + lr * g[k]" },
  },
  {
    name: "rate-by-dimension",
    does: "divides the rate by the number of coordinates, or multiplies with it",
    belief: "Each coordinate moves by the rate times its own slope, however many others there are.",
    hint: "Does your first step in one dimension become another when a second coordinate at rest is added?",
    change: { "value - lr * g[k]": "value - (lr / x.length) * g[k]" },
    also: [{ change: { "value - lr * g[k]": "value - lr * x.length * g[k]" } }],
  },
  {
    name: "coordinate-after-coordinate",
    does: "asks for the gradient again after each coordinate has moved",
    belief: "One step uses one gradient, at the point where it begins; coordinate by coordinate is another method.",
    hint: "How often is your gradient called in one step with three coordinates?",
    change: {
      [ask]: "const next = [...x];",
      [step]: "for (let k = 0; k < x.length; k++) next[k] -= lr * gradient(next)[k];\n    way.push(next);",
    },
  },
  {
    name: "gradient-for-every-coordinate",
    does: "calls the gradient once for each coordinate",
    belief: "One call returns all coordinates; in a real network it is a whole pass over the data.",
    hint: "Count the calls for a point with three coordinates.",
    change: { [ask]: "", "value - lr * g[k]": "value - lr * gradient(x)[k]" },
  },
  {
    name: "one-list-for-all-points",
    does: "keeps one list and changes it, so that all points of the way are the last one",
    belief: "push keeps a reference: later changes of the same list reach every earlier point.",
    hint: "Print the way after three steps. Are the points different?",
    change: { [step]: "for (let k = 0; k < x.length; k++) x[k] -= lr * g[k];\n    way.push(x);" },
  },
  {
    name: "start-changed",
    does: "walks in the caller's own list",
    belief: "The start belongs to the caller, who may want to start there again.",
    hint: "What is in start after your function has run?",
    change: {
      [origin]: "const point = start as number[];\n  const way = [[...start]];",
      [step]: "for (let k = 0; k < point.length; k++) point[k] -= lr * g[k];\n    way.push([...point]);",
    },
  },
  {
    name: "one-step-too-many-or-too-few",
    does: "makes one step more or less than asked, or leaves the start out",
    belief: "With no step at all the way has one point: steps + 1 points lie between start and end, both counted.",
    hint: "How many points does your way have for 0 steps, and for 1?",
    change: { [loop]: "while (way.length < steps) {" },
    also: [
      { change: { [loop]: "while (way.length <= steps + 1) {" } },
      { change: { "return way;": "return way.slice(1);" } },
    ],
  },
  {
    name: "gradient-of-the-start",
    does: "computes the gradient once, at the start",
    belief: "The slope changes on the way: near the bottom it is flatter, and beyond it it turns.",
    hint: "At which points do you ask for the gradient?",
    change: { [loop]: `const g = gradient(start);\n  ${loop}`, [ask]: "" },
    also: [{ change: { [ask]: "const g = gradient(start);" } }],
  },
  {
    name: "unit-steps",
    does: "divides the gradient by its length",
    belief: "The steps become shorter by themselves where the slope does: that is why the walk can settle.",
    hint: "How long are your last steps near the minimum?",
    change: {
      [ask]:
        "const raw = gradient(x);\n    const size = Math.sqrt(raw.reduce((s, v) => s + v * v, 0)) || 1;\n    const g = raw.map((v) => v / size);",
    },
    also: [{ change: { "value - lr * g[k]": "value - lr * Math.sign(g[k])" } }],
  },
  {
    name: "gradients-pile-up",
    does: "adds each gradient to those before",
    belief: "A step knows only the slope where it begins; a memory of earlier slopes is momentum.",
    hint: "Is your g set anew in every step?",
    change: {
      [loop]: `const sum = start.map(() => 0);\n  ${loop}`,
      [ask]: "const fresh = gradient(x);\n    const g = sum.map((s, k) => (sum[k] = s + fresh[k]));",
    },
  },
  {
    name: "stops-at-the-minimum",
    does: "ends the walk where the gradient is 0",
    belief: "The caller counts on steps + 1 points; at a point without slope the remaining ones are equal.",
    hint: "Start at the minimum. How many points come back?",
    change: { [ask]: "const g = gradient(x);\n    if (g.every((v) => v === 0)) break;" },
    also: [{ change: { [ask]: "const g = gradient(x);\n    if (g.every((v) => Math.abs(v) < 1e-6)) break;" } }],
  },
  {
    name: "rate-decays",
    does: "makes the rate smaller from step to step",
    belief: "A schedule is the caller's choice; here lr stays what it is.",
    hint: "Is the factor between two steps in a one-dimensional bowl always the same?",
    change: { "value - lr * g[k]": "value - (lr / way.length) * g[k]" },
  },
  {
    name: "rate-unchecked",
    does: "goes on with a rate that is 0, negative or no number",
    belief: "A negative rate climbs and NaN spoils every point: an error names the cause at once.",
    hint: "What happens with lr = −0.5?",
    change: { [guard]: "if (false)" },
    also: [
      { change: { [guard]: "if (lr <= 0)" } },
      { change: { [guard]: "if (lr < 0)" } },
      { change: { [guard]: "if (!(lr > 0))" } },
    ],
  },
  {
    name: "one-over-the-curvature",
    does: "takes 1/λ as the limit of convergence",
    belief: "At 1/λ one step reaches the bottom. Beyond it the walk jumps over, but still comes nearer, up to 2/λ.",
    hint: "What is 1 − lr·λ at lr = 1.5/λ, and is its size below 1?",
    change: { [critical]: "1 / Math.max(...curvatures)", [diverges]: "factors.some((factor) => factor <= 0)" },
    also: [
      { change: { [critical]: "1 / Math.max(...curvatures)" } },
      { change: { [diverges]: "factors.some((factor) => factor < 0)" } },
      { change: { [critical]: "1 / Math.max(...curvatures)", [diverges]: "factors.some((factor) => factor < 0)" } },
    ],
  },
  {
    name: "flattest-direction-decides",
    does: "lets the smallest curvature set the limit",
    belief:
      "The steepest direction is the first in which a step is too long; one that grows is enough to spoil the walk.",
    hint: "Curvatures 4 and 1 with rate 1: what are the two factors?",
    change: {
      [critical]: "2 / Math.min(...curvatures)",
      [diverges]: "factors.every((factor) => factor <= -1)",
    },
    also: [
      { change: { [critical]: "2 / Math.min(...curvatures)" } },
      { change: { [diverges]: "factors.every((factor) => factor <= -1)" } },
      {
        change: {
          [critical]: "2 / Math.min(...curvatures)",
          [diverges]: "factors.every((factor) => factor <= -1)",
          [oscillates]: "factors.every((factor) => factor < 0)",
        },
      },
    ],
  },
  {
    name: "mean-curvature",
    does: "uses the average of the curvatures",
    belief: "A flat direction does not make up for one that blows up: each coordinate has a factor of its own.",
    hint: "Curvatures 8 and 1: which factor belongs to each at rate 0.4?",
    change: {
      [critical]: "2 / (curvatures.reduce((sum, c) => sum + c, 0) / curvatures.length)",
      "curvatures.map((curvature) => 1 - lr * curvature)":
        "[1 - (lr * curvatures.reduce((sum, c) => sum + c, 0)) / curvatures.length]",
    },
    also: [{ change: { [critical]: "2 / (curvatures.reduce((sum, c) => sum + c, 0) / curvatures.length)" } }],
  },
  {
    name: "bouncing-converges",
    does: "takes jumping to and fro at the same distance for convergence",
    belief: "With the factor −1 the distance never shrinks: at exactly 2/λ the minimum is not reached.",
    hint: "Walk from 8 in the bowl of curvature 4 with rate 0.5.",
    change: { [diverges]: "factors.some((factor) => factor < -1)" },
  },
  {
    name: "one-step-is-no-smooth-way",
    does: "calls a walk that reaches the bottom in one step oscillating",
    belief: "A factor of 0 jumps over nothing.",
    hint: "What is 1 − lr·λ at lr = 1/λ, and what is its sign?",
    change: { [oscillates]: "factors.some((factor) => factor <= 0)" },
  },
  {
    name: "every-coordinate-must-oscillate",
    does: "calls the walk oscillating only if all coordinates jump over",
    belief: "One coordinate that jumps over is what is seen as zigzag, while the flat ones creep.",
    hint: "some or every?",
    change: { [oscillates]: "factors.every((factor) => factor < 0)" },
  },
];
export default mistakes;
