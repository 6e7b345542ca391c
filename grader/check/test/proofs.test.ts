/** Mutants and proofs: what is listed in exercises/proofs.json is of the content that is there, and holds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mutants, OPERATORS } from "../../../tools/exercises/mutants.ts";
import { exerciseNotebooks } from "../../../tools/exercises/notebooks.ts";
import type { Proofs } from "../../../tools/exercises/proofs.ts";
import { fromSource } from "../src/node/open.ts";
import { applyChanges } from "../src/node/patch.ts";
import { exerciseSlugs } from "../src/node/slugs.ts";
import { root } from "./help.ts";

const of = (source: string, operator: string): string[] =>
  mutants(source)
    .filter((m) => m.operator === operator)
    .map((m) => m.label);

describe("mutants", () => {
  test("each operator makes the change that it says", () => {
    const loop =
      "export function f(a: number, b: number): number[] {\n  const s: number[] = [];\n  while (s.length < a) {\n    s.push(a > 0 && !b ? 1 : b - a);\n  }\n  return s.slice(a, b);\n}\n";
    expect(of(loop, "arithmetic")).toEqual(["s.push(a > 0 && !b ? 1 : b - a);  ⇒  s.push(a > 0 && !b ? 1 : b + a);"]);
    expect(of(loop, "comparison")).toContain("s.length < a  ⇒  s.length <= a");
    expect(of(loop, "logic")).toHaveLength(1);
    expect(of(loop, "number")).toHaveLength(3); // 0 → 1, 1 → 2, 1 → 0
    expect(of(loop, "sign")).toHaveLength(1);
    expect(of(loop, "choice")).toHaveLength(2);
    expect(of(loop, "condition")).toHaveLength(1);
    expect(of(loop, "statement")).toHaveLength(1);
    expect(of(loop, "order")).toEqual(["return s.slice(a, b);  ⇒  return s.slice(b, a);"]);
    expect(of(loop, "argument")).toEqual(["return s.slice(a, b);  ⇒  return s.slice(a);"]);
    expect(of(loop, "call")).toEqual(["return s.slice(a, b);  ⇒  return s;"]);
    expect(of(loop, "sibling")).toEqual([expect.stringContaining("s.unshift(")]);
    expect(of(loop, "parameter").length).toBeGreaterThan(4);
  });
  test("each is another program, and none runs for ever", async () => {
    const source = "export function f(): number {\n  let n = 0;\n  while (n < 3) {\n    n += 1;\n  }\n  return n;\n}\n";
    const all = mutants(source);
    expect(new Set(all.map((m) => m.source)).size).toBe(all.length);
    const came = [];
    for (const { source: changed } of all) {
      const { value, threw } = await fromSource(changed).call("f", []);
      came.push(threw?.message ?? value);
    }
    expect(came).toContain("runs for ever"); // n += 1 left out
    expect(came).toContain(4); // n <= 3
    expect(came).toContain(0); // a loop that never runs
  });
});

describe("a change of the solution", () => {
  test("that does not fit exactly once is an error", () => {
    expect(() => applyChanges("a + b", [{ change: { c: "d" } }])).toThrow("contains 0 times, not once");
    expect(() => applyChanges("a + a", [{ change: { a: "d" } }])).toThrow("contains 2 times, not once");
  });
  test("is made together with others, unless they overlap", () => {
    const swap = { change: { "x = a": "x = b", "y = b": "y = a" } };
    expect(applyChanges("x = a; y = b", [swap])).toBe("x = b; y = a");
    expect(applyChanges("x = a; y = b", [swap, { change: { "a; y": "0; y" } }])).toBeNull();
  });
});

describe("exercises/proofs.json", () => {
  const proofs = JSON.parse(readFileSync(join(root, "exercises/proofs.json"), "utf8")) as Proofs;
  test("has every exercise, without a fault, and the operators as they are", () => {
    expect(proofs.exercises.map((p) => p.slug).sort()).toEqual(exerciseSlugs(root));
    expect(proofs.exercises.flatMap((p) => p.faults)).toEqual([]);
    expect(proofs.operators).toEqual(OPERATORS.map(({ name, does }) => ({ name, does })));
  });
  test("of all wrong answers of another hand that make a listed mistake, nine in ten are named", () => {
    const sum = (of: (p: Proofs["exercises"][number]) => number): number =>
      proofs.exercises.reduce((all, p) => all + of(p), 0);
    expect(sum((p) => p.heldOut.named)).toBeGreaterThanOrEqual(0.9 * sum((p) => p.heldOut.listed));
  });
  test.each(proofs.exercises.map((p) => [p.id, p] as const))("%s meets the bounds", (_, p) => {
    expect([p.solution, p.stub]).toEqual([p.points, 0]);
    expect(p.mistakes.every((m) => m.rejected && m.named)).toBe(true);
    expect(p.mutants.made).toBeGreaterThanOrEqual(25);
    expect(p.mutants.rejected).toBeGreaterThanOrEqual(0.95 * (p.mutants.made - p.mutants.excused));
    expect(p.mutants.survivors.every((s) => s.reason !== null)).toBe(true);
    expect(p.heldOut.rejected).toBeGreaterThanOrEqual(0.98 * p.heldOut.made);
    expect(p.heldOut.named).toBeGreaterThanOrEqual(Math.min(0.9 * p.heldOut.listed, p.heldOut.listed - 1));
    expect(p.heldOut.wronglyNamed).toBeLessThanOrEqual(0.02 * p.heldOut.made);
  });
});

test("the exercise notebooks are those of the statements and stubs", () => {
  expect(exerciseNotebooks({ check: true })).toEqual([]);
});
