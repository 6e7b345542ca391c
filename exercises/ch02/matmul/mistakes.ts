import type { Mistake } from "@termwise/check";

const inner = "c[i * n + j] += a[i * k + p] * b[p * n + j]";
const guardA = "if (a.length !== m * k) throw new Error(`matmul: a has ${a.length} numbers, but m × k = ${m * k}`);";
const guardB = "if (b.length !== k * n) throw new Error(`matmul: b has ${b.length} numbers, but k × n = ${k * n}`);";
const made = "const c = new Array<number>(m * n).fill(0);";

const loops = `for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      for (let j = 0; j < n; j++) ${inner};
    }
  }`;
/** Entry by entry, with the running sum begun where `once`, `row` or `entry` stands. */
const walk = (once: string, row: string, entry: string): string =>
  `${once} for (let i = 0; i < m; i++) { ${row} for (let j = 0; j < n; j++) { ${entry}
    for (let p = 0; p < k; p++) sum += a[i * k + p] * b[p * n + j];
    c[i * n + j] = sum; } }`;

/** What a check of one length lets through; the others are as in the solution. */
const checks = (a: string, b: string) => ({ change: { "a.length !== m * k": a, "b.length !== k * n": b } });
const [rightA, rightB] = ["a.length !== m * k", "b.length !== k * n"];
const buffer = (key: string) => ({
  change: {
    "export function matmul(": "const kept = new Map<string, number[]>();\n\nexport function matmul(",
    [made]: `const key = ${key};\n  const c = kept.get(key) ?? new Array<number>(m * n).fill(0);\n  kept.set(key, c);`,
    "return c;": "return [...c];",
  },
});

const mistakes: Mistake[] = [
  {
    name: "column-by-row",
    does: "walks down the columns of a and along the rows of b",
    belief: "Entry (i, j) of a product is row i of the left factor times column j of the right one.",
    hint: "Multiply a row vector by a column vector by hand. Is the result one number?",
    change: { [inner]: "c[i * n + j] += (a[p * m + i] ?? 0) * (b[j * k + p] ?? 0)" },
  },
  {
    name: "right-factor-transposed",
    does: "reads b as if it were stored column by column",
    belief: "Both factors are row-major: the next number down a column of b is n places further on.",
    hint: "Which two numbers of b are in its first column?",
    change: { "b[p * n + j]": "b[j * k + p]" },
  },
  {
    name: "left-factor-transposed",
    does: "reads a as if it were stored column by column",
    belief: "Both factors are row-major: the numbers of a row of a stand beside each other.",
    hint: "Which three numbers of a are in its first row?",
    change: { "a[i * k + p]": "a[p * m + i]" },
  },
  {
    name: "result-transposed",
    does: "writes the result column by column",
    belief: "The result has shape [m, n]: its entry (i, j) is number i · n + j.",
    hint: "Check entry (0, 1) of the example.",
    change: { "c[i * n + j]": "c[j * m + i]" },
  },
  {
    name: "square-only",
    does: "uses one size for every stride",
    belief: "A row of a has k numbers, a row of b and of the result n: three different strides when the sizes differ.",
    hint: "Try m = 1, k = 2, n = 3.",
    change: { "a[i * k + p]": "a[i * n + p]" },
    also: [
      { change: { "b[p * n + j]": "b[p * k + j]" } },
      { change: { "b[p * n + j]": "b[p * m + j]" } },
      { change: { "a[i * k + p]": "a[i * m + p]" } },
      { change: { "a[i * k + p]": "a[i * m + p]", "b[p * n + j]": "b[p * m + j]", "c[i * n + j]": "c[i * m + j]" } },
      { change: { "c[i * n + j]": "c[i * m + j]" } },
      { change: { "c[i * n + j]": "c[i * k + j]" } },
      { change: { "a[i * k + p]": "a[i * n + p]", "b[p * n + j]": "b[p * k + j]" } },
      { change: { "a[i * k + p]": "a[i * n + p]", "c[i * n + j]": "c[i * k + j]" } },
      { change: { "b[p * n + j]": "b[p * k + j]", "c[i * n + j]": "c[i * k + j]" } },
      { change: { "a[i * k + p]": "a[i * m + p]", "b[p * n + j]": "b[p * m + j]" } },
      { change: { "b[p * n + j]": "b[p * m + j]", "c[i * n + j]": "c[i * m + j]" } },
      { change: { "b[p * n + j]": "b[p * k + j]", "c[i * n + j]": "c[i * m + j]" } },
    ],
  },
  {
    name: "not-zeroed",
    does: "adds to what the last call left behind",
    belief: "A sum needs its own start: a buffer that is kept has to be set to zero before it is added to.",
    hint: "Call it twice with the same matrices.",
    change: {
      "export function matmul(": "const kept = new Map<number, number[]>();\n\nexport function matmul(",
      [made]: "const c = kept.get(m * n) ?? new Array<number>(m * n).fill(0);\n  kept.set(m * n, c);",
      "return c;": "return [...c];",
    },
    also: [
      { change: { [loops]: walk("let sum = 0;", "", "") } },
      { change: { [loops]: walk("", "let sum = 0;", "") } },
      {
        change: {
          "export function matmul(": "let kept: number[] = [];\n\nexport function matmul(",
          [made]: "const c = kept;\n  while (c.length < m * n) c.push(0);\n  c.length = m * n;\n  kept = c;",
          "return c;": "return [...c];",
        },
      },
      buffer("`${m} ${n}`"),
      buffer("`${m} ${k} ${n}`"),
    ],
  },
  {
    name: "overwrites",
    does: "keeps only the last product of each sum",
    belief: "An entry is a sum over the inner size: each product is added to the ones before it.",
    hint: "What does [1, 1] times [1, 1] as row and column give?",
    change: { "+= a[": "= a[" },
  },
  {
    name: "elementwise",
    does: "multiplies entry by entry",
    belief: "The matrix product is not the product of the entries; that one needs equal shapes.",
    hint: "What is a [2, 3] times [3, 2] product's shape?",
    change: { [inner]: "c[i * n + j] = (a[i * n + j] ?? 0) * (b[i * n + j] ?? 0)" },
  },
  {
    name: "no-guard",
    does: "computes with lists of the wrong length",
    belief: "A number that is not there is undefined, and undefined times anything is NaN, far from its cause.",
    hint: "What should a caller read who swapped k and n?",
    change: { [guardA]: "", [guardB]: "" },
    also: [
      { change: { [guardA]: "" } },
      { change: { [guardB]: "" } },
      checks("a.length < m * k", "b.length < k * n"),
      checks("a.length > m * k", "b.length > k * n"),
      checks("a.length < m * k", rightB),
      checks("a.length > m * k", rightB),
      checks(rightA, "b.length > k * n"),
      checks("a.length < m * k", "b.length < 0"),
      checks("a.length % k !== 0", "b.length % k !== 0"),
      ...[true, false].map((both) => ({
        change: {
          [guardA]: guardA.replace(/throw.*/, "return [];"),
          ...(both ? { [guardB]: guardB.replace(/throw.*/, "return [];") } : {}),
        },
      })),
      {
        change: {
          [guardA]: guardA.replace(/throw.*/, 'throw new Error("wrong length");'),
          [guardB]: guardB.replace(/throw.*/, 'throw new Error("wrong length");'),
        },
      },
    ],
  },
  {
    name: "only-multiplications",
    does: "counts the multiplications only",
    belief: "Each product is also added to a sum: two operations for each of the m · k · n terms.",
    hint: "How many + are in the innermost line?",
    change: { "2 * m * k * n": "m * k * n" },
  },
  {
    name: "one-addition-less",
    does: "counts k − 1 additions for each entry",
    belief:
      "Here the sum starts at 0, so that each of the k products is added; that is how operations are usually counted.",
    hint: "What does the running sum hold before the first product?",
    change: { "2 * m * k * n": "m * n * (2 * k - 1)" },
  },
  {
    name: "size-of-the-result",
    does: "counts two operations for each entry of the result",
    belief: "Each entry of the result costs k multiplications, not one: the inner size belongs in the count.",
    hint: "Double k. Does the work double?",
    change: { "2 * m * k * n": "2 * m * n" },
    also: [{ change: { "2 * m * k * n": "m * n" } }],
  },
];
export default mistakes;
