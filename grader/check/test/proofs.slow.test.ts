/** The proof itself, done again; and that it fails when a test, a mistake or a mutant is not what it should be. */
import { describe, expect, test } from "vitest";
import { prove } from "../../../tools/exercises/proof.ts";
import { readProofs } from "../../../tools/exercises/proofs.ts";
import { suite } from "../src/index.ts";
import { exercise, SLUGS } from "./help.ts";

describe.each(SLUGS)("%s", (slug) => {
  test("is proved again as committed", async () => {
    const { hash: _, ...committed } = readProofs()!.exercises.find((p) => p.slug === slug)!;
    const { hash: __, ...proof } = await prove(await exercise(slug), "");
    expect(proof).toEqual(committed);
  });
});

describe("a proof fails", () => {
  test("when the tests of the gradient are taken away", async () => {
    const opened = await exercise("ch05/softmaxAxis");
    const tests = opened.suite.tests.filter((t) => !t.title.includes("gradient"));
    const { faults } = await prove({ ...opened, suite: { ...opened.suite, tests } }, "");
    expect(faults).toContain("the statement promises 12 points, the tests give 7");
    expect(faults).toContain("diagonal-jacobian is not rejected (seed termwise)");
    expect(faults).toContain("this mutant passes: return y.mul(g.sub(inner));  ⇒  return y.mul(g.add(inner));");
  });
  test("when two mistakes are one", async () => {
    const opened = await exercise("ch02/broadcastShapes");
    const twin = { ...opened.mistakes[0], name: "twin" };
    const { faults } = await prove({ ...opened, mistakes: [...opened.mistakes, twin] }, "");
    expect(faults).toContain("left-aligned and twin differ at 0 places (seed b)");
  });
  test("when the tests accept anything", async () => {
    const opened = await exercise("ch02/broadcastShapes");
    interface Module {
      broadcastShapes(a: readonly number[], b: readonly number[]): number[];
    }
    const lax = suite<Module>("E02.1", ({ example }) => {
      example(
        "something comes back",
        { points: 10 },
        async ({ call }) => void (await call("broadcastShapes", [1], [1])),
      );
    });
    const { faults } = await prove({ ...opened, suite: lax }, "");
    expect(faults).toContain("left-aligned is not rejected (seed termwise)");
    expect(faults.some((fault) => /^only \d+ mutants are rejected/.test(fault))).toBe(true);
    expect(faults.some((fault) => /^only \d+ of \d+ wrong answers of another hand are rejected/.test(fault))).toBe(
      true,
    );
  });
});
