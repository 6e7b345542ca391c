import type { Mistake } from "@termwise/check";

const fits = "m !== n && m !== 1 && n !== 1";
const error = 'throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);';
const refusal = `if (${fits}) ${error}`;

const taken = "m === 1 ? n : m";
const said = (message: string) => ({ change: { [error]: `throw new Error(${message});` } });

const mistakes: Mistake[] = [
  {
    name: "left-aligned",
    does: "aligns the shapes at the left",
    belief: "The first axes do not meet each other: broadcasting counts axes from the last one.",
    hint: "Try [2, 3] with [3]. Which axis of the first has size 3?",
    change: { "a[a.length - rank + i]": "a[i]", "b[b.length - rank + i]": "b[i]" },
  },
  {
    name: "one-sided",
    does: "lets a 1 stretch in only one of the two shapes",
    belief: "Broadcasting is symmetric: either operand may have the axis of size 1.",
    hint: "Swap the arguments of a call that works.",
    change: { [fits]: "m !== n && n !== 1", "m === 1 ? n : m": "m" },
    also: [
      { change: { [fits]: "m !== n && m !== 1", "m === 1 ? n : m": "n" } },
      { change: { [fits]: "m !== n && m !== 1 && b.length - rank + i >= 0" } },
      { change: { [fits]: "m !== n && n !== 1 && a.length - rank + i >= 0" } },
    ],
  },
  {
    name: "truncated-rank",
    does: "drops the leading axes that only one shape has",
    belief: "The result has as many axes as the longer shape, not as the shorter.",
    hint: "How many axes does a [2, 3] matrix plus a [3] vector have?",
    change: { "Math.max(a.length, b.length)": "Math.min(a.length, b.length)" },
  },
  {
    name: "larger-wins",
    does: "takes the larger size on each axis, also where one of them is 0",
    belief: "The size that is not 1 wins; the larger size is the same thing only above 0.",
    hint: "An empty batch: what is [0, 3] plus [1, 3]?",
    change: { "m === 1 ? n : m": "Math.max(m, n)" },
  },
  {
    name: "never-throws",
    does: "gives a shape where the sizes do not fit",
    belief: "Two different sizes, neither of them 1, have no common shape: that must be an error, not a guess.",
    hint: "Which line runs when the sizes are 2 and 3?",
    change: { [refusal]: "", "m === 1 ? n : m": "Math.max(m, n)" },
    also: [
      { change: { [refusal]: "" } },
      { change: { [refusal]: "", [taken]: "n === 1 ? m : n" } },
      { change: { [refusal]: "", [taken]: "Math.min(m, n) === 1 ? Math.max(m, n) : Math.min(m, n)" } },
      { change: { [refusal]: "", [taken]: "m === n || n === 1 ? m : m === 1 ? n : NaN" } },
      { change: { [refusal]: "", [taken]: "m === n || n === 1 ? m : m === 1 ? n : (undefined as never)" } },
      ...["[]", "undefined as never", "null as never", "false as never", "[...a]", "[...b]"].map((given) => ({
        change: { [refusal]: `if (${fits}) return ${given};` },
      })),
    ],
  },
  {
    name: "multiples-fit",
    does: "lets a size stretch to any multiple of itself",
    belief: "Only size 1 stretches. A size 2 is not repeated to make 4.",
    hint: "Which sizes may differ at all?",
    change: { [fits]: "m % n !== 0 && n % m !== 0", "m === 1 ? n : m": "Math.max(m, n)" },
    also: [
      {
        change: {
          [fits]: `${fits} && Math.max(m, n) % Math.min(m, n) !== 0`,
          "m === 1 ? n : m": "m === 1 ? n : n === 1 ? m : Math.max(m, n)",
        },
      },
      { change: { [fits]: `${fits} && m % n !== 0` } },
      { change: { [fits]: `${fits} && n % m !== 0`, [taken]: "m === 1 ? n : n === 1 ? m : n" } },
    ],
  },
  {
    name: "reversed",
    does: "returns the axes in reverse order",
    belief: "Counting from the right builds the list backwards: it has to be turned round at the end.",
    hint: "push or unshift?",
    change: { "shape.push(m === 1 ? n : m)": "shape.unshift(m === 1 ? n : m)" },
  },
  {
    name: "same-rank-only",
    does: "refuses shapes with different numbers of axes",
    belief: "The shorter shape is padded with ones at the front; that is the point of broadcasting a bias.",
    hint: "Read a missing axis as 1.",
    change: {
      "const shape: number[] = [];": `const shape: number[] = [];\n  if (a.length !== b.length) ${error}`,
    },
    also: [
      ["a.length !== b.length", 'throw new Error("different numbers of axes");'],
      ["a.length !== b.length && a.length > 0 && b.length > 0", error],
      ["a.length !== b.length && a.length > 0 && b.length > 0", 'throw new Error("different numbers of axes");'],
    ].map(([when, then]) => ({
      change: { "const shape: number[] = [];": `const shape: number[] = [];\n  if (${when}) ${then}` },
    })),
  },
  {
    name: "arguments-changed",
    does: "pads the shorter of its arguments in place",
    belief: "A caller's array is not yours: unshift changes the shape of the tensor it came from.",
    hint: "Print both arguments after the call.",
    change: {
      "const shape: number[] = [];":
        "const shape: number[] = [];\n  for (const s of [a, b] as number[][]) while (s.length < rank) s.unshift(1);",
    },
    also: [
      {
        change: {
          "const shape: number[] = [];": `const text = ${error.slice(16, -2)};\n  const shape: number[] = [];\n  for (const s of [a, b] as number[][]) while (s.length < rank) s.unshift(1);`,
          [error]: "throw new Error(text);",
        },
      },
      { change: { "return shape;": "(a as number[]).reverse();\n  (b as number[]).reverse();\n  return shape;" } },
      ...["a", "b"].map((one) => ({
        change: {
          "const shape: number[] = [];": `const text = ${error.slice(16, -2)};\n  const shape: number[] = [];\n  while (${one}.length < rank) (${one} as number[]).unshift(1);`,
          [error]: "throw new Error(text);",
        },
      })),
    ],
  },
  {
    name: "shapes-unnamed",
    does: "throws an error that does not name both shapes",
    belief: "Whoever reads the error needs both shapes, written as they were given, to see which axis is wrong.",
    hint: "Read your message aloud: can somebody who sees only it find the axis?",
    change: { [error]: 'throw new Error("these shapes do not fit");' },
    also: [
      said("`cannot broadcast ${m} with ${n}`"),
      said("`cannot broadcast [${b}] with [${a}]`"),
      said("`cannot broadcast [${a}] with [${a}]`"),
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  'throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);  ⇒  throw new Error(`cannot broadcast [${a}] with [${b.join(", ")}]`);':
    "the message may be written without spaces",
  'throw new Error(`cannot broadcast [${a.join(", ")}] with [${b.join(", ")}]`);  ⇒  throw new Error(`cannot broadcast [${a.join(", ")}] with [${b}]`);':
    "the message may be written without spaces",
};
