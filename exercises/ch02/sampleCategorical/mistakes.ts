import type { Mistake } from "@termwise/check";

const test = "if (u < sum) return k;";
const signature = "export function sampleCategorical(p: readonly number[], u: number): number {";
const guard = "p.some((x) => !(x >= 0)) || !(Math.abs(total - 1) <= 1e-6)";

const stepOn = "sum += p[k];";
const walk = "for (let k = 0; k < p.length; k++) {";
/** The probabilities of an earlier list are kept until `when`; what is checked is the new list. */
const keeps = (when: string) => ({
  change: {
    [signature]: `let kept: readonly number[] = [];\n\n${signature}`,
    "  let sum = 0;\n  let last": `  if (${when}) kept = p.map((_, k) => p.slice(0, k + 1).reduce((s, x) => s + x, 0));\n  let sum = 0;\n  let last`,
    [walk]: "for (let k = 0; k < kept.length; k++) {",
    [stepOn]: "sum = kept[k];",
  },
});
/** What the check of the probabilities lets through. */
const letsThrough = (condition: string) => ({ change: { [guard]: condition } });
const off = "!(Math.abs(total - 1) <= 1e-6)";

const mistakes: Mistake[] = [
  {
    name: "boundary-to-the-left",
    does: "gives a boundary to the piece on its left",
    belief:
      "u starts at 0, so pieces must contain their left end; otherwise u = 0 could draw a category of probability 0.",
    hint: "p = [0, 1] and u = 0: what must come out?",
    change: { [test]: "if (u <= sum) return k;" },
    also: [{ change: { [test]: "if (u <= sum && p[k] > 0) return k;" } }],
  },
  {
    name: "one-further",
    does: "returns the index after the piece in which u lies",
    belief: "The piece that ends at the running sum is the one whose probability was added last.",
    hint: "p = [1]: which index is there?",
    change: { [test]: "if (u < sum) return k + 1;" },
    also: [
      { change: { "sum += p[k];\n    if (u < sum) return k;": "if (u < sum) return k;\n    sum += p[k];" } },
      { change: { [test]: "if (u < sum) return Math.min(k + 1, p.length - 1);" } },
    ],
  },
  {
    name: "one-before",
    does: "returns the index before the piece in which u lies",
    belief: "When u lies below the running sum, it lies in the piece that was added last, not in the one before it.",
    hint: "p = [0.2, 0.5, 0.3] and u = 0.9: which piece?",
    change: { [test]: "if (u < sum) return k - 1;" },
    also: [{ change: { [test]: "if (u < sum) return Math.max(0, k - 1);" } }],
  },
  {
    name: "past-the-end",
    does: "returns an index that does not exist when rounding leaves a gap",
    belief: "Ten times 0.1 is a little less than 1 in floating point: a u in the gap must still draw something.",
    hint: "What comes after your loop?",
    change: { "return last;": "return p.length;" },
    also: ["-1", "undefined as never", "NaN", "null as never"].map((missing) => ({
      change: { "return last;": `return ${missing};` },
    })),
  },
  {
    name: "gap-to-the-last-entry",
    does: "gives the gap of rounding to the last entry, even if its probability is 0",
    belief: "A category of probability 0 must never be drawn, not even once in 10¹⁶.",
    hint: "What if p ends with zeros?",
    change: { "return last;": "return p.length - 1;" },
    also: [{ change: { "if (p[k] > 0) last = k;": "last = k;" } }],
  },
  {
    name: "gap-to-the-first",
    does: "gives the gap of rounding to the first category",
    belief: "u in the gap lies at the right end of the interval, next to the last category.",
    hint: "Which piece is nearest to u = 0.9999999999999999?",
    change: { "return last;": "return 0;" },
  },
  {
    name: "state-kept",
    does: "keeps the running sums of the first list it was given",
    belief: "Each call stands for itself: the probabilities may be different every time.",
    hint: "Call it with two different lists, one after the other.",
    change: {
      [signature]: `let kept: readonly number[] | undefined;\n\nexport function sampleCategorical(given: readonly number[], u: number): number {\n  kept ??= given;\n  const p = kept;`,
    },
    also: [
      {
        change: {
          [signature]: `let sum = 0;\n\n${signature}`,
          "  let sum = 0;\n  let last": "  sum = sum >= 1 ? 0 : sum;\n  let last",
        },
      },
      { change: { [signature]: `let sum = 0;\n\n${signature}`, "  let sum = 0;\n  let last": "  let last" } },
      keeps("kept.length === 0"),
      keeps("kept.length !== p.length"),
      keeps("kept.length < p.length"),
    ],
  },
  {
    name: "most-likely",
    does: "always returns the most likely category",
    belief: "Drawing is not choosing the best: every category comes as often as its probability says.",
    hint: "Does your result depend on u?",
    change: { [test]: "if (p[k] === Math.max(...p)) return k;" },
  },
  {
    name: "normalises-silently",
    does: "divides by the sum instead of complaining",
    belief: "Numbers that do not sum to 1 are often scores that were never put through a softmax; dividing hides it.",
    hint: "What should happen with [2, 2]?",
    change: { [guard]: "p.some((x) => !(x >= 0)) || p.length === 0", "sum += p[k];": "sum += p[k] / total;" },
    also: [
      "p.some((x) => !(x >= 0))",
      "p.some((x) => !(x >= 0)) || !(total > 0)",
      "p.some((x) => x < 0)",
      "p.some((x) => x < 0) || p.length === 0",
      "p.length === 0",
      "false",
    ].map((condition) => ({ change: { [guard]: condition, [stepOn]: "sum += p[k] / total;" } })),
  },
  {
    name: "no-check",
    does: "draws from numbers that are no probabilities",
    belief: "Numbers that do not sum to 1, or that are negative, would be drawn from without a word.",
    hint: "What should happen with [0.5, 1]?",
    change: { [guard]: "false" },
    also: [
      ...[
        "p.length === 0",
        "p.some((x) => !(x >= 0))",
        "p.some((x) => x < 0)",
        "p.some((x) => x < 0 || x > 1)",
        "p.some((x) => !(x >= 0 && x <= 1))",
        "p.some((x) => !(x >= 0)) || p.length === 0",
        "p.some((x) => !(x >= 0)) || total > 1 + 1e-6",
        "p.some((x) => !(x >= 0)) || !(total <= 1 + 1e-6)",
        "p.some((x) => !(x >= 0)) || !(total >= 1 - 1e-6)",
        "p.some((x) => x < 0) || Math.abs(total - 1) > 1e-6",
      ].map(letsThrough),
      {
        change: {
          "throw new Error(`sampleCategorical: probabilities must be at least 0 and sum to 1, these sum to ${total}`)":
            'throw new Error("no probabilities")',
        },
      },
      ...["return -1", "return NaN"].map((instead) => ({
        change: {
          "throw new Error(`sampleCategorical: probabilities must be at least 0 and sum to 1, these sum to ${total}`)":
            instead,
        },
      })),
    ],
  },
  {
    name: "sum-only",
    does: "checks the sum and not the single entries",
    belief: "A negative entry and one too large can sum to 1 and still be no probabilities.",
    hint: "What about [0.5, -0.25, 0.75]?",
    change: { "p.some((x) => !(x >= 0)) || ": "" },
    also: [letsThrough(`p.some((x) => Number.isNaN(x)) || ${off}`), letsThrough("Math.abs(total - 1) > 1e-6")],
  },
  {
    name: "exact-sum",
    does: "insists that the sum is exactly 1",
    belief: "Ten times 0.1 sums to 0.9999999999999999: a check of floats needs a tolerance.",
    hint: "Which tolerance does the contract give?",
    change: { "!(Math.abs(total - 1) <= 1e-6)": "total !== 1" },
    also: ["1e-16", "1e-15", "1e-14", "1e-12", "1e-10", "1e-9", "1e-8", "Number.EPSILON"].map((tol) => ({
      change: { "!(Math.abs(total - 1) <= 1e-6)": `!(Math.abs(total - 1) <= ${tol})` },
    })),
  },
  {
    name: "one-probability",
    does: "compares u with each probability instead of the running sum",
    belief: "A piece begins where the piece before it ends: what u is compared with has to grow along the list.",
    hint: "p = [0.5, 0.5]: can the second one ever be drawn?",
    change: { "sum += p[k];": "sum = p[k];" },
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "let last = 0;  ⇒  let last = 1;": "some probability is above 0, so that last is set before it is read",
  "Math.abs(total - 1) <= 1e-6  ⇒  Math.abs(total - 1) < 1e-6": "no sum of floats is off by exactly the tolerance",
  "k < p.length  ⇒  k <= p.length": "one round more adds undefined: the sum is NaN, which u is not below",
};
