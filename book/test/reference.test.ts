/** The reference of the library has everything that the library exports, as its source says it. */
import { expect, test } from "vitest";
import * as T from "../../lib/src/index.ts";
import { root } from "../../tools/root.ts";
import { readLibrary } from "../api/read.ts";
import { labelOf, pagesOf } from "../api/write.ts";

const library = readLibrary(root);
const pages = pagesOf(library);
const entry = (name: string) => library.entries.find((one) => one.name === name);

test("every export has one section with an anchor of its own", () => {
  const names = library.entries.map(({ name }) => name);
  expect(Object.keys(T).filter((name) => !names.includes(name))).toEqual([]);
  const text = [...pages.values()].join("\n");
  for (const one of library.entries)
    expect(text.split(`(${labelOf(one)})=\n## ${one.name}\n`), one.name).toHaveLength(2);
  expect(new Set(library.entries.map(labelOf)).size).toBe(library.entries.length);
});

test("every function has its comment, and nearly all have an example with what it gives", () => {
  const functions = library.entries.filter(({ kind }) => kind === "function");
  expect(functions.filter(({ text }) => text === "").map(({ name }) => name)).toEqual([]);
  const machine = ["registerBackend", "whyNoGpu"]; // what they give depends on the machine
  const without = functions.filter(({ name, example }) => example === "" && !machine.includes(name));
  expect(without.length).toBeLessThan(functions.length / 50);
});

test("a signature is what a caller sees, with its defaults and without its body", () => {
  expect(entry("crossEntropy")?.signature).toBe("crossEntropy(logits: Tensor, labels: Labels): Tensor");
  expect(entry("add")?.signature).toBe("add(a: Operand, b: Operand): Tensor");
  expect(entry("shapeText")?.signature).toBe("shapeText(shape: readonly number[]): string");
  expect(entry("Rng")?.signature).toMatch(/\n {2}uniform\(low = 0, high = 1\): number;\n/);
  expect(entry("Rng")?.signature).not.toContain("#");
});

test("errors are found in the checks that a function calls, and not in its neighbours", () => {
  const rules = (name: string) =>
    Object.fromEntries(entry(name)?.refuses.map(({ error, rules }) => [error, rules]) ?? []);
  expect(rules("crossEntropy")).toEqual({
    IndexError: ["a label is not one of the classes"],
    ShapeError: ["… labels do not fit these logits"],
    ValueError: ["labels are class numbers"],
  });
  expect(rules("abs")).toEqual({});
  expect(Object.keys(rules("add"))).toContain("ShapeError");
});

test("functions that are methods too are known", () => {
  expect(library.methods.has("softmax")).toBe("softmax" in T.Tensor.prototype);
  expect(library.methods.has("matmul")).toBe(true);
});
