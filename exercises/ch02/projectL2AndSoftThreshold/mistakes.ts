import type { Mistake } from "@termwise/check";

const inside = "norm <= radius ? [...x] : ";
const scaled = "(v * radius) / norm";
const soft = "(v > t ? v - t : v < -t ? v + t : 0)";
const norm = "Math.sqrt(x.reduce((sum, v) => sum + v * v, 0))";

/** The function of that name, which writes what the right one returns into its argument. */
const written = (name: "projectL2" | "softThreshold", by: string): string =>
  `export function ${name}(x: readonly number[], ${by}: number): number[] {
  for (const [i, v] of ${name === "projectL2" ? "nearest" : "shrunk"}(x, ${by}).entries()) (x as number[])[i] = v;
  return x as number[];
}
`;

const within = "norm <= radius";
const mistakes: Mistake[] = [
  {
    name: "always-normalises",
    does: "scales every vector to the radius, also one that is shorter",
    belief: "A point inside the ball is its own nearest point: only points outside move.",
    hint: "Project [0.3, 0.4] onto the ball of radius 1.",
    change: { [inside]: "norm === 0 ? [...x] : " },
    also: [
      { change: { [inside]: "" } },
      { change: { [inside]: "", [scaled]: "(v * radius) / (norm || 1)" } },
      { change: { [within]: "norm === radius" } },
      { change: { [within]: "radius === 0" } },
    ],
  },
  {
    name: "to-the-unit-sphere",
    does: "divides by the norm and forgets the radius",
    belief: "x / ‖x‖ has length 1; the ball has the radius that was asked for.",
    hint: "Project [3, 4] onto the ball of radius 2. How long is your result?",
    change: { [scaled]: "v / norm" },
    also: [
      { change: { [within]: "norm <= 1", [scaled]: "v / norm" } },
      { change: { [inside]: "", [scaled]: "v / norm" } },
      { change: { [inside]: "", [scaled]: "v / (norm || 1)" } },
      { change: { [within]: "norm === 0", [scaled]: "v / norm" } },
    ],
  },
  {
    name: "clips-each-entry",
    does: "cuts each entry at the radius",
    belief: "That is the nearest point of a cube. The nearest point of a ball has the direction of x.",
    hint: "Project [3, 4] onto the unit ball: is [1, 1] in it?",
    change: { "x.map((v) => (v * radius) / norm)": "x.map((v) => Math.max(-radius, Math.min(radius, v)))" },
    also: [
      {
        change: {
          [inside]: "",
          "x.map((v) => (v * radius) / norm)": "x.map((v) => Math.max(-radius, Math.min(radius, v)))",
        },
      },
    ],
  },
  {
    name: "l1-length",
    does: "measures length by the sum of the absolute entries",
    belief: "That is the L1 norm. The Euclidean norm squares the entries, adds, and takes the root.",
    hint: "How long is [3, 4]: 5 or 7?",
    change: { [norm]: "x.reduce((s, v) => s + Math.abs(v), 0)" },
    also: [
      { change: { [within]: "x.reduce((s, v) => s + Math.abs(v), 0) <= radius" } },
      { change: { [scaled]: "(v * radius) / x.reduce((s, w) => s + Math.abs(w), 0)" } },
    ],
  },
  {
    name: "no-root",
    does: "uses the squared norm as the length",
    belief: "The squared length has squared units; the length is its root.",
    hint: "How long is [3, 4]: 5 or 25?",
    change: { [norm]: "x.reduce((s, v) => s + v * v, 0)" },
    also: [
      { change: { [scaled]: "(v * radius) / (norm * norm)" } },
      { change: { [within]: "norm * norm <= radius" } },
      { change: { [within]: "norm <= radius * radius" } },
      { change: { [norm]: "x.reduce((s, v) => s + v * v, 0)", [within]: "norm <= radius * radius" } },
      { change: { [norm]: "x.reduce((s, v) => s + v * v, 0)", [scaled]: "(v * radius * radius) / norm" } },
      { change: { [within]: "norm * norm <= radius * radius", [scaled]: "(v * radius * radius) / (norm * norm)" } },
    ],
  },
  {
    name: "sign-lost",
    does: "returns the sizes of the entries without their signs",
    belief: "An entry moves towards 0 and stays on its side of it.",
    hint: "What becomes of −2 at t = 1?",
    change: { [soft]: "Math.max(Math.abs(v) - t, 0)" },
    also: [
      { change: { [soft]: "(Math.abs(v) <= t ? 0 : v - t)" } },
      { change: { [soft]: "Math.max(v - t, 0)" } },
      { change: { [soft]: "(Math.abs(v) > t ? Math.abs(v) - t : v)" } },
      { change: { [soft]: "(v > t ? v - t : v < -t ? -(v + t) : 0)" } },
      { change: { [soft]: "(Math.abs(v) <= t ? 0 : v + t)" } },
    ],
  },
  {
    name: "squared-value",
    does: "compares the square of the entry with the threshold",
    belief: "The threshold has the units of the entry: |x| is compared with t.",
    hint: "t = 0.3, x = 0.4: is it larger than the threshold?",
    change: { [soft]: "(v * v <= t ? 0 : v - Math.sign(v) * t)" },
    also: [
      "(v * v <= t * 2 ? 0 : v - Math.sign(v) * t)",
      "(v * v < t ? 0 : v - Math.sign(v) * t)",
      "(Math.abs(v) <= t * t ? 0 : v - Math.sign(v) * t)",
      "Math.sign(v) * Math.max(v * v - t, 0)",
      "Math.sign(v) * Math.sqrt(Math.max(v * v - t, 0))",
      "Math.sign(v) * Math.sqrt(Math.max(v * v - t * t, 0))",
    ].map((other) => ({ change: { [soft]: other } })),
  },
  {
    name: "hard-threshold",
    does: "sets small entries to 0 and leaves the others as they are",
    belief: "Soft thresholding moves every entry by t; otherwise the result jumps at the threshold.",
    hint: "What becomes of 3 at t = 1?",
    change: { "? v - t :": "? v :", "? v + t :": "? v :" },
    also: [{ change: { [soft]: "(Math.abs(v) < t ? 0 : v)" } }],
  },
  {
    name: "shrinks-all",
    does: "scales all entries instead of subtracting",
    belief: "A factor never makes an entry 0. The price t·|x| pulls with the same force however small the entry is.",
    hint: "Which entries of your result are exactly 0?",
    change: { [soft]: "v / (1 + t)" },
    also: [
      "v * (1 - t)",
      "v * Math.max(0, 1 - t)",
      "(Math.abs(v) <= t ? 0 : v / (1 + t))",
      "(Math.abs(v) <= t ? 0 : v * (1 - t))",
    ].map((other) => ({ change: { [soft]: other } })),
  },
  {
    name: "crosses-zero",
    does: "moves small entries past 0 to the other side",
    belief: "An entry stops at 0: beyond it both parts of what is minimised would grow.",
    hint: "What becomes of 0.5 at t = 1?",
    change: { [soft]: "v - Math.sign(v) * t" },
    also: [{ change: { [soft]: "(v > 0 ? v - t : v + t)" } }, { change: { [soft]: "(v >= 0 ? v - t : v + t)" } }],
  },
  {
    name: "away-from-zero",
    does: "moves entries away from 0",
    belief: "The price pulls towards 0: the sizes of the entries shrink.",
    hint: "Is your result larger in size than what you were given?",
    change: { "? v - t :": "? v + t :", "? v + t :": "? v - t :" },
    also: [{ change: { [soft]: "v + Math.sign(v) * t" } }],
  },
  {
    name: "argument-changed",
    does: "works in the list that it was given",
    belief: "The caller's vector is not yours; assign to a new list.",
    hint: "Print x after the call.",
    change: {
      "export function projectL2(x: readonly number[], radius: number): number[] {": `${written("projectL2", "radius")}function nearest(x: readonly number[], radius: number): number[] {`,
      "export function softThreshold(x: readonly number[], t: number): number[] {": `${written("softThreshold", "t")}function shrunk(x: readonly number[], t: number): number[] {`,
    },
    also: [
      {
        change: {
          "export function softThreshold(x: readonly number[], t: number): number[] {": `${written("softThreshold", "t")}function shrunk(x: readonly number[], t: number): number[] {`,
        },
      },
      {
        change: {
          "export function projectL2(x: readonly number[], radius: number): number[] {": `${written("projectL2", "radius")}function nearest(x: readonly number[], radius: number): number[] {`,
        },
      },
    ],
  },
];
export default mistakes;

/** Mutants that nobody could tell from the solution. */
export const equivalent = {
  "return x.map((v) => (v > t ? v - t : v < -t ? v + t : 0));  ⇒  return x.map((v) => (v >= t ? v - t : v < -t ? v + t : 0));":
    "at the threshold itself both pieces give 0",
  "return x.map((v) => (v > t ? v - t : v < -t ? v + t : 0));  ⇒  return x.map((v) => (v > t ? v - t : v <= -t ? v + t : 0));":
    "at the threshold itself both pieces give 0",
};
