import type { Mistake } from "@termwise/check";

const step = "(Math.imul(747796405, state) + 2891336453) >>> 0";
const uniform = "export function uniforms(";
const start = "let state = seed;";
const pairs = "uniforms(seed, n + (n % 2))";
const cosine = "radius * Math.cos(angle)";

/** A generator that is kept under a key; `start` is the state that it begins with. */
const keeps = (start: string, end: string) => ({
  change: {
    [uniform]: `let kept: number | undefined;\nlet first: number | undefined;\n\n${uniform}`,
    "let state = seed;": start,
    "return state / 2 ** 32;": end,
  },
});

const mistakes: Mistake[] = [
  {
    name: "log-of-zero",
    does: "takes the logarithm of u, which may be 0",
    belief: "A uniform number from [0, 1) is 0 now and then, and ln 0 is −∞; 1 − u lies in (0, 1].",
    hint: "Which end of the interval [0, 1) belongs to it?",
    change: { "1 - u[first]": "u[first]" },
    also: [
      ...[
        "1e-7",
        "1e-8",
        "1e-9",
        "1e-10",
        "1e-12",
        "1e-15",
        "1e-16",
        "1e-300",
        "Number.EPSILON",
        "Number.MIN_VALUE",
        "2 ** -33",
      ].flatMap((least) => [
        { change: { "1 - u[first]": `Math.max(u[first], ${least})` } },
        { change: { "1 - u[first]": `u[first] + ${least}` } },
        { change: { "1 - u[first]": `u[first] || ${least}` } },
      ]),
      { change: { "1 - u[first]": "u[first] || 1" } },
    ],
  },
  {
    name: "one-uniform-twice",
    does: "uses the same uniform number for the radius and the angle",
    belief: "Radius and angle must be independent: points from one number lie on a spiral, not in a cloud.",
    hint: "Plot the pairs (z₀, z₁) of a thousand seeds.",
    change: { "u[first + 1]": "u[first]" },
    also: [
      { change: { "1 - u[first]": "1 - u[first / 2]", "u[first + 1]": "u[first / 2]" } },
      { change: { "1 - u[first]": "1 - u[first + 1]" } },
      {
        change: {
          "u[first + 1]": "u[first]",
          [pairs]: "uniforms(seed, n)",
          "const first = k - (k % 2);": "const first = k;",
        },
      },
    ],
  },
  {
    name: "global-random",
    does: "asks Math.random, which nobody can seed",
    belief: "A result that cannot be repeated cannot be checked: all randomness has to come from the seed.",
    hint: "Call it twice with the same seed.",
    change: { [step]: "Math.floor(Math.random() * 2 ** 32)" },
    also: [
      { change: { [pairs]: "Array.from({ length: n + 1 }, () => Math.random())" } },
      { change: { [start]: "let state = Math.floor(Math.random() * 2 ** 32);" } },
    ],
  },
  {
    name: "rounded-product",
    does: "multiplies in floating point and loses the last bits",
    belief: "A product of two 32-bit numbers has up to 64 bits; a number in JavaScript keeps 53 of them.",
    hint: "Compare (747796405 * 4294967295) % 2 ** 32 with the same in BigInt.",
    change: { [step]: "(747796405 * state + 2891336453) % 2 ** 32" },
    also: [
      { change: { [step]: "(747796405 * state + 2891336453) >>> 0" } },
      { change: { [step]: "((747796405 * state) % 2 ** 32 + 2891336453) % 2 ** 32" } },
      { change: { [step]: "(((747796405 * state) >>> 0) + 2891336453) >>> 0" } },
    ],
  },
  {
    name: "signed",
    does: "keeps the state as a signed number",
    belief:
      "The bitwise operators of JavaScript give numbers from −2³¹ to 2³¹ − 1; >>> 0 reads the same bits as 0 to 2³² − 1.",
    hint: "Is one of your uniform numbers negative?",
    change: { [step]: "(Math.imul(747796405, state) + 2891336453) | 0" },
    also: [
      { change: { [step]: "Math.abs((Math.imul(747796405, state) + 2891336453) | 0)" } },
      {
        change: {
          [step]: "(Math.imul(747796405, state) + 2891336453) | 0",
          "return state / 2 ** 32;": "return Math.abs(state) / 2 ** 32;",
        },
      },
    ],
  },
  {
    name: "closed-interval",
    does: "divides by 2³² − 1, so that 1 can come out",
    belief: "There are 2³² states, 0 to 2³² − 1: divided by 2³² they fill [0, 1) evenly.",
    hint: "What does the largest state give?",
    change: { "state / 2 ** 32": "state / (2 ** 32 - 1)" },
  },
  {
    name: "seed-first",
    does: "gives out the seed itself as the first number",
    belief:
      "The state moves first and is given out then; otherwise neighbouring seeds start with neighbouring numbers.",
    hint: "What should seed 0 begin with?",
    change: {
      "return state / 2 ** 32;": "return before / 2 ** 32;",
      [`state = ${step};`]: `const before = state;\n    state = ${step};`,
    },
  },
  {
    name: "goes-on",
    does: "goes on where the last call stopped",
    belief: "The seed decides everything: whoever calls twice with the same seed gets the same numbers twice.",
    hint: "Call uniforms(1, 2) two times.",
    change: {
      [uniform]: `let kept: number | undefined;\n\n${uniform}`,
      [start]: "let state = kept ?? seed;",
      "return state / 2 ** 32;": "kept = state;\n    return state / 2 ** 32;",
    },
    also: [
      {
        change: {
          [uniform]: `const kept = new Map<number, number>();\n\n${uniform}`,
          [start]: "let state = kept.get(seed) ?? seed;",
          "return state / 2 ** 32;": "kept.set(seed, state);\n    return state / 2 ** 32;",
        },
      },
      keeps(
        "if (first !== seed) kept = undefined;\n  first = seed;\n  let state = kept ?? seed;",
        "kept = state;\n    return state / 2 ** 32;",
      ),
    ],
  },
  {
    name: "sine-thrown-away",
    does: "uses only the cosine of each pair",
    belief: "Cosine and sine of one pair are independent normal numbers: each pair makes two.",
    hint: "How many uniform numbers do you use for 10 normal ones?",
    change: {
      [pairs]: "uniforms(seed, 2 * n)",
      "const first = k - (k % 2);": "const first = 2 * k;",
      "k % 2 === 0 ?": "k >= 0 ?",
    },
    also: [
      {
        change: {
          [pairs]: "uniforms(seed, n + 1)",
          "const first = k - (k % 2);": "const first = k;",
          "k % 2 === 0 ?": "k >= 0 ?",
        },
      },
    ],
  },
  {
    name: "cosine-twice",
    does: "returns the cosine twice for each pair",
    belief: "The second number of a pair is r sin θ; two equal numbers in a row are not independent.",
    hint: "Are z₀ and z₁ different?",
    change: { "radius * Math.sin(angle)": "radius * Math.cos(angle) + 0" },
  },
  {
    name: "sine-first",
    does: "gives the sine before the cosine",
    belief: "Both orders would be normal; the contract fixes one, so that two programs give the same numbers.",
    hint: "Read the order in the contract.",
    change: { [cosine]: "radius * Math.sin(angle) + 0", "radius * Math.sin(angle);": "radius * Math.cos(angle);" },
  },
  {
    name: "no-two",
    does: "leaves out the 2 under the root",
    belief: "r² must have mean 2, one for each coordinate: without the 2 the variance comes out as 1/2.",
    hint: "Measure the variance of 10,000 numbers.",
    change: { "-2 * Math.log": "-Math.log" },
  },
  {
    name: "half-turn",
    does: "uses angles up to π only",
    belief: "The angle must reach all the way round; with half a turn the sine is never negative.",
    hint: "Is every second number positive?",
    change: { "2 * Math.PI": "Math.PI" },
    also: ["360 * u", "u", "(Math.PI / 2) * u", "180 * u"].map((angle) => ({ change: { "2 * Math.PI * u": angle } })),
  },
  {
    name: "even-only",
    does: "returns one number too many, or too few, when n is odd",
    belief: "The last pair is begun even if only its cosine is needed.",
    hint: "Ask for 3 numbers.",
    change: {
      "return Array.from({ length: n }, (_, k) => {\n    const first":
        "return Array.from({ length: n + (n % 2) }, (_, k) => {\n    const first",
    },
    also: [
      {
        change: {
          "return Array.from({ length: n }, (_, k) => {\n    const first":
            "return Array.from({ length: n - (n % 2) }, (_, k) => {\n    const first",
        },
      },
      { change: { [pairs]: "uniforms(seed, n)" } },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "state = (Math.imul(747796405, state) + 2891336453) >>> 0;  ⇒  state = (Math.imul(state, 747796405) + 2891336453) >>> 0;":
    "a product does not mind the order of its factors",
  "const u = uniforms(seed, n + (n % 2));  ⇒  const u = uniforms(seed, n + (n * 2));":
    "more uniform numbers than needed change nothing",
};
