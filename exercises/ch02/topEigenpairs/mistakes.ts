import type { Mistake } from "@termwise/check";

const deflate = "a - value * vector[i] * vector[j]";
const value = "dot(vector, times(rest, vector))";
const settled = "1 - Math.abs(dot(v, next)) < 1e-15";
const signed = "v.map((x) => x * Math.sign(largest))";

const search = "for (let step = 0; step < 5000; step++) {";
const stepped = "const next = unit(times(A, v));";
/** Stops when the estimate of the eigenvalue moves by less than this, a hundred steps and more before the vector. */
const valueSettles = (estimate: string, tol: string) => ({
  change: {
    [search]: `let value = Infinity;\n  ${search}`,
    [stepped]: `${stepped}\n    const estimate = ${estimate};\n    const moved = Math.abs(estimate - value);\n    value = estimate;`,
    [settled]: `moved < ${tol}`,
  },
});
const SETTLING = ["dot(v, times(A, v))", "dot(next, times(A, next))", "Math.sqrt(dot(times(A, v), times(A, v)))"];
const mistakes: Mistake[] = [
  {
    name: "sign-alternates",
    does: "waits until the vector itself stops changing, and gives up on a negative eigenvalue",
    belief:
      "With a negative eigenvalue the vector turns round at every step: the direction settles, the vector never does.",
    hint: "Run it on [[-2]] and print the vector at each step.",
    change: {
      [settled]: "Math.hypot(...next.map((x, i) => x - v[i])) < 1e-9",
      "if (settled) break;": 'if (settled) break;\n    if (step === 4999) throw new Error("no convergence");',
    },
    also: [
      {
        change: {
          [settled]: "1 - dot(v, next) < 1e-15",
          "if (settled) break;": 'if (settled) break;\n    if (step === 4999) throw new Error("no convergence");',
        },
      },
    ],
  },
  {
    name: "size-only",
    does: "takes the length of A · v as the eigenvalue",
    belief: "A length has no sign. vᵀ A v has: it is negative where the vector is turned round.",
    hint: "Which value do you return for [[-2]]?",
    change: { [value]: "Math.sqrt(dot(times(rest, vector), times(rest, vector)))" },
    also: [{ change: { "pairs.push({ value, vector });": "pairs.push({ value: Math.abs(value), vector });" } }],
  },
  {
    name: "no-deflation",
    does: "finds the same pair again and again",
    belief: "The largest eigenvalue wins every time until it is taken out of the matrix.",
    hint: "Are your first two vectors different?",
    change: { [deflate]: "a" },
  },
  {
    name: "deflates-with-a-long-vector",
    does: "takes out λ v vᵀ with a vector whose length is not 1",
    belief: "λ v vᵀ maps v to λ |v|² v: only with |v| = 1 does that cancel A v exactly.",
    hint: "What does your deflated matrix make of v? It should be 0.",
    change: {
      [deflate]:
        "a - value * (vector[i] / Math.max(...vector.map(Math.abs))) * (vector[j] / Math.max(...vector.map(Math.abs)))",
    },
    also: [
      { change: { [deflate]: "a - value * value * vector[i] * vector[j]" } },
      { change: { [deflate]: "a - value * value * value * vector[i] * vector[j]" } },
    ],
  },
  {
    name: "rayleigh-not-normalised",
    does: "computes vᵀ A v with a vector whose length is not 1",
    belief: "vᵀ A v is λ |v|²: divide by vᵀ v, or use a vector of length 1.",
    hint: "Double the vector. Should the eigenvalue change?",
    change: { [value]: "dot(times(rest, vector), times(rest, times(rest, vector)))" },
    also: [
      { change: { [value]: "dot(vector, times(rest, vector)) / Math.max(...vector.map(Math.abs)) ** 2" } },
      { change: { [value]: "dot(times(rest, vector), times(rest, vector))" } },
      { change: { [value]: "dot(vector, times(rest, vector)) * vector.length" } },
    ],
  },
  {
    name: "not-a-unit-vector",
    does: "returns vectors whose length is not 1",
    belief: "An eigenvector has no length of its own, so the contract fixes it: 1.",
    hint: "What is the sum of the squares of your entries?",
    change: { "pairs.push({ value, vector });": "pairs.push({ value, vector: times(rest, vector) });" },
    also: [
      {
        change: {
          "pairs.push({ value, vector });":
            "pairs.push({ value, vector: vector.map((x) => x / Math.max(...vector.map(Math.abs))) });",
        },
      },
      {
        change: {
          "pairs.push({ value, vector });":
            "pairs.push({ value, vector: vector.map((x) => x / vector.reduce((s, y) => s + Math.abs(y), 0)) });",
        },
      },
    ],
  },
  {
    name: "start-of-ones",
    does: "starts with a vector of ones, which may be perpendicular to the answer",
    belief: "What is not in the starting vector at all is never stretched: start with something that has no symmetry.",
    hint: "Multiply [1, 1] by [[2, -1], [-1, 2]].",
    change: { "Math.sin(i + 1)": "1" },
    also: [
      { change: { "Math.sin(i + 1)": "i === 0 ? 1 : 0" } },
      { change: { "Math.sin(i + 1)": "i === A.length - 1 ? 1 : 0" } },
    ],
  },
  {
    name: "too-few-steps",
    does: "stops before the direction has settled",
    belief:
      "Each step shrinks the error only by the ratio of the two largest sizes: at 0.9 it takes hundreds of steps.",
    hint: "By how much does 0.9 shrink something in 20 steps?",
    change: { "step < 5000": "step < 20" },
    also: [
      { change: { "step < 5000": "step < 10" } },
      ...[5, 30, 50, 100].map((steps) => ({ change: { "step < 5000": `step < ${steps}` } })),
      ...["1e-3", "1e-4", "1e-5", "1e-6", "1e-7", "1e-8"].map((tol) => ({ change: { "1e-15": tol } })),
      ...SETTLING.flatMap((estimate) =>
        ["1e-4", "1e-5", "1e-6", "1e-7", "1e-8"].map((tol) => valueSettles(estimate, tol)),
      ),
    ],
  },
  {
    name: "sign-free",
    does: "leaves the sign of the vector to chance",
    belief: "v and −v are both eigenvectors; the contract fixes one, so that two programs agree.",
    hint: "Is your entry of largest size positive?",
    change: { [signed]: "v" },
    also: [
      { change: { [signed]: "v.map((x) => x * Math.sign(v[0]))" } },
      { change: { [signed]: "v.map((x) => x * (Math.sign(v[0]) || 1))" } },
      { change: { [signed]: "v.map((x) => x * (Math.sign(v[v.length - 1]) || 1))" } },
      { change: { [signed]: "v.map((x) => x * Math.sign(v[v.length - 1]))" } },
      { change: { [signed]: "v.map((x) => x * (Math.sign(v.reduce((a, b) => a + b, 0)) || 1))" } },
      { change: { [signed]: "v.map((x) => x * -Math.sign(largest))" } },
      { change: { "Math.abs(b) > Math.abs(a) + 1e-6 ? b : a": "b > a ? b : a" } },
    ],
  },
  {
    name: "argument-changed",
    does: "takes the pairs out of the matrix that it was given",
    belief: "The caller's matrix is not yours: deflate a copy.",
    hint: "Print A after the call.",
    change: {
      "rest = rest.map((row, i) => row.map((a, j) => a - value * vector[i] * vector[j]));":
        "(A as number[][]).forEach((row, i) => {\n      row.forEach((a, j) => {\n        row[j] = a - value * vector[i] * vector[j];\n      });\n    });",
    },
  },
];
export default mistakes;

const order = "a product does not mind the order of its factors";
const start = "any vector without symmetry will do as a start";
const steps = "the direction has settled long before the last step";
/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "const value = dot(vector, times(rest, vector));  ⇒  const value = dot(times(rest, vector), vector);": order,
  "let v = unit(A.map((_, i) => Math.sin(i + 1)));  ⇒  let v = unit(A.map((_, i) => Math.sin(i + 2)));": start,
  "step = 0  ⇒  step = 1": steps,
  "step < 5000  ⇒  step <= 5000": steps,
  "step < 5000  ⇒  step < 5001": steps,
  "const settled = 1 - Math.abs(dot(v, next)) < 1e-15;  ⇒  const settled = 1 - Math.abs(dot(v, next)) <= 1e-15;": steps,
  "const settled = 1 - Math.abs(dot(v, next)) < 1e-15;  ⇒  const settled = 1 - Math.abs(dot(next, v)) < 1e-15;": order,
  "const settled = 1 - Math.abs(dot(v, next)) < 1e-15;  ⇒  const settled = 1 - Math.abs(dot(v, next)) < 0;": steps,
  "const largest = v.reduce((a, b) => (Math.abs(b) > Math.abs(a) + 1e-6 ? b : a));  ⇒  const largest = v.reduce((a, b) => (Math.abs(b) >= Math.abs(a) + 1e-6 ? b : a));":
    "no two sizes differ by exactly the margin",
  "return v.map((x) => x * Math.sign(largest));  ⇒  return v.map((x) => x / Math.sign(largest));":
    "dividing by a sign is multiplying by it",
  "const times = (A: readonly (readonly number[])[], v: readonly number[]): number[] => A.map((row) => dot(row, v));  ⇒  const times = (A: readonly (readonly number[])[], v: readonly number[]): number[] => A.map((row) => dot(v, row));":
    order,
  "const unit = (v: readonly number[]): number[] => v.map((x) => x / Math.sqrt(dot(v, v)));  ⇒  const unit = (v: readonly number[]): number[] => v.map((x) => x / Math.sqrt(dot(v, v)));":
    order,
};
