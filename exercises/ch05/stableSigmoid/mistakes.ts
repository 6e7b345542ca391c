import type { Mistake, Variant } from "@termwise/check";

const sigmoid = "return (z < 0 ? e : 1) / (1 + e);";
const log = "return Math.min(0, z) - Math.log1p(Math.exp(-Math.abs(z)));";
const derivative = "return e / (1 + e) ** 2;";
const equal = "if (a === b) return 0;";
const order = "if (a > b) return -sigmoidBetween(b, a);";
const between = "return sigmoid(b) * sigmoid(-a) * -Math.expm1(a - b);";

/** The same mistake with numbers of different sizes. */
const family = (sizes: readonly number[], variant: (size: number) => Variant): Variant[] => sizes.map(variant);
/** The derivative made of two sigmoids, as many write it: what is wrong with the sigmoid then shows twice. */
const product = { [derivative]: "return sigmoid(z) * sigmoid(-z) + 0 * e;" };
/** A difference of sigmoids with exponentials of its own: what is wrong with the sigmoid then does not show in it. */
const OWN = { [between]: "return -Math.expm1(a - b) / ((1 + Math.exp(a)) * (1 + Math.exp(-b)));" };
const alsoApart = (variants: readonly Variant[]): Variant[] =>
  variants.flatMap(({ change }) => [{ change }, { change: { ...change, ...OWN } }]);
/** One line for the difference, with the questions before it and without them. */
const asked = (line: string): Variant[] => {
  const change = { [between]: line };
  const unasked = { [equal]: "", [order]: "" };
  return [{ change }, { change: { ...change, [equal]: "" } }, { change: { ...change, ...unasked } }];
};
const SIZES = [30, 20, 36, 50, 100, 500];
const clip = (c: number): string => `const c = Math.min(${c}, Math.max(-${c}, z));`;
const clippedSigmoid = (c: number) => ({ [sigmoid]: `${clip(c)}\n  return e * 0 + 1 / (1 + Math.exp(-c));` });
const clippedLog = (c: number) => ({ [log]: `${clip(c)}\n  return -Math.log1p(Math.exp(-c));` });
const clipped = alsoApart(
  SIZES.flatMap((c) => [
    { change: { ...clippedSigmoid(c), ...clippedLog(c) } },
    { change: clippedSigmoid(c) },
    { change: { ...clippedSigmoid(c), ...product } },
    { change: { ...clippedSigmoid(c), ...clippedLog(c), ...product } },
    { change: clippedLog(c) },
  ]),
);
const epsilons = family([1e-12, 1e-15, 1e-10, 1e-9, 1e-8, 1e-7], (eps) => ({
  change: { [log]: `return Math.log(sigmoid(z) + ${eps});` },
}));
const floors = family([1e-12, 1e-15, 1e-10, 1e-8, 1e-7, 1e-300, 5e-324], (eps) => ({
  change: { [log]: `return Math.log(Math.max(sigmoid(z), ${eps}));` },
}));
/** ln σ(z) as z − softplus(z), where the softplus itself is right. */
const softpluses = [
  "Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)))",
  ...[20, 30, 34, 36, 100, 700].map((c) => `z > ${c} ? z : Math.log1p(Math.exp(z))`),
].flatMap((softplus) => [
  { change: { [log]: `return z - (${softplus});` } },
  { change: { [log]: `if (z === Infinity) return 0;\n  return z - (${softplus});` } },
]);
const cutSigmoid = (c: number) => ({
  [sigmoid]: `if (z > ${c}) return 1;\n  if (z < -${c}) return 0;\n  return (z < 0 ? e : 1) / (1 + e);`,
});
const cut = alsoApart(
  [20, 30, 36, 40, 50, 100, 500].flatMap((c) => [
    { change: cutSigmoid(c) },
    { change: { ...cutSigmoid(c), ...product } },
  ]),
);
/** The slope at one place times the distance: everywhere, or only where the scores are close. */
const slopes = ["(a + b) / 2", "a", "b"].flatMap((z) => [
  ...asked(`return sigmoidDerivative(${z}) * (b - a);`),
  ...[1e-3, 1e-2, 0.1].flatMap((d) =>
    ["sigmoid(b) - sigmoid(a)", "(a > 0 ? sigmoid(-a) - sigmoid(-b) : sigmoid(b) - sigmoid(a))"].map((otherwise) => ({
      change: { [between]: `return b - a < ${d} ? sigmoidDerivative(${z}) * (b - a) : ${otherwise};` },
    })),
  ),
]);
const exponentials = [
  "return (Math.exp(b) - Math.exp(a)) / ((1 + Math.exp(a)) * (1 + Math.exp(b)));",
  "return (Math.exp(b) - Math.exp(a)) / (1 + Math.exp(a)) / (1 + Math.exp(b));",
  "return (Math.exp(-a) - Math.exp(-b)) / ((1 + Math.exp(-a)) * (1 + Math.exp(-b)));",
  "return (Math.exp(-a) - Math.exp(-b)) / (1 + Math.exp(-a)) / (1 + Math.exp(-b));",
  "return sigmoid(a) * sigmoid(b) * (Math.exp(-a) - Math.exp(-b));",
  "return sigmoid(-a) * sigmoid(-b) * (Math.exp(b) - Math.exp(a));",
  `if (a > 0) return (Math.exp(-a) - Math.exp(-b)) / ((1 + Math.exp(-a)) * (1 + Math.exp(-b)));
  return (Math.exp(b) - Math.exp(a)) / ((1 + Math.exp(a)) * (1 + Math.exp(b)));`,
  `if (b > 0) return (Math.exp(-a) - Math.exp(-b)) / ((1 + Math.exp(-a)) * (1 + Math.exp(-b)));
  return (Math.exp(b) - Math.exp(a)) / ((1 + Math.exp(a)) * (1 + Math.exp(b)));`,
].flatMap(asked);

const mistakes: Mistake[] = [
  {
    name: "exp-overflow",
    does: "takes the exponential of a large positive number",
    belief:
      "e to the power of 710 is Infinity in 64 bits, and Infinity / Infinity is NaN: only e^(−|z|) is always safe.",
    hint: "What is your sigmoid at 1000?",
    change: { [sigmoid]: "return (e * 0 + Math.exp(z)) / (1 + Math.exp(z));" },
    also: alsoApart([
      { change: { [sigmoid]: "return (e * 0 + Math.exp(z)) / (1 + Math.exp(z));" } },
      { change: { [sigmoid]: "return (e * 0 + Math.exp(z)) / (1 + Math.exp(z));", ...product } },
    ]),
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
    name: "z-minus-a-softplus",
    does: "takes a number of nearly the same size from z",
    belief:
      "For large z the softplus ln(1 + eᶻ) is z and a trifle: z minus it keeps nothing of the trifle, −e⁻ᶻ is all.",
    hint: "For positive z, of what size are the two numbers whose difference you take?",
    change: { [log]: "return z - (Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))));" },
    also: softpluses,
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
    does: "takes 1 − σ where σ is nearly 1",
    belief: "Where σ is rounded to 1 the factor 1 − σ is 0; σ(−z) is the same factor with all its digits.",
    hint: "What is 1 − sigmoid(40) on your machine, and what is sigmoid(-40)?",
    change: { [derivative]: "const s = sigmoid(z) + e * 0;\n  return s * (1 - s);" },
    also: [
      ...asked("return sigmoid(b) * (1 - sigmoid(a)) * -Math.expm1(a - b);"),
      {
        change: {
          [derivative]: "const s = sigmoid(z) + e * 0;\n  return s * (1 - s);",
          [between]: "return sigmoid(b) * (1 - sigmoid(a)) * -Math.expm1(a - b);",
        },
      },
    ],
  },
  {
    name: "small-values-from-one",
    does: "makes small values as a difference from 1",
    belief: "A difference of two numbers near 1 has no digits left below 1e-16, and σ(−50) is far smaller.",
    hint: "What is your sigmoid at -50?",
    change: { [sigmoid]: "return z < 0 ? 1 - 1 / (1 + e) : 1 / (1 + e);" },
    also: alsoApart([
      { change: { [sigmoid]: "return z < 0 ? 1 - 1 / (1 + e) : 1 / (1 + e);" } },
      { change: { [sigmoid]: "return z < 0 ? 1 - 1 / (1 + e) : 1 / (1 + e);", ...product } },
      { change: { [sigmoid]: "return (1 + Math.tanh(z / 2)) / 2 + e * 0;", ...product } },
      { change: { [sigmoid]: "return (1 + Math.tanh(z / 2)) / 2 + e * 0;" } },
    ]),
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
    also: alsoApart([
      { change: { [sigmoid]: "return (z > 0 ? e : 1) / (1 + e);" } },
      { change: { [sigmoid]: "return (z > 0 ? e : 1) / (1 + e);", ...product } },
      {
        change: {
          [sigmoid]: "return (z > 0 ? e : 1) / (1 + e);",
          [log]: "return Math.min(0, -z) - Math.log1p(Math.exp(-Math.abs(z)));",
        },
      },
    ]),
  },
  {
    name: "wrong-on-the-left",
    does: "computes 1 / (1 + e^(−|z|)) on both sides",
    belief: "With e^(−|z|) the numerator depends on the side: 1 on the right, e^(−|z|) on the left.",
    hint: "Is your sigmoid at -3 below one half?",
    change: { [sigmoid]: "return 1 / (1 + e);" },
    also: alsoApart([
      { change: { [sigmoid]: "return 1 / (1 + e);" } },
      { change: { [sigmoid]: "return 1 / (1 + e);", ...product } },
      { change: { [log]: "return -Math.log1p(Math.exp(-Math.abs(z)));" } },
    ]),
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
  {
    name: "difference-of-sigmoids",
    does: "subtracts one sigmoid from the other as they stand",
    belief: "Two numbers near 1, or near each other, lose their digits in a difference; a product keeps them.",
    hint: "What is your sigmoidBetween(40, 41)? Is there really no chance between 40 and 41?",
    change: { [between]: "return sigmoid(b) - sigmoid(a);" },
    also: [
      ...asked("return sigmoid(b) - sigmoid(a);"),
      ...asked("return sigmoid(-a) - sigmoid(-b);"),
      ...asked("return Math.exp(logSigmoid(b)) - Math.exp(logSigmoid(a));"),
      ...asked("return Math.exp(b) / (1 + Math.exp(b)) - Math.exp(a) / (1 + Math.exp(a));"),
    ],
  },
  {
    name: "difference-on-the-better-side",
    does: "picks the side where both numbers are small, and still subtracts one from the other",
    belief: "On that side each has its digits, but of two numbers near each other few are left in the difference.",
    hint: "How many digits has your sigmoidBetween(0, 1e-10)?",
    change: { [between]: "return a > 0 ? sigmoid(-a) - sigmoid(-b) : sigmoid(b) - sigmoid(a);" },
    also: [
      ...asked("return a + b > 0 ? sigmoid(-a) - sigmoid(-b) : sigmoid(b) - sigmoid(a);"),
      ...asked("return b > 0 ? sigmoid(-a) - sigmoid(-b) : sigmoid(b) - sigmoid(a);"),
      ...asked(`const [p, q] = [Math.exp(-Math.abs(a)), Math.exp(-Math.abs(b))];
  if (a > 0) return (p - q) / ((1 + p) * (1 + q));
  return b < 0 ? (q - p) / ((1 + p) * (1 + q)) : sigmoid(b) - sigmoid(a);`),
    ],
  },
  {
    name: "difference-of-exponentials",
    does: "subtracts two exponentials",
    belief:
      "eᵇ − eᵃ cancels where the scores are close, and exponentials of both signs overflow on one side: with the larger one taken out, only the distance is left.",
    hint: "What is your result between 1000 and 1001, between -1001 and -1000, and between 0 and 1e-10?",
    change: exponentials[0].change,
    also: exponentials.slice(1),
  },
  {
    name: "exponential-from-one",
    does: "computes 1 − e^(a − b) by a subtraction",
    belief: "For close scores the exponential is rounded to nearly 1 before it is subtracted; expm1 never forms it.",
    hint: "How many digits has your sigmoidBetween(0, 1e-10)? Which of its factors has so few?",
    change: { [between]: "return sigmoid(b) * sigmoid(-a) * (1 - Math.exp(a - b));" },
    also: [
      ...asked("return sigmoid(b) * sigmoid(-a) * (1 - Math.exp(a - b));"),
      ...asked("return sigmoid(b) * (1 - sigmoid(a)) * (1 - Math.exp(a - b));"),
    ],
  },
  {
    name: "difference-of-logarithms",
    does: "subtracts the logarithms of two sigmoids",
    belief: "The logarithms of close sigmoids cancel as the sigmoids do; the distance a − b itself has all its digits.",
    hint: "How many digits has your sigmoidBetween(0, 1e-10)? Which difference has so few?",
    change: { [between]: "return sigmoid(b) * -Math.expm1(logSigmoid(a) - logSigmoid(b));" },
    also: [
      ...asked("return sigmoid(b) * -Math.expm1(logSigmoid(a) - logSigmoid(b));"),
      ...asked("return sigmoid(-a) * -Math.expm1(logSigmoid(-b) - logSigmoid(-a));"),
      ...asked("return sigmoid(b) * (1 - Math.exp(logSigmoid(a) - logSigmoid(b)));"),
    ],
  },
  {
    name: "from-one-on-both-sides",
    does: "makes small differences out of numbers near 1 or −1, far out on either side",
    belief: "Nothing near 1 has digits left for what is below 1e-16: where so little lies between, 0 remains.",
    hint: "What is your sigmoidBetween(40, 41), and what is your sigmoidBetween(-41, -40)?",
    change: { [between]: "return 1 - sigmoid(a) - sigmoid(-b);" },
    also: [
      ...asked("return 1 - sigmoid(a) - sigmoid(-b);"),
      ...asked("return 1 - (sigmoid(a) + sigmoid(-b));"),
      ...asked("return 1 - sigmoid(-b) - sigmoid(a);"),
      ...asked("return (Math.tanh(b / 2) - Math.tanh(a / 2)) / 2;"),
      ...asked("return (1 + Math.tanh(b / 2)) / 2 - (1 + Math.tanh(a / 2)) / 2;"),
    ],
  },
  {
    name: "slope-times-distance",
    does: "multiplies a slope by the distance of the scores",
    belief: "The slope changes on the way from a to b: slope times distance has few digits, except at tiny distances.",
    hint: "Between 0 and 0.001, how many digits do your result and σ(b) − σ(a) share?",
    change: slopes[0].change,
    also: slopes.slice(1),
  },
  {
    name: "sigmoid-of-the-distance",
    does: "takes the sigmoid of b − a",
    belief: "The same distance is worth much in the middle and little far out: σ has to be asked at both ends.",
    hint: "What lies between 0 and 1, and what between 40 and 41?",
    change: { [between]: "return sigmoid(b - a);" },
    also: [...asked("return sigmoid(b - a);"), ...asked("return sigmoid(b - a) - 0.5;")],
  },
  {
    name: "lower-score-taken-for-granted",
    does: "takes the exponential of a − b also where a is the larger one",
    belief: "e^(a − b) overflows for a far above b: with the scores in order the exponent is never positive.",
    hint: "What is your sigmoidBetween(1000, -1000)?",
    change: { [order]: "" },
    also: [{ change: { [order]: "", ...OWN } }],
  },
  {
    name: "no-sign",
    does: "gives nothing below 0 where a is larger than b",
    belief: "σ(b) − σ(a) is negative there: turning the scores round turns the sign.",
    hint: "What should sigmoidBetween(41, 40) and sigmoidBetween(40, 41) add up to?",
    change: { [order]: "if (a > b) return sigmoidBetween(b, a);" },
    also: [{ change: { [order]: "if (a > b) return 0;" } }],
  },
  {
    name: "other-way-round",
    does: "computes σ(a) − σ(b)",
    belief: "From a to b: the later score comes first in the difference, so that it is positive where b is larger.",
    hint: "Is your sigmoidBetween(-1, 1) positive?",
    change: { [between]: "return sigmoid(b) * sigmoid(-a) * Math.expm1(a - b);" },
    also: asked("return sigmoid(a) - sigmoid(b);"),
  },
  {
    name: "infinity-minus-infinity",
    does: "takes the distance of equal infinities",
    belief: "Infinity − Infinity is NaN; equal scores have nothing between them, so ask before you subtract.",
    hint: "What is your sigmoidBetween(Infinity, Infinity)?",
    change: { [equal]: "" },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "a > b  ⇒  a >= b": "equal scores have been answered before",
  "return (z < 0 ? e : 1) / (1 + e);  ⇒  return (z <= 0 ? e : 1) / (1 + e);": "at 0 the exponential is 1",
};
