import type { Mistake } from "@termwise/check";

const exp = "const u = Math.expm1(-2 * Math.abs(x));";
const value = "return (Math.sign(x) * -u) / (2 + u);";
const slope = "return (4 * e) / (1 + e) ** 2;";
const fromSigmoid = "return 2 * sigmoid(2 * x) - 1;";
/** The body of tanhFromExp as one expression of x. */
const tanh = (expression: string): Record<string, string> => ({ [exp]: "", [value]: `return ${expression};` });
const cutValue = (c: number): string => `if (Math.abs(x) > ${c}) return Math.sign(x);\n  ${value}`;
const cutSlope = (c: number): string => `if (Math.abs(x) > ${c}) return 0;\n  ${slope}`;

const mistakes: Mistake[] = [
  {
    name: "extra-root",
    does: "divides by √(1 + e²ˣ) as well",
    belief:
      "tanh is sinh / cosh and nothing else: with another root in the denominator it is neither odd nor near 1 at x = 2.",
    hint: "What is your tanh at 2, and at -2?",
    change: tanh("(Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x)) / Math.sqrt(1 + Math.exp(2 * x))"),
    also: [
      { change: { [value]: "return (Math.sign(x) * -u) / (2 + u) / Math.sqrt(1 + Math.exp(2 * x));" } },
      { change: tanh("(Math.exp(x) - Math.exp(-x)) / Math.sqrt(1 + Math.exp(2 * x))") },
    ],
  },
  {
    name: "infinity-by-infinity",
    does: "divides two exponentials that overflow",
    belief: "From 710 on eˣ is Infinity (e²ˣ from 355 on), and Infinity / Infinity is NaN.",
    hint: "What is your tanh at 400 and at 1000, and at -1000?",
    change: tanh("(Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x))"),
    also: [
      { change: tanh("(Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1)") },
      { change: tanh("(1 - Math.exp(-2 * x)) / (1 + Math.exp(-2 * x))") },
      { change: tanh("(Math.expm1(x) - Math.expm1(-x)) / (Math.exp(x) + Math.exp(-x))") },
      { change: tanh("Math.expm1(2 * x) / (Math.exp(2 * x) + 1)") },
      { change: tanh("Math.expm1(2 * x) / (Math.expm1(2 * x) + 2)") },
      { change: tanh("-Math.expm1(-2 * x) / (1 + Math.exp(-2 * x))") },
      {
        change: tanh(
          "x < 0 ? (1 - Math.exp(-2 * x)) / (1 + Math.exp(-2 * x)) : (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1)",
        ),
      },
    ],
  },
  {
    name: "cancels-near-zero",
    does: "subtracts two nearly equal numbers near 0",
    belief: "e⁻²ˣ is rounded to 1 before it is subtracted from 1; expm1 never rounds it.",
    hint: "How many digits of your tanh at 1e-12 are right?",
    change: { [exp]: "const u = Math.exp(-2 * Math.abs(x)) - 1;" },
    also: [{ change: tanh("2 / (1 + Math.exp(-2 * x)) - 1") }, { change: tanh("1 - 2 / (1 + Math.exp(2 * x))") }],
  },
  {
    name: "sign-lost",
    does: "gives the same value for x and −x",
    belief: "tanh is odd: what was computed for |x| gets the sign of x.",
    hint: "What is your tanh at -2?",
    change: { [value]: "return -u / (2 + u);" },
  },
  {
    name: "sign-turned",
    does: "turns the sign of tanh",
    belief: "tanh rises: it is positive for positive x.",
    hint: "What is your tanh at 2?",
    change: { [value]: "return (Math.sign(x) * u) / (2 + u);" },
  },
  {
    name: "two-forgotten",
    does: "uses e⁻ˣ where e⁻²ˣ belongs",
    belief: "Dividing eˣ − e⁻ˣ by eˣ leaves 1 − e⁻²ˣ: the exponents add up.",
    hint: "Is your tanh at 2 the true tanh at 1?",
    change: { [exp]: "const u = Math.expm1(-Math.abs(x));" },
  },
  {
    name: "cut-off-at",
    does: "gives exactly ±1, or a slope of exactly 0, too early",
    belief: "tanh is rounded to 1 only beyond 19; at 10 its ninth digit still differs from 1.",
    hint: "What is the true tanh at 5?",
    change: { [value]: cutValue(5) },
    also: [
      ...[3, 4, 2, 8, 10].map((c) => ({ change: { [value]: cutValue(c) } })),
      ...[5, 8, 10].map((c) => ({ change: { [value]: cutValue(c), [slope]: cutSlope(c) } })),
      ...[10, 19].map((c) => ({ change: { [slope]: cutSlope(c) } })),
    ],
  },
  {
    name: "not-a-number-becomes-one",
    does: "answers NaN and infinite inputs with a number of its own",
    belief: "NaN must stay NaN: a value that looks right would hide where it came from.",
    hint: "What does your function give for NaN?",
    change: { [value]: "if (!(Math.abs(x) < 1e300)) return x < 0 ? -1 : 1;\n  return (Math.sign(x) * -u) / (2 + u);" },
    also: [
      { change: { [value]: "if (Number.isNaN(x)) return 0;\n  return (Math.sign(x) * -u) / (2 + u);" } },
      { change: { [value]: "return (Math.sign(x) * -u) / (2 + u) || 0;" } },
    ],
  },
  {
    name: "derivative-of-the-input",
    does: "computes 1 − x² of the input",
    belief: "1 − y² is the derivative where y is tanh x; here x is given, and y has to be computed first.",
    hint: "What is your derivative at 2? Can the slope of tanh be negative?",
    change: { [slope]: "return 1 - x * x + 0 * e;" },
  },
  {
    name: "one-minus-the-square",
    does: "computes the derivative as 1 − tanh² x",
    belief: "Where tanh² is rounded to 1 the difference is 0; 4e⁻²ˣ / (1 + e⁻²ˣ)² keeps its digits.",
    hint: "How many digits of your derivative at 20 are right?",
    change: { [slope]: "return 1 - tanhFromExp(x) ** 2 + 0 * e;" },
    also: [{ change: { [slope]: "return (1 - tanhFromExp(x)) * (1 + tanhFromExp(x)) + 0 * e;" } }],
  },
  {
    name: "derivative-overflows",
    does: "divides two infinite numbers in the derivative",
    belief: "The derivative is even: with e^(−2|x|) nothing overflows on either side.",
    hint: "What is your derivative at 1000 and at -1000?",
    change: { [slope]: "return (4 * Math.exp(2 * x)) / (1 + Math.exp(2 * x)) ** 2 + 0 * e;" },
    also: [
      {
        change: {
          [slope]:
            "const [a, b] = [Math.exp(x) + Math.exp(-x), Math.exp(x) - Math.exp(-x)];\n  return (a * a - b * b) / (a * a) + 0 * e;",
        },
      },
      {
        change: {
          [slope]:
            "const [a, b] = [Math.exp(x) + Math.exp(-x), Math.exp(x) - Math.exp(-x)];\n  return 1 - (b / a) ** 2 + 0 * e;",
        },
      },
      { change: { [slope]: "const a = Math.exp(2 * x);\n  return 1 - ((a - 1) / (a + 1)) ** 2 + 0 * e;" } },
      { change: { [slope]: "return (4 * Math.exp(-2 * x)) / (1 + Math.exp(-2 * x)) ** 2 + 0 * e;" } },
    ],
  },
  {
    name: "factor-forgotten",
    does: "leaves out a factor of the derivative",
    belief: "The slope of tanh at 0 is 1.",
    hint: "What is your derivative at 0?",
    change: { [slope]: "return e / (1 + e) ** 2;" },
    also: [{ change: { [slope]: "return (2 * e) / (1 + e) ** 2;" } }],
  },
  {
    name: "square-forgotten",
    does: "forgets the square in the derivative",
    belief: "The quotient rule squares the denominator.",
    hint: "Compare your derivative at 1 with a difference quotient.",
    change: { [slope]: "return (4 * e) / (1 + e);" },
    also: [
      { change: { [slope]: "return (2 * e) / (1 + e);" } },
      { change: { [slope]: "return 1 - Math.abs(tanhFromExp(x)) + 0 * e;" } },
    ],
  },
  {
    name: "slope-of-the-sigmoid",
    does: "computes y(1 − y) with y = tanh x",
    belief: "y(1 − y) belongs to the sigmoid; for tanh it is 1 − y².",
    hint: "What is your derivative at 0, where tanh is steepest?",
    change: { [slope]: "const y = tanhFromExp(x) + 0 * e;\n  return y * (1 - y);" },
  },
  {
    name: "sigmoid-not-stretched-in-x",
    does: "computes 2σ(x) − 1",
    belief: "σ has slope 1/4 at 0, so 2σ(x) − 1 has 1/2 there, and tanh has 1: it is σ of 2x.",
    hint: "Which slopes have tanh and your function at 0?",
    change: { [fromSigmoid]: "return 2 * sigmoid(x) - 1;" },
  },
  {
    name: "sigmoid-not-stretched-in-y",
    does: "shifts the sigmoid without stretching it",
    belief: "σ runs from 0 to 1, tanh from −1 to 1: twice as far.",
    hint: "What are the limits of your function on both sides?",
    change: { [fromSigmoid]: "return sigmoid(2 * x) - 0.5;" },
    also: [
      { change: { [fromSigmoid]: "return sigmoid(2 * x);" } },
      { change: { [fromSigmoid]: "return sigmoid(x) - 0.5;" } },
      { change: { [fromSigmoid]: "return 2 * sigmoid(2 * x);" } },
    ],
  },
  {
    name: "sigmoid-twice",
    does: "calls the sigmoid twice",
    belief: "σ(−z) is 1 − σ(z): one call knows both.",
    hint: "How can σ(2x) − σ(−2x) be written with one of the two?",
    change: { [fromSigmoid]: "return sigmoid(2 * x) - sigmoid(-2 * x);" },
  },
];
export default mistakes;
