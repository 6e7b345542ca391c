/** What a reader sees of a cell that fails. */
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../../root.ts";
import { Kernel, type Run } from "./client.ts";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
}, 60_000);
afterAll(() => kernel?.stop());

const trace = ({ error }: Run): string => stripVTControlCharacters((error?.traceback ?? []).join("\n"));

test("an error has its name, its message and the reader's lines, in this cell and in earlier ones", async () => {
  const first = await kernel.run(
    "interface Unused { a: number }\n\nfunction deep(x: number): number {\n  // a comment\n  throw new RangeError('too deep: ' + x);\n}",
  );
  const count = first.reply.execution_count;
  const run = await kernel.run("type T = number;\n\ndeep(\n  2\n);");
  expect(run.reply).toMatchObject({ status: "error", ename: "RangeError", evalue: "too deep: 2" });
  expect(run.error).toMatchObject({ ename: "RangeError", evalue: "too deep: 2" });
  expect(trace(run).split("\n")).toEqual([
    "RangeError: too deep: 2",
    `    at cell [${count}], line 5: throw new RangeError('too deep: ' + x);`,
    `    at cell [${count + 1}], line 3: deep(`,
  ]);
  expect(run.stderr).toBe("");
});

test("no path of this machine and no file of Node, tslab or the kernel is named", async () => {
  const failing = [
    "(null as unknown as { x: number }).x",
    "JSON.parse('{')",
    "require('fs').readFileSync('/nowhere')",
    "await Promise.reject(new Error('late'))",
  ];
  for (const code of failing) {
    const run = await kernel.run(code);
    expect(run.error, code).toBeDefined();
    expect(trace(run)).not.toMatch(new RegExp(`${root}|node:|node_modules|evalmachine|tools/kernel`));
    expect(trace(run)).toMatch(/cell \[\d+\], line 1/);
  }
});

test("an error that a cell prints itself speaks of the same lines", async () => {
  const run = await kernel.run(
    "function inner(): void {\n  throw new Error('shown');\n}\ntry {\n  inner();\n} catch (error) {\n  console.log(error);\n}",
  );
  const count = run.reply.execution_count;
  expect(run.stdout).toBe(`Error: shown\n    at inner (cell [${count}]:2:9)\n    at cell [${count}]:5:3\n`);
});

test("a type error has the lines, the text and a mark; every one is told", async () => {
  const run = await kernel.run("const a: string = 1;\nconsole.log(\n  unknownName);");
  expect(run.error?.ename).toBe("TypeScript");
  expect(trace(run).split("\n")).toEqual([
    "line 1: Type 'number' is not assignable to type 'string'.",
    "    const a: string = 1;",
    "          ^",
    "line 3: Cannot find name 'unknownName'.",
    "      unknownName);",
    "      ^",
    "  hint: run the cell that defines unknownName, to its end: what a failed cell defined is lost",
  ]);
});

test("a syntax error is told with its line", async () => {
  expect(trace(await kernel.run("const ok = 1;\nconst x = ;"))).toContain("line 2: Expression expected.");
});

test("causes, several lines and things that are no errors are told", async () => {
  const caused = await kernel.run('throw new Error("outer\\n  got 1", { cause: new TypeError("inner") });');
  expect(trace(caused)).toMatch(/^Error: outer\n {2}got 1\n {4}at cell .*\ncaused by\nTypeError: inner\n/);
  expect((await kernel.run('throw "a text";')).error).toMatchObject({ ename: "Thrown", evalue: "a text" });
  expect((await kernel.run("throw { code: 3 };")).error).toMatchObject({ ename: "Thrown", evalue: "{ code: 3 }" });
  const own = await kernel.run(
    'class ShapeError extends Error { override name = "ShapeError"; }\nthrow new ShapeError("3 vs 4");',
  );
  expect(own.error).toMatchObject({ ename: "ShapeError", evalue: "3 vs 4" });
});

test("what was printed before the failure comes before it", async () => {
  const run = await kernel.run('console.log("before");\nconsole.error("a warning");\nthrow new Error("then");');
  expect(run.published.map((m) => (m.type === "stream" ? m.content.text : m.type))).toEqual([
    "status",
    "execute_input",
    "before\n",
    "a warning\n",
    "error",
    "status",
  ]);
});

test("the stock kernel tells Jupyter nothing of an error", async () => {
  const stock = await Kernel.start({ stock: true });
  const run = await stock.run('throw new Error("lost");');
  stock.stop();
  expect(run.reply.status).toBe("error");
  expect(run.reply.ename).toBeUndefined();
  expect(run.error).toBeUndefined();
});

test("a name of the library that was not imported is told from one that no cell has defined", async () => {
  const forgotten = trace(await kernel.run("tensor([1, 2])"));
  expect(forgotten).toContain('hint: import { tensor } from "termwise";');
  expect(forgotten).not.toContain("Did you mean");
  expect(trace(await kernel.run("nowhere + 1"))).toContain("hint: run the cell that defines nowhere, to its end");
});

test("adding tensors with + names the method, and no folder", async () => {
  const seen = trace(await kernel.run('import { ones } from "termwise";\nones([2]) + ones([2])'));
  expect(seen).toContain("Operator '+' cannot be applied to types 'Tensor' and 'Tensor'.");
  expect(seen).toContain("write a.add(b)");
});
