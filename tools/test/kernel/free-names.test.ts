/** Which names a live figure's function takes from outside: the kernel must find all of them, and no others. */
import { createRequire } from "node:module";
import { expect, test } from "vitest";

interface Found {
  readonly name: string;
  readonly instead?: string;
}
const { freeNames } = createRequire(import.meta.url)("../../kernel/free-names.cjs") as {
  freeNames(source: string): Found[];
};
const names = (source: string): string[] => freeNames(source).map(({ name }) => name);

test.each([
  ["arguments, in any pattern", "(t, { a, b: [c, d = a], ...rest }, { e }) => t.f(a, c, d, rest, e)"],
  [
    "what the function declares",
    "(t) => { const f = (z) => z + g(z); function g(n) { return n; } let h = 1; return f(h); }",
  ],
  ["a function that is used before it stands there", "(t) => { return later(); function later() { return 1; } }"],
  [
    "loops, and vars that leave them",
    "(t) => { for (const k of [1]) { var v = k; } for (let i = 0; i < 2; i++); for (const q in t) v = q; return v; }",
  ],
  ["errors that are caught", "(t) => { try { t(); } catch ({ message }) { return message; } }"],
  [
    "classes, their fields and this",
    "(t) => { class A { #x = 1; y = 2; get z() { return this.#x; } static s = 1; } return new A().z; }",
  ],
  [
    "names of properties, labels and methods",
    "(t) => { out: for (;;) { break out; } return { a: 1, b() { return 2; }, ['c']: t.d?.e }; }",
  ],
  [
    "what the language has",
    "(t) => [Math.max(1), new Float64Array(2), JSON.stringify({}), NaN, undefined, isFinite(1), new Map()]",
  ],
  ["arguments of a plain function", "(t) => { function f() { return arguments.length; } return f(1); }"],
  ["a switch", "(t) => { switch (t) { case 1: { const a = 1; return a; } default: { let b = 2; return b; } } }"],
])("own: %s", (_, source) => {
  expect(names(source)).toEqual([]);
});

test.each([
  ["a variable of the cell", "(t, { a }) => a + factor", ["factor"]],
  ["shorthand", "(t) => ({ colour })", ["colour"]],
  ["default values", "(t, { a = start }) => a", ["start"]],
  ["a block's own, after the block", "(t) => { { let inner = 1; } return inner; }", ["inner"]],
  ["a variable of another function", "(t) => { const f = () => { const x = 1; return x; }; return f() + x; }", ["x"]],
  ["the page and the network", "(t) => fetch(document.cookie) && self.name", ["fetch", "document", "self"]],
  [
    "chance and clocks",
    "(t) => Math.random() + Date.now() + performance.now()",
    ["Math.random", "Date", "performance"],
  ],
  ["this at the top", "(t) => this.x", ["this"]],
  ["import()", "(t) => import('x')", ["import()"]],
  ["code made of text", "(t) => eval('1') + Function('1')", ["eval", "Function"]],
  ["Node", "(t) => process.exit(require('fs'))", ["process", "require"]],
  ["names of earlier cells, as compiled", "(t) => exports.losses + exports.rate", ["losses", "rate"]],
])("from outside: %s", (_, source, expected) => {
  expect(names(source)).toEqual(expected);
});

test("an imported name says what to write instead", () => {
  expect(freeNames("(t) => termwise_1.linePlot({})")).toEqual([{ name: "linePlot", instead: "termwise.linePlot" }]);
  expect(freeNames("(t) => Math.random()")[0].instead).toBe("new termwise.Rng(seed)");
});
