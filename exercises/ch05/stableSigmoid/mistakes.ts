import type { Mistake, Variant } from "@termwise/check";

const sigmoid = "return (z < 0 ? e : 1) / (1 + e);";
const log = "return Math.min(0, z) - Math.log1p(Math.exp(-Math.abs(z)));";
const derivative = "return e / (1 + e) ** 2;";

/** The same mistake with numbers of different sizes. */
const family = (sizes: readonly number[], variant: (size: number) => Variant): Variant[] => sizes.map(variant);
/** The derivative made of two sigmoids, as many write it: what is wrong with the sigmoid then shows twice. */
const product = { [derivative]: "return sigmoid(z) * sigmoid(-z) + 0 * e;" };
const SIZES = [30, 20, 36, 50, 100, 500];
const clip = (c: number): string => `const c = Math.min(${c}, Math.max(-${c}, z));`;
const clippedSigmoid = (c: number) => ({ [sigmoid]: `${clip(c)}\n  return e * 0 + 1 / (1 + Math.exp(-c));` });
const clippedLog = (c: number) => ({ [log]: `${clip(c)}\n  return -Math.log1p(Math.exp(-c));` });
const clipped = SIZES.flatMap((c) => [
  { change: { ...clippedSigmoid(c), ...clippedLog(c) } },
  { change: clippedSigmoid(c) },
  { change: { ...clippedSigmoid(c), ...product } },
  { change: { ...clippedSigmoid(c), ...clippedLog(c), ...product } },
  { change: clippedLog(c) },
]);
const epsilons = family([1e-12, 1e-15, 1e-10, 1e-9, 1e-8, 1e-7], (eps) => ({
  change: { [log]: `return Math.log(sigmoid(z) + ${eps});` },
}));
const floors = family([1e-12, 1e-15, 1e-10, 1e-8, 1e-7, 1e-300, 5e-324], (eps) => ({
  change: { [log]: `return Math.log(Math.max(sigmoid(z), ${eps}));` },
}));
const cutSigmoid = (c: number) => ({
  [sigmoid]: `if (z > ${c}) return 1;\n  if (z < -${c}) return 0;\n  return (z < 0 ? e : 1) / (1 + e);`,
});
const cut = [20, 30, 36, 40, 50, 100, 500].flatMap((c) => [
  { change: cutSigmoid(c) },
  { change: { ...cutSigmoid(c), ...product } },
]);

const mistakes: Mistake[] = [
  {
    name: "exp-overflow",
    does: "takes the exponential of a large positive number",
    belief:
      "e to the power of 710 is Infinity in 64 bits, and Infinity / Infinity is NaN: only e^(−|z|) is always safe.",
    hint: "What is your sigmoid at 1000?",
    change: { [sigmoid]: "return (e * 0 + Math.exp(z)) / (1 + Math.exp(z));" },
    also: [{ change: { [sigmoid]: "return (e * 0 + Math.exp(z)) / (1 + Math.exp(z));", ...product } }],
  },
  {
    name: "derivative-by-overflow",
    does: "divides two infinite exponentials in the derivative",
    belief: "The derivative is even: with e^(−|z|) in place of eᶻ nothing overflows on either side.",
    hint: "What is your derivative at 1000 and at -1000?",
    change: { [derivative]: "return (e * 0 + Math.exp(-z)) / (1 + Math.exp(-z)) ** 2;" },
    also: [{ change: { [derivative]: "return (e * 0 + Math.exp(z)) / (1 + Math.exp(z)) ** 2;" } }],
  },
  {
    name: "log-of-zero",
    does: "takes the logarithm of σ, or of 1 + e⁻ᶻ, as they stand",
    belief: "Far on the left σ underflows to 0 and e⁻ᶻ overflows: either way the logarithm is infinite where z is due.",
    hint: "What is your logSigmoid at -1000, and what at 40?",
    change: { [log]: "return Math.log(sigmoid(z));" },
    also: [
      { change: { [log]: "return -Math.log1p(Math.exp(-z));" } },
      { change: { [log]: "return -Math.log(1 + Math.exp(-z));" } },
    ],
  },
  {
    name: "epsilon-in-the-logarithm",
    does: "keeps σ away from 0 by a small number before the logarithm",
    belief: "An ε avoids −Infinity and puts a wrong number in its place: ln σ(z) goes on falling like z.",
    hint: "Does your logSigmoid have a lowest value?",
    change: epsilons[0].change,
    also: [...epsilons.slice(1), ...floors],
  },
  {
    name: "log-overflow",
    does: "computes z − log(1 + eᶻ) on both sides",
    belief: "eᶻ overflows far on the right; there ln σ(z) is −e⁻ᶻ.",
    hint: "What is your logSigmoid at 1000?",
    change: { [log]: "return z - Math.log1p(Math.exp(z));" },
    also: [{ change: { [log]: "return z - Math.log(1 + Math.exp(z));" } }],
  },
  {
    name: "log-of-one-plus",
    does: "uses log(1 + u) for a tiny u",
    belief: "1 + 1e-17 is 1, so the logarithm is 0; log1p(u) never forms the sum.",
    hint: "How many digits has your logSigmoid at 30?",
    change: { [log]: "return Math.min(0, z) - Math.log(1 + Math.exp(-Math.abs(z)));" },
  },
  {
    name: "derivative-of-an-output",
    does: "treats the argument of the derivative as the output of the sigmoid",
    belief: "z(1 − z) is the derivative if z were σ: here σ has to be computed first.",
    hint: "What is your derivative at 2? Can the slope of σ be negative?",
    change: { [derivative]: "return e * 0 + z * (1 - z);" },
  },
  {
    name: "digits-lost-in-one-minus",
    does: "computes the derivative as σ(1 − σ)",
    belief: "Where σ is rounded to 1 the factor 1 − σ is 0; σ(−z) is the same factor with all its digits.",
    hint: "Compare your derivative at 40 and at -40.",
    change: { [derivative]: "const s = sigmoid(z) + e * 0;\n  return s * (1 - s);" },
  },
  {
    name: "small-values-from-one",
    does: "makes small values as a difference from 1",
    belief: "A difference of two numbers near 1 has no digits left below 1e-16, and σ(−50) is far smaller.",
    hint: "What is your sigmoid at -50?",
    change: { [sigmoid]: "return z < 0 ? 1 - 1 / (1 + e) : 1 / (1 + e);" },
    also: [
      { change: { [sigmoid]: "return z < 0 ? 1 - 1 / (1 + e) : 1 / (1 + e);", ...product } },
      { change: { [sigmoid]: "return (1 + Math.tanh(z / 2)) / 2 + e * 0;", ...product } },
      { change: { [sigmoid]: "return (1 + Math.tanh(z / 2)) / 2 + e * 0;" } },
    ],
  },
  {
    name: "input-clipped",
    does: "limits z to a range before it computes",
    belief: "Clipping avoids the overflow by answering another question: outside the range the values stop changing.",
    hint: "Are your sigmoid at -600 and at -700 different?",
    change: clipped[0].change,
    also: clipped.slice(1),
  },
  {
    name: "cut-off",
    does: "gives exactly 0 or 1 beyond some z",
    belief: "A small probability is not none: its logarithm and its ratio to others still count.",
    hint: "What is your sigmoid at -50, and what is its true value?",
    change: cut[0].change,
    also: cut.slice(1),
  },
  {
    name: "mirrored",
    does: "computes 1 / (1 + eᶻ)",
    belief: "σ rises from 0 to 1: the exponent has a minus.",
    hint: "Is your sigmoid at 10 near 1?",
    change: { [sigmoid]: "return (z > 0 ? e : 1) / (1 + e);" },
    also: [
      { change: { [sigmoid]: "return (z > 0 ? e : 1) / (1 + e);", ...product } },

      {
        change: {
          [sigmoid]: "return (z > 0 ? e : 1) / (1 + e);",
          [log]: "return Math.min(0, -z) - Math.log1p(Math.exp(-Math.abs(z)));",
        },
      },
    ],
  },
  {
    name: "wrong-on-the-left",
    does: "computes 1 / (1 + e^(−|z|)) on both sides",
    belief: "With e^(−|z|) the numerator depends on the side: 1 on the right, e^(−|z|) on the left.",
    hint: "Is your sigmoid at -3 below one half?",
    change: { [sigmoid]: "return 1 / (1 + e);" },
    also: [
      { change: { [sigmoid]: "return 1 / (1 + e);", ...product } },
      { change: { [log]: "return -Math.log1p(Math.exp(-Math.abs(z)));" } },
    ],
  },
  {
    name: "square-forgotten",
    does: "forgets the square in the derivative",
    belief: "dσ/dz = e⁻ᶻ / (1 + e⁻ᶻ)²: the quotient rule squares the denominator.",
    hint: "What is your derivative at 0?",
    change: { [derivative]: "return e / (1 + e);" },
  },
  {
    name: "slope-negative",
    does: "turns the sign of the derivative",
    belief: "σ rises everywhere, so its slope is positive.",
    hint: "The inner derivative of e⁻ᶻ is negative; where is the other minus?",
    change: { [derivative]: "return -e / (1 + e) ** 2;" },
  },
  {
    name: "logarithm-of-ten",
    does: "uses a logarithm of another base",
    belief: "ln is Math.log, the logarithm to base e.",
    hint: "What should logSigmoid at -1000 be?",
    change: { [log]: "return (Math.min(0, z) - Math.log1p(Math.exp(-Math.abs(z)))) / Math.LN10;" },
    also: [{ change: { [log]: "return (Math.min(0, z) - Math.log1p(Math.exp(-Math.abs(z)))) / Math.LN2;" } }],
  },
  {
    name: "log-loss",
    does: "returns −ln σ(z)",
    belief: "The logarithm of a probability is negative; the loss is minus that.",
    hint: "Can your logSigmoid be positive?",
    change: { [log]: "return Math.log1p(Math.exp(-Math.abs(z))) - Math.min(0, z);" },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return (z < 0 ? e : 1) / (1 + e);  ⇒  return (z <= 0 ? e : 1) / (1 + e);": "at 0 the exponential is 1",
};
