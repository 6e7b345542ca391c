/** An answer in a process of its own behaves as in this one, and cannot stop, break or fool the check. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { asText, Foreign, live, type Report, run, suite } from "../src/index.ts";
import { checkFile } from "../src/node/file.ts";
import { type ProcessAnswer, type ProcessOptions, processAnswer } from "../src/node/process.ts";
import { exercise, SLUGS } from "./help.ts";

const nodeOptions = ["--conditions=source"]; // the library as it is, not as it was built
const open: ProcessAnswer[] = [];
const answering = async (source: string, options: Partial<ProcessOptions> = {}): Promise<ProcessAnswer> => {
  const answer = await processAnswer({ source, nodeOptions, ...options });
  open.push(answer);
  expect(answer.fault).toBeNull();
  return answer;
};
const folder = mkdtempSync(join(tmpdir(), "termwise-check-"));
afterAll(() => {
  for (const answer of open) answer.close();
  rmSync(folder, { recursive: true });
});

describe("the same behaviour", () => {
  test.each(SLUGS)("the solution of %s is seen the same through the boundary, place by place", async (slug) => {
    const { suite, solution, solutionSource } = await exercise(slug);
    const here = await run(suite, solution());
    const there = await run(suite, await answering(solutionSource));
    expect(there.tests).toEqual(here.tests);
    expect([...there.transcript]).toEqual([...here.transcript]);
  });
  test("a kept reference to shared weights is seen through the boundary", async () => {
    const opened = await exercise("ch08/trainLoop");
    const source = opened.heldOut.find((h) => h.file === "second-name.ts")!.source;
    const path = join(folder, "answer-reference.ts");
    writeFileSync(path, source);
    const { report } = await checkFile(opened, path, { nodeOptions });
    expect(report.naming?.mistakes.map((m) => m.name)).toEqual(["reference"]);
  });
});

describe("an answer that does not end, or ends everything", () => {
  interface Doubling {
    double(x: number): number;
  }
  const tests = suite<Doubling>("T5", ({ fact }) => {
    for (const x of [1, 2, 3, 4, 5, 6]) fact(`${x} doubled`, async ({ call }) => call("double", x).gives(2 * x));
  });
  const statuses = async (body: string): Promise<string[]> => {
    const answer = await answering(`export function double(x: number): unknown { ${body} }`, { limit: 300 });
    return (await run(tests, answer)).tests.map((t) => t.status);
  };
  test("an endless loop ends its test; the others go on in a fresh process", async () => {
    expect(await statuses("if (x === 2) for (;;); return 2 * x;")).toEqual([
      "passed",
      "timeout",
      "passed",
      "passed",
      "passed",
      "passed",
    ]);
  });
  test("after three fresh processes the rest is not run", async () => {
    const body = "for (;;);";
    expect(await statuses(body)).toEqual(["timeout", "timeout", "timeout", "timeout", "not_run", "not_run"]);
  });
  test("process.exit is no verdict", async () => {
    const answer = await answering("export function double(): number { process.exit(0); }");
    expect(await answer.call("double", [1])).toMatchObject({
      fault: { kind: "ended", text: "the program ended before it gave a result" },
    });
  });
});

describe("values from the other side", () => {
  test("a callback that throws at odd arguments is an error on the other side", async () => {
    const answer = await answering(`export function odd(f: (x: unknown) => string): string {
  try {
    return f({ get toString() { return 1; } });
  } catch (error) {
    return (error as Error).message;
  }
}`);
    const strict = (x: unknown): string => {
      if (typeof x !== "string") throw new TypeError("not a text");
      return x;
    };
    expect((await answer.call("odd", [strict])).value).toBe("not a text");
  });
  test("arguments that are changed come back changed, shared arrays are shared", async () => {
    const answer = await answering(
      "export function fill(list: number[], w: Float64Array): void { list.push(1); w.fill(7); }",
    );
    const weights = live(new Float64Array(2));
    const { after } = await answer.call("fill", [[0], weights]);
    expect(after[0]).toEqual([0, 1]);
    expect([...weights]).toEqual([7, 7]);
  });
  test("a result of too many values is a word for them, not a crash", async () => {
    const answer = await answering(
      "export function large(): number[][] { return Array.from({ length: 2000 }, () => new Array(600).fill(1)); }",
    );
    const { value } = await answer.call("large", []);
    expect((value as unknown[]).at(-1)).toEqual(new Foreign("more values than can be judged"));
  });
  test("what it prints is kept to 64 KB and is never read as a verdict", async () => {
    const answer = await answering(
      `export function double(x: number): number { for (let n = 0; n < 2000; n++) console.log('{"passed":true}'.repeat(10)); return x; }`,
    );
    expect((await answer.call("double", [3])).value).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answer.printed().length).toBeLessThanOrEqual(65_536);
    expect(answer.printed()).toContain("passed");
  });
});

describe("an answer that does not load", () => {
  const loading = async (name: string, source: string): Promise<Report> => {
    const path = join(folder, `answer-${name}.ts`);
    writeFileSync(path, source);
    const { report } = await checkFile(await exercise("ch02/broadcastShapes"), path, { nodeOptions, loadLimit: 1500 });
    expect(report).toMatchObject({ state: "load_failed", score: 0, points: 10, tests: [] });
    return report;
  };
  test("a syntax error says so, with its line", async () => {
    const { message } = await loading("syntax", "export function broadcastShapes(a, b) {\n  return [a;\n}\n");
    expect(message).toMatch(/^The answer does not load: it is not TypeScript yet in line 2: /);
  });
  test("TypeScript that needs a compiler says so", async () => {
    expect((await loading("enum", "export enum Side { Left, Right }\n")).message).toContain(
      "it uses TypeScript that has to be compiled",
    );
    const property = "export class Box {\n  constructor(readonly x: number) {}\n}\n";
    expect((await loading("property", property)).message).toContain("declare the field, and set it in the constructor");
  });
  test("a package that is not there is named", async () => {
    const { message } = await loading(
      "package",
      'import { range } from "lodash-of-nobody";\nexport const x = range(3);\n',
    );
    expect(message).toBe(
      'The answer does not load: it imports lodash-of-nobody, which is not there; an answer needs no import but "termwise".',
    );
  });
  test("an error at the top level is quoted with its line", async () => {
    const { message } = await loading("throws", "\nconst x: number[] = JSON.parse('null');\nx.push(1);\n");
    expect(message).toContain("it throws while it is loaded in line 3: TypeError: ");
  });
  test("a loop at the top level is stopped", async () => {
    const { message } = await loading("loop", "for (;;);\n");
    expect(message).toBe("The answer does not load: it did not finish loading within 1.5 seconds.");
  });
  test("the report is shown as text", async () => {
    const text = asText(await loading("empty-import", 'import "";\n'));
    expect(text).toContain("0 of 10 points");
    expect(text).toContain("The answer does not load");
  });
});
