/** All exercises: complete in every file, and quick to check. */
import { Tensor, tensor } from "termwise";
import { describe, expect, test } from "vitest";
import { checkAnswer, variantsOf } from "../src/index.ts";
import { fromSource } from "../src/node/open.ts";
import { exerciseSlugs } from "../src/node/slugs.ts";
import { exercise, root } from "./help.ts";

const EXERCISES = exerciseSlugs(root).filter((slug) => !slug.includes("/lab-")); // labs have a test of their own

describe.each(EXERCISES)("%s", (slug) => {
  test("the solution has all points and the stub is not started", async () => {
    const opened = await exercise(slug);
    const solved = await checkAnswer(opened, opened.solution());
    expect(solved).toMatchObject({ score: opened.statement.points, points: opened.statement.points, naming: null });
    const stub = await checkAnswer(opened, fromSource(opened.stubSource));
    expect(stub).toMatchObject({ state: "not_started", score: 0, naming: null });
  });

  test("it has three hints and at least six named mistakes, each with does, belief and hint in its own words", async () => {
    const { statement, mistakes } = await exercise(slug);
    expect(statement.hints).toHaveLength(3);
    expect(mistakes.length).toBeGreaterThanOrEqual(6);
    const words = mistakes.flatMap((m) => [m.name, m.does, m.belief, m.hint]);
    expect(new Set(words).size).toBe(words.length);
    for (const m of mistakes) expect(m.does).toMatch(/^[a-z]+s? /);
  });

  test("it has at least six wrong answers of another hand, each rejected", async () => {
    const opened = await exercise(slug);
    expect(opened.heldOut.length).toBeGreaterThanOrEqual(6);
    for (const { file, source } of opened.heldOut) {
      const report = await checkAnswer(opened, fromSource(source));
      expect(report.score, file).toBeLessThan(report.points);
    }
  });

  test("its first three mistakes are rejected and named", async () => {
    const opened = await exercise(slug);
    for (const mistake of opened.mistakes.slice(0, 3)) {
      for (const variant of variantsOf(mistake)) {
        const report = await checkAnswer(opened, opened.wrong(variant)!);
        expect(report.naming?.mistakes.map((m) => m.name)).toEqual([mistake.name]);
      }
    }
  });
});

test("suites and library share one Tensor: a value that crosses is the library's own", () => {
  expect(tensor([1])).toBeInstanceOf(Tensor);
});
