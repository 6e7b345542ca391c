import type { Mistake } from "@termwise/check";

const errors = "(2 * (c + sum(h.map((value, j) => value * v[j])) - y[n])) / X.length";
const inside = "errors[n] * v[j] * (1 - value * value)";
const units = "[...W.map((row) => row[j]), b[j], out]";
const first = "units.filter((unit, j) => !units.slice(0, j).some((earlier) => same(unit, earlier))).length";
const random = "(2 * uniforms[from + j] - 1) / Math.sqrt(fanIn)";
const counts = "const counts = [distinctUnits(net)];";
const newV = "v: v.map((w, j) => w - lr * sum(hidden.map((h, n) => h[j] * errors[n]))),";
const newB = "b: b.map((bias, j) => bias - lr * sum(inside.map((g) => g[j]))),";
const newC = "c: c - lr * sum(errors),";

const mistakes: Mistake[] = [
  {
    name: "trusts-the-data",
    does: "starts all units with the same weights and leaves it to the data to part them",
    belief: "Every unit sees the same data. Equal units get equal slopes from it and stay equal, however random it is.",
    hint: "How many distinct units has the network that you start with?",
    change: { [random]: "1 / Math.sqrt(fanIn)" },
    also: [
      { change: { [random]: "0.1 + 0 * from * fanIn * j" } },
      { change: { [random]: "0.5 / Math.sqrt(fanIn)" } },
      { change: { [random]: "0 * fanIn * from" } },
    ],
  },
  {
    name: "one-number-for-all-units",
    does: "draws one number and gives it to all units",
    belief: "Random is not enough: the units have to be different from each other.",
    hint: "Print W. Are its columns different?",
    change: { [random]: "(2 * uniforms[from] - 1) / Math.sqrt(fanIn)" },
    also: [{ change: { [random]: "(2 * uniforms[0] - 1) / Math.sqrt(fanIn) + 0 * from" } }],
  },
  {
    name: "numbers-used-twice",
    does: "uses some of the random numbers twice",
    belief: "Every weight gets a number of its own; they come row after row, and v comes after W.",
    hint: "Which of the random numbers do W[1][0] and v[0] get?",
    change: { "weights(d * H, D)": "weights(0, D)" },
    also: [{ change: { "weights(D * H, H)": "weights(0, H)" } }, { change: { "weights(d * H, D)": "weights(d, D)" } }],
  },
  {
    name: "not-centred",
    does: "starts with positive weights only",
    belief: "u lies between 0 and 1; 2u − 1 between −1 and 1. Weights of one sign make all units push the same way.",
    hint: "Can a weight of yours be negative?",
    change: { "(2 * uniforms[from + j] - 1)": "uniforms[from + j]" },
    also: [{ change: { "(2 * uniforms[from + j] - 1)": "(uniforms[from + j] - 0.5)" } }],
  },
  {
    name: "scale-of-the-start",
    does: "scales the starting weights differently",
    belief: "A sum of n random terms grows like √n: each is divided by the root of how many numbers the unit adds up.",
    hint: "How many numbers does a hidden unit add up, and how many the output?",
    change: { [random]: "2 * uniforms[from + j] - 1 + 0 * fanIn" },
    also: [
      { change: { [random]: "(2 * uniforms[from + j] - 1) / fanIn" } },
      { change: { "weights(d * H, D)": "weights(d * H, H)", "weights(D * H, H)": "weights(D * H, 1)" } },
      { change: { "weights(D * H, H)": "weights(D * H, D)" } },
      { change: { "weights(D * H, H)": "weights(D * H, 1)" } },
    ],
  },
  {
    name: "outgoing-weights-start-at-zero",
    does: "starts the outgoing weights at 0",
    belief: "With v = 0 no error reaches the hidden layer at the first step; the contract draws them too.",
    hint: "What are the slopes of W when all of v is 0?",
    change: { "v: weights(D * H, H)": "v: zeros" },
  },
  {
    name: "outgoing-weights-only-compared",
    does: "tells units apart by their outgoing weights alone",
    belief: "A unit is what comes in as well: with other incoming weights it computes something else.",
    hint: "Two units with incoming weights 1 and −1 and the same outgoing one: are they the same?",
    change: { [units]: "[out + 0 * j]" },
  },
  {
    name: "outgoing-weights-not-compared",
    does: "tells units apart without looking at their outgoing weights",
    belief: "Units that compute the same but are used differently get different slopes and part at the next step.",
    hint: "What are the slopes of the incoming weights of two units with v = 1 and v = −1?",
    change: { [units]: "[...W.map((row) => row[j]), b[j], 0 * out]" },
    also: [{ change: { [units]: "[...W.map((row) => row[j]), 0 * out]" } }],
  },
  {
    name: "bias-not-compared",
    does: "tells units apart without looking at their biases",
    belief: "The bias shifts where a unit switches: it belongs to the unit like any weight.",
    hint: "Which weights has a unit, besides those of its inputs?",
    change: { [units]: "[...W.map((row) => row[j]), out]" },
  },
  {
    name: "rows-taken-for-units",
    does: "takes the rows of W for the units",
    belief: "W has a row for each input and a column for each unit.",
    hint: "How many rows has W, and how many units are there?",
    change: {
      "const units = v.map((out, j) => [...W.map((row) => row[j]), b[j], out]);":
        "const units = W.map((row, d) => [...row, b[d] ?? 0, v[d] ?? 0]);",
    },
    also: [
      {
        change: {
          "const units = v.map((out, j) => [...W.map((row) => row[j]), b[j], out]);":
            "const units = W.map((row) => [...row]);",
        },
      },
    ],
  },
  {
    name: "only-neighbours-compared",
    does: "compares each unit with the one before it only",
    belief: "Twins may stand anywhere in the layer.",
    hint: "How many different units are in 1, 2, 1, 2?",
    change: { "units.slice(0, j).some": "units.slice(Math.max(0, j - 1), j).some" },
    also: [{ change: { "units.slice(0, j).some": "units.slice(0, Math.min(1, j)).some" } }],
  },
  {
    name: "exactly-equal-only",
    does: "compares weights without a tolerance",
    belief: "0.1 + 0.2 is not exactly 0.3: two ways of computing the same sum are not two units.",
    hint: "What does your code say of 0.3 and 0.1 + 0.2?",
    change: { "<= 1e-9": "=== 0" },
  },
  {
    name: "too-generous",
    does: "takes units for the same although they differ by more than a rounding error",
    belief: "A difference of 10⁻⁷ is small, but it is real: training makes it grow.",
    hint: "How large is a rounding error of a number near 1?",
    change: { "<= 1e-9": "<= 1e-6" },
    also: [{ change: { "<= 1e-9": "<= 1e-3" } }, { change: { "<= 1e-9": "<= 1e-5" } }],
  },
  {
    name: "counts-the-twins",
    does: "counts the units that have a twin, or the pairs",
    belief: "Asked is how many different units there are: of each set of equal ones, one is counted.",
    hint: "Five units, all the same: how many different ones?",
    change: { [first]: "units.filter((unit) => units.filter((other) => same(unit, other)).length > 1).length" },
    also: [
      { change: { [first]: "units.filter((unit) => units.filter((other) => same(unit, other)).length === 1).length" } },
      { change: { "!units.slice(0, j).some": "units.slice(0, j).some" } },
    ],
  },
  {
    name: "step-after-step-inside",
    does: "uses weights that have moved already for the other slopes of the same step",
    belief: "All slopes belong to one point. Compute them all, then move.",
    hint: "Which v stands in the slope of W: the old or the new one?",
    change: {
      "const inside =": "v = v.map((w, j) => w - lr * sum(hidden.map((h, n) => h[j] * errors[n])));\n  const inside =",
      [newV]: "v,",
    },
    also: [
      {
        change: {
          [inside]:
            "errors[n] * (v[j] - lr * sum(hidden.slice(0, n + 1).map((g, m) => g[j] * errors[m]))) * (1 - value * value)",
        },
      },
    ],
  },
  {
    name: "slope-of-tanh-forgotten",
    does: "leaves out the factor 1 − h² inside the unit",
    belief: "The chain rule passes through tanh: a saturated unit hardly moves.",
    hint: "What is the derivative of tanh(s) in terms of h = tanh(s)?",
    change: { [inside]: "errors[n] * v[j] + 0 * value" },
    also: [
      { change: { [inside]: "errors[n] * v[j] * value * (1 - value)" } },
      { change: { [inside]: "errors[n] * v[j] * (1 - value)" } },
    ],
  },
  {
    name: "outgoing-weight-forgotten",
    does: "leaves out the factor v on the way back to a unit",
    belief: "The output changes by v per unit of h: a unit with a small outgoing weight gets a small slope.",
    hint: "What reaches a unit whose outgoing weight is 0?",
    change: { [inside]: "errors[n] * (1 - value * value) + 0 * j" },
  },
  {
    name: "mean-or-two-lost",
    does: "loses a factor of the loss: the 2 of the square, or the 1/N of the mean",
    belief: "The loss is the mean of squares, so each row's error is 2 (f − y) / N.",
    hint: "Give every row twice. Should the step change?",
    change: { [errors]: "2 * (c + sum(h.map((value, j) => value * v[j])) - y[n])" },
    also: [
      { change: { [errors]: "(c + sum(h.map((value, j) => value * v[j])) - y[n]) / X.length" } },
      { change: { [errors]: "c + sum(h.map((value, j) => value * v[j])) - y[n]" } },
    ],
  },
  {
    name: "uphill",
    does: "adds the slopes instead of subtracting them",
    belief: "A slope points where the loss grows.",
    hint: "Does your loss fall from step to step?",
    change: { [errors]: "(-2 * (c + sum(h.map((value, j) => value * v[j])) - y[n])) / X.length" },
  },
  {
    name: "biases-stay",
    does: "does not train the biases",
    belief: "b and c are weights like the others, whose input is always 1.",
    hint: "Which parts of the network that you return are new?",
    change: { [newB]: "b,", [newC]: "c," },
    also: [{ change: { [newB]: "b," } }, { change: { [newC]: "c," } }],
  },
  {
    name: "row-after-row",
    does: "makes a step for every row of the data",
    belief: "The gradient over all rows makes one step; one step a row is stochastic descent with batches of one.",
    hint: "How many steps does trainStep make for four rows?",
    change: {
      "const hidden = X.map":
        "if (X.length > 1) return X.reduce<Net>((net, x, n) => trainStep(net, [x], [y[n]], lr), { W, b, v, c });\n  const hidden = X.map",
    },
    also: [
      {
        change: {
          "const hidden = X.map":
            "if (X.length > 1) return X.reduce<Net>((net, x, n) => trainStep(net, [x], [y[n]], lr / X.length), { W, b, v, c });\n  const hidden = X.map",
        },
      },
    ],
  },
  {
    name: "count-missing",
    does: "leaves out the count at the start, or the one at the end",
    belief: "The start counts as well: steps + 1 numbers, the first before any step.",
    hint: "How long is your list for 0 steps?",
    change: { [counts]: "const counts: number[] = [];", "counts.length <= steps": "counts.length < steps" },
    also: [{ change: { "counts.length <= steps": "counts.length < steps" } }],
  },
  {
    name: "always-from-the-start",
    does: "counts again and again without going on: each step begins with the first network, or none is made",
    belief: "Each step goes on from where the last one ended; otherwise small differences could never grow.",
    hint: "Which network does your second step begin with?",
    change: { "now = trainStep(now, X, y, lr);": "now = trainStep(net, X, y, lr);" },
    also: [{ change: { "now = trainStep(now, X, y, lr);": "" } }],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return units.filter((unit, j) => !units.slice(0, j).some((earlier) => same(unit, earlier))).length;  ⇒  return units.filter((unit, j) => !units.slice(0, j).some((earlier) => same(earlier, unit))).length;":
    "to be the same is mutual",
  "const sum = (list: readonly number[]): number => list.reduce((total, x) => total + x, 0);  ⇒  const sum = (list: readonly number[]): number => list.reduce((total, x) => total + x);":
    "no list here is empty, and the sum may begin with its first number",
  "const same = (p: readonly number[], q: readonly number[]): boolean => p.every((w, i) => Math.abs(w - q[i]) <= 1e-9);  ⇒  const same = (p: readonly number[], q: readonly number[]): boolean => p.every((w, i) => Math.abs(w - q[i]) < 1e-9);":
    "no difference of two such floats is exactly at the limit",
};
