import type { Mistake } from "@termwise/check";

const turns = "const halfTurns = Math.atan2(dy, dx) / Math.PI + 1;";
const sector = "histogram[Math.floor(((halfTurns % 1) + 1e-9) * bins)]";
const normalised = "(length === 0 ? 0 : h / length)";
const length = "Math.hypot(...histogram)";

const right = "at(y, x + 1) - at(y, x - 1)";
const below = "at(y + 1, x) - at(y - 1, x)";
const sized = (magnitude: string) => ({ change: { "+= Math.hypot(dx, dy)": `+= ${magnitude}` } });

const mistakes: Mistake[] = [
  {
    name: "signed-angle",
    does: "spreads the sectors over a whole turn",
    belief: "An edge is the same edge seen from either side: only the line matters, so half a turn has all directions.",
    hint: "Turn bright into dark. Do the features change?",
    change: { [sector]: "histogram[Math.floor((((halfTurns + 1) % 2) / 2 + 1e-9) * bins)]" },
    also: [
      { change: { [sector]: "histogram[Math.min(bins - 1, Math.floor((halfTurns / 2 + 1e-9) * bins))]" } },
      { change: { [sector]: "histogram[Math.min(bins - 1, Math.floor((((halfTurns + 1) % 2) / 2 + 1e-9) * bins))]" } },
      { change: { [sector]: "histogram[Math.floor(((halfTurns / 2) % 1 + 1e-9) * bins)]" } },
    ],
  },
  {
    name: "absolute-angle",
    does: "takes the absolute value of the angle",
    belief:
      "That mirrors falling strokes onto rising ones. Opposite directions differ by half a turn: add it to negative angles.",
    hint: "Do / and \\ fall into the same sector?",
    change: { [turns]: "const halfTurns = Math.abs(Math.atan2(dy, dx)) / Math.PI + 1;" },
    also: [
      { change: { [turns]: "const halfTurns = Math.atan2(Math.abs(dy), Math.abs(dx)) / Math.PI + 1;" } },
      { change: { [turns]: "const halfTurns = Math.abs(Math.atan(dy / (dx || 1e-12))) / Math.PI + 1;" } },
      { change: { [turns]: "const halfTurns = Math.min(Math.abs(Math.atan2(dy, dx)) / Math.PI, 1 - 1e-7) + 1;" } },
    ],
  },
  {
    name: "not-normalised",
    does: "leaves the histograms as they are",
    belief: "A faint stroke has the same shape as a strong one: each square's histogram is divided by its length.",
    hint: "Halve all pixels and compare.",
    change: { [normalised]: "h" },
  },
  {
    name: "divides-by-the-sum",
    does: "divides each histogram by its sum",
    belief:
      "The contract asks for Euclidean length 1; entries that sum to 1 have a length that depends on how many there are.",
    hint: "What is the sum of the squares of one square's features?",
    change: { [length]: "histogram.reduce((a, b) => a + b)" },
    also: [
      { change: { [length]: "Math.max(...histogram)" } },
      { change: { [length]: "histogram.reduce((a, b) => a + b * b, 0)" } },
    ],
  },
  {
    name: "normalised-as-a-whole",
    does: "divides all features by one length",
    belief: "Each square is normalised by itself, so that one strong stroke does not make the others vanish.",
    hint: "Make one corner ten times as bright. Do the features of the others shrink?",
    change: {
      [normalised]: "h",
      "return features;":
        "const all = Math.hypot(...features);\n  return features.map((f) => (all === 0 ? 0 : f / all));",
    },
    also: ["features.reduce((a, b) => a + b, 0)", "Math.max(...features)"].map((all) => ({
      change: {
        [normalised]: "h",
        "return features;": `const all = ${all};\n  return features.map((f) => (all === 0 ? 0 : f / all));`,
      },
    })),
  },
  {
    name: "empty-square-nan",
    does: "divides by 0 where a square has no edges",
    belief: "0 / 0 is NaN, and one NaN makes every distance NaN.",
    hint: "Try a picture that is all 0.",
    change: { [normalised]: "h / length" },
  },
  {
    name: "axes-swapped",
    does: "exchanges the two parts of the gradient",
    belief:
      "dx compares neighbours to the right and left, dy those below and above; exchanged, upright strokes look level.",
    hint: "Which of dx and dy is not 0 at an upright edge?",
    change: { "Math.atan2(dy, dx)": "Math.atan2(dx, dy)" },
    also: [{ change: { [right]: below, [below]: right } }],
  },
  {
    name: "upwards",
    does: "counts y upwards",
    belief: "Rows are counted from the top; with dy = above − below, rising and falling strokes change places.",
    hint: "Is dy positive where the picture gets brighter downwards?",
    change: { "at(y + 1, x) - at(y - 1, x)": "at(y - 1, x) - at(y + 1, x)" },
    also: [{ change: { "at(y, x + 1) - at(y, x - 1)": "at(y, x - 1) - at(y, x + 1)" } }],
  },
  {
    name: "one-sided-differences",
    does: "compares each pixel with one neighbour only",
    belief:
      "A central difference compares the two neighbours, which puts the edge where it is and not half a pixel beside it.",
    hint: "Which pixels does the contract name for dx?",
    change: {
      "at(y, x + 1) - at(y, x - 1)": "at(y, x + 1) - at(y, x)",
      "at(y + 1, x) - at(y - 1, x)": "at(y + 1, x) - at(y, x)",
    },
    also: [
      {
        change: {
          "at(y, x + 1) - at(y, x - 1)": "at(y, x) - at(y, x - 1)",
          "at(y + 1, x) - at(y - 1, x)": "at(y, x) - at(y - 1, x)",
        },
      },
      { change: { [right]: "at(y, x + 1) - at(y, x)" } },
      { change: { [below]: "at(y + 1, x) - at(y, x)" } },
      { change: { [right]: "at(y, x) - at(y, x - 1)" } },
      { change: { [below]: "at(y, x) - at(y - 1, x)" } },
    ],
  },
  {
    name: "counts-pixels",
    does: "counts pixels instead of adding their magnitudes",
    belief: "A pixel on a strong edge says more than one in a faint patch: each adds its magnitude.",
    hint: "What does a pixel with gradient (0, 0) add?",
    change: { "+= Math.hypot(dx, dy)": "+= 1" },
    also: [{ change: { "+= Math.hypot(dx, dy)": "+= dx === 0 && dy === 0 ? 0 : 1" } }],
  },
  {
    name: "other-magnitude",
    does: "measures the gradient by the sum of its parts, or by its square",
    belief: "The magnitude is the length √(dx² + dy²): a slanting edge counts as much as an upright one.",
    hint: "How long is the gradient (3, 4)?",
    change: { "+= Math.hypot(dx, dy)": "+= Math.abs(dx) + Math.abs(dy)" },
    also: [
      "dx * dx + dy * dy",
      "Math.max(Math.abs(dx), Math.abs(dy))",
      "Math.sqrt(Math.abs(dx) + Math.abs(dy))",
      "Math.sqrt(Math.hypot(dx, dy))",
    ].map(sized),
  },
  {
    name: "border-repeated",
    does: "repeats the border pixels beyond the border",
    belief: "Here the picture is 0 beyond its border, so that a stroke that touches it has an edge there.",
    hint: "What is to the left of column 0?",
    change: {
      "image[y]?.[x] ?? 0":
        "image[Math.max(0, Math.min(image.length - 1, y))][Math.max(0, Math.min(image[0].length - 1, x))]",
    },
    also: [
      {
        change: {
          "at(y, x + 1) - at(y, x - 1)": "x === 0 || x === image[0].length - 1 ? 0 : at(y, x + 1) - at(y, x - 1)",
          "at(y + 1, x) - at(y - 1, x)": "y === 0 || y === image.length - 1 ? 0 : at(y + 1, x) - at(y - 1, x)",
        },
      },
      {
        change: {
          "+= Math.hypot(dx, dy)":
            "+= y === 0 || x === 0 || y === image.length - 1 || x === image[0].length - 1 ? 0 : Math.hypot(dx, dy)",
        },
      },
      {
        change: {
          "image[y]?.[x] ?? 0": "image[(y + image.length) % image.length][(x + image[0].length) % image[0].length]",
        },
      },
    ],
  },
  {
    name: "columns-first",
    does: "takes the squares column by column",
    belief: "Squares are taken like words on a page: from left to right, then from top to bottom.",
    hint: "Which square do your second features belong to?",
    change: {
      "for (let top = 0; top < image.length; top += cell) {":
        "for (let left = 0; left < image[0].length; left += cell) {",
      "for (let left = 0; left < image[0].length; left += cell) {":
        "for (let top = 0; top < image.length; top += cell) {",
    },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "const halfTurns = Math.atan2(dy, dx) / Math.PI + 1;  ⇒  const halfTurns = Math.atan2(dy, dx) / Math.PI + 2;":
    "whole half turns are taken away again",
  "histogram[Math.floor(((halfTurns % 1) + 1e-9) * bins)] += Math.hypot(dx, dy);  ⇒  histogram[Math.floor(((halfTurns % 1) + 0) * bins)] += Math.hypot(dx, dy);":
    "the contract leaves open where an angle goes that rounding puts just below a sector",
  "histogram[Math.floor(((halfTurns % 1) + 1e-9) * bins)] += Math.hypot(dx, dy);  ⇒  histogram[Math.floor(((halfTurns % 1) + 1e-9) * bins)] += Math.hypot(dy, dx);":
    "a length does not mind the order of its sides",
};
