import type { Mistake, Variant } from "@termwise/check";

const ce = "(x > 0 ? sum - x * Math.log(q[k]) : sum)";
const kl = "(x > 0 ? sum + x * (Math.log(x) - Math.log(q[k])) : sum)";
const lengths = "if (p.length !== q.length)";
const negative = "list.some((x) => x < 0) || ";
const total = "!(Math.abs(total - 1) <= 1e-6)";
const entropy = "return crossEntropy(p, p);";

const added = (eps: string): Record<string, string> => ({
  [ce]: `sum - x * Math.log(q[k] + ${eps})`,
  [kl]: `sum + x * (Math.log(x + ${eps}) - Math.log(q[k] + ${eps}))`,
});
const clipped = (eps: string): Record<string, string> => ({
  [ce]: `sum - x * Math.log(Math.max(q[k], ${eps}))`,
  [kl]: `sum + x * (Math.log(Math.max(x, ${eps})) - Math.log(Math.max(q[k], ${eps})))`,
});

const mistakes: Mistake[] = [
  {
    name: "epsilon-everywhere",
    does: "adds a small number to the probabilities, or clips them",
    belief:
      "That turns Infinity into some 20 or 30 and changes every other result a little. The rules for 0 need no help.",
    hint: "What does your code say of an impossible event that happens?",
    change: added("1e-12"),
    also: ["1e-6", "1e-7", "1e-8", "1e-9", "1e-10", "1e-15", "1e-16", "Number.EPSILON"].flatMap((eps) => [
      { change: added(eps) },
      { change: clipped(eps) },
      {
        change: {
          [kl]: `(x > 0 ? sum + x * (Math.log(x) - Math.log(q[k] + ${eps})) : sum)`,
          [ce]: `(x > 0 ? sum - x * Math.log(q[k] + ${eps}) : sum)`,
        },
      },
    ]),
  },
  {
    name: "weighted-by-q",
    does: "weighs with q in the divergence, as the other direction does",
    belief: "Events come with the probabilities p: p weighs, and q is what was believed.",
    hint: "Which of the two numbers in front of the logarithm does the definition have?",
    change: { [kl]: "(q[k] > 0 ? sum + q[k] * (Math.log(q[k]) - Math.log(x)) : sum)" },
    also: [
      { change: { [kl]: "(x > 0 ? (q[k] > 0 ? sum + q[k] * (Math.log(x) - Math.log(q[k])) : Infinity) : sum)" } },
      { change: { [kl]: "(x > 0 ? sum + q[k] * (Math.log(x) - Math.log(q[k])) : sum)" } },
      { change: { [kl]: "(x > 0 && q[k] > 0 ? sum + q[k] * (Math.log(x) - Math.log(q[k])) : sum)" } },
      {
        change: {
          [kl]: "(q[k] > 0 ? sum + q[k] * (Math.log(q[k]) - Math.log(x)) : sum)",
          [ce]: "(q[k] > 0 ? sum - q[k] * Math.log(x) : sum)",
        },
      },
    ],
  },
  {
    name: "cross-entropy-weighted-by-q",
    does: "weighs the surprise of p with q in the cross-entropy",
    belief: "What happens is drawn from p; the surprise −ln q is that of the believer in q.",
    hint: "p = [1, 0], q = [0.5, 0.5]: how surprised is the believer on average?",
    change: { [ce]: "(q[k] > 0 ? sum - q[k] * Math.log(x) : sum)" },
  },
  {
    name: "kl-is-cross-entropy",
    does: "takes the cross-entropy for the divergence",
    belief:
      "They are equal only where p has all its weight on one event. In general the entropy of p lies between them.",
    hint: "What is your divergence of [0.5, 0.5] from itself?",
    change: { [kl]: ce },
  },
  {
    name: "zero-times-log-zero",
    does: "multiplies 0 with ln 0",
    belief: "0 · −Infinity is NaN on a computer; the limit of x ln x at 0 is 0, so such terms are left out.",
    hint: "What is 0 * Math.log(0)?",
    change: { [ce]: "sum - x * Math.log(q[k])", [kl]: "sum + x * (Math.log(x) - Math.log(q[k]))" },
    also: [
      { change: { [kl]: "sum + x * (Math.log(x) - Math.log(q[k]))" } },
      { change: { [ce]: "sum - x * Math.log(q[k])" } },
    ],
  },
  {
    name: "impossible-events-skipped",
    does: "leaves out every event with q = 0",
    belief:
      "If it happens, p > 0, no finite number is large enough: the believer ruled it out. Only p = 0 makes a term 0.",
    hint: "p = [0.5, 0.5], q = [1, 0]: what does the second event cost?",
    change: {
      [ce]: "(x > 0 && q[k] > 0 ? sum - x * Math.log(q[k]) : sum)",
      [kl]: "(x > 0 && q[k] > 0 ? sum + x * (Math.log(x) - Math.log(q[k])) : sum)",
    },
    also: [
      { change: { [kl]: "(x > 0 && q[k] > 0 ? sum + x * (Math.log(x) - Math.log(q[k])) : sum)" } },
      { change: { [ce]: "(x > 0 && q[k] > 0 ? sum - x * Math.log(q[k]) : sum)" } },
    ],
  },
  {
    name: "infinite-for-every-zero-of-q",
    does: "returns Infinity whenever q has a 0, even where p has one too",
    belief: "An event that never happens costs nothing, also for somebody who held it impossible.",
    hint: "p = q = [1, 0]: is there anything to be surprised about?",
    change: {
      [kl]: "(q[k] === 0 ? Infinity : x > 0 ? sum + x * (Math.log(x) - Math.log(q[k])) : sum)",
      [ce]: "(q[k] === 0 ? Infinity : x > 0 ? sum - x * Math.log(q[k]) : sum)",
    },
    also: [
      { change: { [kl]: "(q[k] === 0 ? Infinity : x > 0 ? sum + x * (Math.log(x) - Math.log(q[k])) : sum)" } },
      {
        change: {
          "return p.reduce((sum, x, k) => (x > 0 ? sum - x * Math.log(q[k]) : sum), 0);":
            "if (p !== q && q.includes(0)) return Infinity;\n  return p.reduce((sum, x, k) => (x > 0 ? sum - x * Math.log(q[k]) : sum), 0);",
          "return p.reduce((sum, x, k) => (x > 0 ? sum + x * (Math.log(x) - Math.log(q[k])) : sum), 0);":
            "if (q.includes(0)) return Infinity;\n  return p.reduce((sum, x, k) => (x > 0 ? sum + x * (Math.log(x) - Math.log(q[k])) : sum), 0);",
        },
      },
    ],
  },
  {
    name: "plus-sign",
    does: "forgets the minus of entropy and cross-entropy",
    belief: "Logarithms of probabilities are at most 0; a surprise is minus the logarithm.",
    hint: "Is your entropy of a fair coin positive?",
    change: { [ce]: "(x > 0 ? sum + x * Math.log(q[k]) : sum)" },
    also: [{ change: { [entropy]: "return -crossEntropy(p, p);" } }],
  },
  {
    name: "kl-reversed-sign",
    does: "turns the sign of the divergence",
    belief: "p ln(p / q) adds up to at least 0: believing in q never saves anything on average.",
    hint: "Can your divergence be negative?",
    change: { [kl]: "(x > 0 ? sum + x * (Math.log(q[k]) - Math.log(x)) : sum)" },
  },
  {
    name: "made-symmetric",
    does: "takes the mean of both directions, or their sum",
    belief:
      "KL is no distance: to believe in too little costs infinitely much, to believe in too much a finite amount.",
    hint: "Does your code tell klDivergence(p, q) from klDivergence(q, p)?",
    change: {
      [kl]: "sum + ((x > 0 ? x * (Math.log(x) - Math.log(q[k])) : 0) + (q[k] > 0 ? q[k] * (Math.log(q[k]) - Math.log(x)) : 0)) / 2",
    },
    also: [
      {
        change: {
          [kl]: "sum + ((x > 0 ? x * (Math.log(x) - Math.log(q[k])) : 0) + (q[k] > 0 ? q[k] * (Math.log(q[k]) - Math.log(x)) : 0))",
        },
      },
    ],
  },
  {
    name: "bits",
    does: "measures in bits, with logarithms to base 2",
    belief: "The contract says nats. A bit is ln 2 ≈ 0.693 nats.",
    hint: "What is the entropy of a fair coin in nats?",
    change: {
      [ce]: "(x > 0 ? sum - x * Math.log2(q[k]) : sum)",
      [kl]: "(x > 0 ? sum + x * (Math.log2(x) - Math.log2(q[k])) : sum)",
    },
    also: [{ change: { [kl]: "(x > 0 ? sum + x * (Math.log2(x) - Math.log2(q[k])) : sum)" } }],
  },
  {
    name: "mean-over-events",
    does: "divides by the number of events",
    belief: "The weights p make it a mean already.",
    hint: "Add an event that never happens to both lists. Should anything change?",
    change: { [`${ce}, 0)`]: `${ce}, 0) / p.length`, [`${kl}, 0)`]: `${kl}, 0) / p.length` },
    also: [
      { change: { [`${kl}, 0)`]: `${kl}, 0) / p.length` } },
      { change: { [`${ce}, 0)`]: `${ce}, 0) / p.length` } },
    ],
  },
  {
    name: "quotient-overflows",
    does: "divides p by q before it takes the logarithm",
    belief:
      "1 / 2⁻¹⁰⁷⁴ is Infinity, although its logarithm is only 744: the difference of two logarithms has no such limit.",
    hint: "What is 1 / 2 ** -1074 on your computer?",
    change: { [kl]: "(x > 0 ? sum + x * Math.log(x / q[k]) : sum)" },
  },
  {
    name: "lengths-unchecked",
    does: "compares lists of different length",
    belief: "The missing entries are undefined, and what comes out of them is NaN or silently too small.",
    hint: "What is your divergence of [1] from [1, 0]?",
    change: { [lengths]: "if (false)" },
    also: [{ change: { [lengths]: "if (p.length > q.length)" } }],
  },
  {
    name: "sum-unchecked",
    does: "accepts numbers that do not sum to 1",
    belief:
      "Counts or scores passed as probabilities give results that look fine and mean nothing, even negative divergences.",
    hint: "What is your entropy of [0.5, 0.25]?",
    change: { [total]: "false" },
    also: [
      { change: { "for (const list of [p, q])": "for (const list of [p])" } },
      { change: { "for (const list of [p, q])": "for (const list of [q])" } },
      { change: { "for (const list of [p, q])": "for (const list of [])" } },
    ],
  },
  {
    name: "negative-accepted",
    does: "accepts negative numbers as long as the sum is 1",
    belief: "A probability is at least 0; [1.5, −0.5] sums to 1 and is none.",
    hint: "What does your code make of [1.5, -0.5]?",
    change: { [negative]: "" },
  },
  {
    name: "sum-must-be-exactly-one",
    does: "refuses sums that miss 1 by a rounding error",
    belief: "0.1 + 0.2 + 0.7 is 0.9999999999999999: floats are compared with a tolerance.",
    hint: "Does your function accept three events of a third each, or ten of a tenth?",
    change: { [total]: "total !== 1" },
    also: [
      { change: { [total]: "!(Math.abs(total - 1) <= 1e-12)" } },
      { change: { [total]: "!(Math.abs(total - 1) < 1e-9)" } },
    ],
  },
];
/** The same mistake in a divergence that divides before it takes the logarithm. */
const divided = ({ change = {} }: Variant): Variant => ({
  change: Object.fromEntries(
    Object.entries(change).map(([from, to]) => [
      from,
      to.replaceAll(
        /\(Math\.(log2?)\(([^()]+|Math\.max\([^()]+\))\) - Math\.log2?\(([^()]+|Math\.max\([^()]+\))\)\)/g,
        "Math.$1(($2) / ($3))",
      ),
    ]),
  ),
});
const differs = (a: Variant, b: Variant): boolean => JSON.stringify(a.change) !== JSON.stringify(b.change);
export default mistakes.map((mistake): Mistake => {
  const ways = [{ change: mistake.change }, ...(mistake.also ?? [])];
  return { ...mistake, also: [...ways.slice(1), ...ways.map(divided).filter((way, k) => differs(way, ways[k]))] };
});

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return crossEntropy(p, p);  ⇒  return crossEntropy(p, p);": "both arguments are the same",
  "check(p, q);  ⇒  check(q, p);": "both lists are checked in the same way",
  "const total = list.reduce((sum, x) => sum + x, 0);  ⇒  const total = list.reduce((sum, x) => sum + x);":
    "a distribution has at least one entry, and the sum may begin with it",
  "Math.abs(total - 1) <= 1e-6  ⇒  Math.abs(total - 1) < 1e-6": "no sum of floats misses 1 by exactly 10⁻⁶",
};
