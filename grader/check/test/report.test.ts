/** Reports: a versioned shape, the same everywhere; what a learner may not see is not in them. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { asHtml, asText, canonical, checkAnswer, digest, type Report, suite, unrun } from "../src/index.ts";
import { exercise, reportOf, small } from "./help.ts";
import { violation } from "./schema.ts";

const schema = JSON.parse(readFileSync(resolve(import.meta.dirname, "../report.schema.json"), "utf8"));

async function wrongSoftmax(): Promise<Report> {
  const opened = await exercise("ch05/softmaxAxis");
  const [diagonal, unstable] = ["diagonal-jacobian", "unstable"].map(
    (name) => opened.mistakes.find((m) => m.name === name)!,
  );
  return checkAnswer(opened, opened.wrong(diagonal, unstable)!);
}

describe("the schema", () => {
  test("describes reports that pass, fail, are not started, and do not load", async () => {
    const passed = await reportOf(small(), { double: (x: number) => 2 * x });
    const missing = await reportOf(small(), {});
    const broken = unrun(small(), 3, "load_failed", "It does not load.");
    for (const report of [passed, missing, broken, await wrongSoftmax()]) expect(violation(report, schema)).toBeNull();
  });
  test("refuses another version, a missing field and a field too many", async () => {
    const report = await reportOf(small(), {});
    expect(violation({ ...report, schema: "termwise/report/2" }, schema)).toBe(
      "report.schema is not termwise/report/1",
    );
    const { tests: _, ...rest } = report;
    expect(violation(rest, schema)).toBe("report has no tests");
    expect(violation({ ...report, stack: "…" }, schema)).toBe("report has stack");
  });
});

describe("the digest", () => {
  test("is the same for two runs, whose times differ", async () => {
    const [one, two] = [await wrongSoftmax(), await wrongSoftmax()];
    expect(one.ms).not.toBe(two.ms);
    expect(await digest(one)).toBe(await digest(two));
    expect(await digest(one)).toMatch(/^[0-9a-f]{64}$/);
  });
  test("does not depend on the order of keys and changes with the score", async () => {
    const report = await wrongSoftmax();
    const turned = Object.fromEntries(Object.entries(report).reverse()) as unknown as Report;
    expect(canonical(turned)).toBe(canonical(report));
    expect(await digest({ ...report, score: report.score + 1 })).not.toBe(await digest(report));
    expect(canonical(report)).not.toContain('"ms"');
  });
  test("changes with the seed, because other inputs are shown", async () => {
    const opened = await exercise("ch05/softmaxAxis");
    const wrong = (): ReturnType<typeof opened.solution> => opened.wrong(opened.mistakes[0])!;
    const one = await checkAnswer(opened, wrong(), { seed: "one" });
    const two = await checkAnswer(opened, wrong(), { seed: "two" });
    expect(await digest(one)).not.toBe(await digest(two));
  });
});

describe("visibility", () => {
  interface Doubling {
    double(x: number): number;
  }
  const tests = suite<Doubling>("T1", ({ example, fact, property }) => {
    example("visible: 2 doubled", async ({ call }) => {
      await call("double", 2).gives(4);
    });
    fact("opaque: 3 doubled", { visibility: "opaque" }, async ({ call }) => {
      await call("double", 3).gives(6);
    });
    property("secret: x doubled", { runs: 3 }, async ({ call, draw }) => {
      const x = draw.int(100, 999);
      await call("double", x).gives(2 * x);
    });
  });
  const shown = (report: Report): boolean[] => report.tests.map((t) => t.failure !== null);
  const wrong = { double: (x: number) => x };

  test("in practice the seed is public: all but opaque inputs are shown", async () => {
    expect(shown(await reportOf(small({ tests }), wrong))).toEqual([true, false, true]);
  });
  test("where an answer is marked, secret inputs are not in the report", async () => {
    const report = await reportOf(small({ tests }), wrong, { marked: true, seed: "nobody knows" });
    expect(shown(report)).toEqual([true, false, false]);
    for (const rendered of [asText(report), asHtml(report)]) expect(rendered).not.toMatch(/double\(\d{3}/);
  });
});

describe("as text", () => {
  test("no line is wider than asked, and nothing is coloured unless asked", async () => {
    const report = await wrongSoftmax();
    for (const width of [48, 80, 100]) {
      const widest = Math.max(
        ...asText(report, { width })
          .split("\n")
          .map((line) => line.length),
      );
      expect(widest).toBeLessThanOrEqual(width);
    }
    expect(asText(report)).not.toContain("\u001b[");
    expect(asText(report, { colour: true })).toContain("\u001b[31m");
  });
  test("time is shown only where it is given", async () => {
    const report = await wrongSoftmax();
    expect(asText(report)).not.toMatch(/\d ms/);
    expect(asText(report, { ms: 12.4 })).toContain("  12 ms");
  });
  test("it says the score, each fact, the failing call, and both mistakes", async () => {
    const text = asText(await wrongSoftmax());
    expect(text).toContain("5 of 12 points");
    expect(text).toContain("✗ the gradient of y₀ at y = [1/4, 3/4] is [3/16, -3/16]");
    expect(text).toContain("    called   softmaxAxisVjp(tensor [2] [0.25, 0.75], tensor [2] [1, 0], 0)");
    expect(text.replaceAll(/\s+/g, " ")).toContain(
      "Your code behaves exactly like code that treats the Jacobian as diagonal, y(1−y), and also takes exponentials of the raw scores.",
    );
  });
});

describe("as HTML", () => {
  test("text of the answer is inert", async () => {
    const shout = (): never => {
      throw new Error('<img src=x onerror="alert(1)">&');
    };
    const html = asHtml(await reportOf(small(), { double: shout }));
    expect(html).not.toContain("<img");
    expect(html).toContain("&#60;img src=x onerror=&#34;");
  });
  test("marks have words for those who listen, and hints are folded", async () => {
    const html = asHtml(await wrongSoftmax());
    expect(html).toContain('role="img" aria-label="failed">✗');
    expect(html).toContain('role="img" aria-label="passed">✓');
    expect(html.match(/<summary>Hint<\/summary>/g)).toHaveLength(2);
    expect(html).toContain('aria-label="Check of E05.4: 5 of 12 points"');
  });
  test("the first three failures are open, the others folded", async () => {
    const html = asHtml(await wrongSoftmax());
    expect(html.match(/<dl>/g)).toHaveLength(4);
    expect(html.match(/<summary>Show the call<\/summary><dl>/g)).toHaveLength(1);
    expect(asText(await wrongSoftmax())).toContain("4 facts fail; the first 3 are shown with their calls.");
  });
  test("there is no script, no id and no time in it", async () => {
    const html = asHtml(await wrongSoftmax());
    expect(html).not.toMatch(/<script|\bid=|\d ms\b|on\w+="/);
  });
});
