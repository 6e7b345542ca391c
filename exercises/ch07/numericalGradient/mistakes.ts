import type { Mistake } from "@termwise/check";

const body = `    const right = f(x.with(i, value + h));
    const left = f(x.with(i, value - h));
    return (right - left) / (2 * h);`;
const quotient = "(right - left) / (2 * h)";
const left = "f(x.with(i, value - h))";
const right = "f(x.with(i, value + h))";
const error = "apart === 0 ? 0 : apart / (norm(a) + norm(b))";
const guard =
  "  if (a.length !== b.length) throw new Error(`relativeError: the lengths ${a.length} and ${b.length} differ`);\n";

const mistakes: Mistake[] = [
  {
    name: "forward-difference",
    does: "asks on one side only",
    belief:
      "On one side the bend of the function counts as slope: the error shrinks with h, not with h². The two sides of a central difference cancel it.",
    hint: "Measure the slope of x² at 0 with step 1. What should it be?",
    change: { [left]: "f(x)", [quotient]: "(right - left) / h" },
    also: [
      {
        change: {
          "  return x.map(": "  const here = f(x);\n  return x.map(",
          [left]: "here",
          [quotient]: "(right - left) / h",
        },
      },
      { change: { [right]: "f(x)", [quotient]: "(right - left) / h" } },
    ],
  },
  {
    name: "not-put-back",
    does: "moves each variable and leaves it moved",
    belief: "The second slope belongs to the same point as the first: a variable that was moved has to come back.",
    hint: "Print what f is given, call by call.",
    change: {
      "  return x.map((value, i) => {": "  const at = [...x];\n  return x.map((value, i) => {",
      [right]: "f(((at[i] = value + h), at))",
      [left]: "f(((at[i] = value - h), at))",
    },
    also: [
      {
        change: {
          "  return x.map((value, i) => {": "  const at = x as number[];\n  return x.map((value, i) => {",
          [right]: "f(((at[i] = value + h), at))",
          [left]: "f(((at[i] = value - h), at))",
        },
      },
    ],
  },
  {
    name: "put-back-by-arithmetic",
    does: "moves the variable of x itself and brings it back by adding and subtracting",
    belief:
      "0.1 + 0.3 − 0.6 + 0.3 is not 0.1: what was rounded on the way does not come back. Keep the number, or a copy.",
    hint: "Compare x before and after with ===.",
    change: {
      "  return x.map((value, i) => {": "  const at = x as number[];\n  return x.map((_, i) => {",
      [right]: "f(((at[i] += h), at))",
      [left]: "f(((at[i] -= 2 * h), at))",
      "    return (right": "    at[i] += h;\n    return (right",
    },
  },
  {
    name: "step-not-doubled",
    does: "divides by h, although the two points are 2h apart",
    belief: "A slope is a change divided by the distance over which it happened.",
    hint: "Measure f(x) = x.",
    change: { "(2 * h)": "h" },
  },
  {
    name: "divided-by-two",
    does: "halves the difference and forgets the step",
    belief: "A difference of values becomes a slope when it is divided by the distance of the points.",
    hint: "What becomes of your result as h gets smaller?",
    change: { "(2 * h)": "2" },
    also: [{ change: { [quotient]: "right - left" } }],
  },
  {
    name: "times-h",
    does: "divides by 2 and then multiplies by h",
    belief: "a / 2 * h is (a / 2)·h: the divisor needs brackets.",
    hint: "Evaluate 6 / 2 * 3 in your head, from the left.",
    change: { "(2 * h)": "2 * h" },
  },
  {
    name: "all-at-once",
    does: "moves all variables together",
    belief:
      "A partial derivative holds the other variables fixed; moving all of them gives the slope along the diagonal.",
    hint: "Are all entries of your gradient the same?",
    change: { [right]: "f(x.map((v) => v + h))", [left]: "f(x.map((v) => v - h))" },
    also: [
      {
        change: {
          "  return x.map((value, i) => {":
            "  const up = f(x.map((v) => v + h));\n  const down = f(x.map((v) => v - h));\n  return x.map(() => {",
          [right]: "up",
          [left]: "down",
        },
      },
    ],
  },
  {
    name: "reversed",
    does: "subtracts the right value from the left one",
    belief: "A positive slope means that the value rises as the variable does.",
    hint: "Measure a function that only rises, such as 2x. Which sign should its slope have?",
    change: { "right - left": "left - right" },
  },
  {
    name: "half-step",
    does: "moves by half a step to each side",
    belief: "Here h is the distance from x to each of the two points, and 2h that between them.",
    hint: "Which two points does the formula name?",
    change: { "value + h": "value + h / 2", "value - h": "value - h / 2", "(2 * h)": "h" },
  },
  {
    name: "half-step-full-width",
    does: "moves by half a step to each side and divides by two steps",
    belief: "The divisor is the distance of the two points at which f was asked.",
    hint: "Measure f(x) = 4x with h = 1. At which two points did you ask, and how far apart are they?",
    change: { "value + h": "value + h / 2", "value - h": "value - h / 2" },
  },
  {
    name: "step-times-x",
    does: "makes the step proportional to the variable",
    belief: "The contract's h is the step itself. (In proportion to x, a variable that is 0 would not move at all.)",
    hint: "What do you get for a variable that is 0?",
    change: {
      "{\n    const right": "{\n    const by = h * Math.abs(value);\n    const right",
      "value + h": "value + by",
      "value - h": "value - by",
      "(2 * h)": "(2 * by)",
    },
    also: [
      {
        change: {
          "{\n    const right": "{\n    const by = h * Math.max(1, Math.abs(value));\n    const right",
          "value + h": "value + by",
          "value - h": "value - by",
          "(2 * h)": "(2 * by)",
        },
      },
      { change: { "value + h": "value * (1 + h)", "value - h": "value * (1 - h)", "(2 * h)": "(2 * h * value)" } },
    ],
  },
  {
    name: "own-step",
    does: "takes a step of its own, whatever h is given",
    belief: "Which step is best depends on the function and on the digits of its numbers; so the caller chooses.",
    hint: "Call it with h = 0.5 on x³ and compare with pencil and paper.",
    change: {
      [body]: "const step = 1e-5;\n    return (f(x.with(i, value + step)) - f(x.with(i, value - step))) / (2 * step);",
    },
  },
  {
    name: "other-default",
    does: "has another step where none is given",
    belief: "In float64 about 1e-5 is best for a central difference: larger steps bend, smaller ones round.",
    hint: "Look at the valley of the curve of errors in the chapter.",
    change: { "1e-5": "1e-4" },
    also: ["1e-3", "1e-6", "1e-7", "1e-8"].map((h) => ({ change: { "1e-5": h } })),
  },
  {
    name: "only-what-was-moved",
    does: "gives f a list with one number, the one that was moved",
    belief: "f is a function of all variables; the others are held fixed, not left out.",
    hint: "Print what f is given.",
    change: { [right]: "f([value + h])", [left]: "f([value - h])" },
  },
  {
    name: "others-at-zero",
    does: "holds the other variables at 0 instead of at x",
    belief: "The gradient belongs to the point x: all variables but one stay where they are.",
    hint: "Take x·y at (3, 2). How does it change with x if y is 0?",
    change: {
      [right]: "f(x.map((_, j) => (j === i ? value + h : 0)))",
      [left]: "f(x.map((_, j) => (j === i ? value - h : 0)))",
    },
  },
  {
    name: "absolute-error",
    does: "gives the distance of the two gradients, not in proportion to their lengths",
    belief:
      "How large a difference is depends on what it is a difference of: 0.001 is much for 0.002 and nothing for 1000.",
    hint: "Multiply both gradients by a million. Should your answer change?",
    change: { [error]: "apart" },
  },
  {
    name: "one-length-only",
    does: "divides by the length of one of the two",
    belief: "Neither of the two is known to be right, and one of them may be 0: the measure treats them alike.",
    hint: "Swap a and b.",
    change: { "(norm(a) + norm(b))": "norm(a)" },
    also: [{ change: { "(norm(a) + norm(b))": "norm(b)" } }],
  },
  {
    name: "larger-length",
    does: "divides by the longer of the two instead of their sum",
    belief: "With the sum, the result never exceeds 1, even for opposite gradients.",
    hint: "Compare [2, 0] and [-2, 0].",
    change: { "(norm(a) + norm(b))": "Math.max(norm(a), norm(b))" },
  },
  {
    name: "mean-length",
    does: "divides by the mean of the two lengths instead of their sum",
    belief: "With the sum, the result lies between 0 and 1; with the mean, between 0 and 2.",
    hint: "Which number do you get for [1] and [-1], the two that could not be further apart?",
    change: { "apart / (norm(a) + norm(b))": "(2 * apart) / (norm(a) + norm(b))" },
  },
  {
    name: "worst-entry",
    does: "compares entry by entry and takes the worst",
    belief:
      "An entry that should be 0 and is 1e-12 is wrong by 100 % on its own, and harmless in a gradient of length 1.",
    hint: "Compare [1, 0] and [1, 1e-12].",
    change: {
      [error]:
        "Math.max(0, ...a.map((v, i) => (v === b[i] ? 0 : Math.abs(v - b[i]) / (Math.abs(v) + Math.abs(b[i])))))",
    },
  },
  {
    name: "mean-of-entries",
    does: "compares entry by entry and takes the mean",
    belief:
      "The mean over entries weighs an entry near 0 as much as the largest one; the length of the difference does not.",
    hint: "Compare [5, 0] and [5, 1e-9]. Which of the two entries decides your answer?",
    change: {
      [error]:
        "a.reduce((s, v, i) => s + (v === b[i] ? 0 : Math.abs(v - b[i]) / (Math.abs(v) + Math.abs(b[i]))), 0) / a.length",
    },
  },
  {
    name: "zero-by-zero",
    does: "divides 0 by 0 where both gradients are zero",
    belief: "Two gradients of zeros agree; 0 / 0 is NaN and says nothing.",
    hint: "Call relativeError([0], [0]).",
    change: { "apart === 0 ? 0 : ": "" },
  },
  {
    name: "nan-agrees",
    does: "calls a gradient with NaN in it right",
    belief: 'Every comparison with NaN is false, so "not larger than 0" also holds for what is not a number.',
    hint: "What is NaN > 0?",
    change: { "apart === 0 ? 0 : apart / (norm(a) + norm(b))": "apart > 0 ? apart / (norm(a) + norm(b)) : 0" },
    also: [{ change: { "apart / (norm(a) + norm(b))": "apart / (norm(a) + norm(b)) || 0" } }],
  },
  {
    name: "root-forgotten",
    does: "takes the sum of squares for the length",
    belief: "The length of a vector is the root of the sum of its squares.",
    hint: "How long is [3, 4]?",
    change: { "Math.sqrt(v.reduce((sum, c) => sum + c * c, 0))": "v.reduce((sum, c) => sum + c * c, 0)" },
  },
  {
    name: "sum-of-sizes",
    does: "takes the sum of absolute values for the length",
    belief: "The length of [3, 4] is 5, not 7: squares are added, then the root is taken.",
    hint: "You walk 3 to the east and 4 to the north. How far from the start are you?",
    change: { "Math.sqrt(v.reduce((sum, c) => sum + c * c, 0))": "v.reduce((sum, c) => sum + Math.abs(c), 0)" },
  },
  {
    name: "lengths-unchecked",
    does: "compares lists of different length",
    belief: "Gradients of different length belong to different functions: comparing what fits would hide that.",
    hint: "Call relativeError([1, 2], [1, 2, 3]).",
    change: { [guard]: "" },
  },
];
export default mistakes;
