/** What a cell can say in our kernel, and where the stock kernel fails. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { Kernel } from "./client.ts";

let ours: Kernel;
let stock: Kernel;
beforeAll(async () => {
  [ours, stock] = await Promise.all([Kernel.start(), Kernel.start({ stock: true })]);
}, 60_000);
afterAll(() => {
  for (const kernel of [ours, stock]) kernel?.stop();
});

const prints = async (kernel: Kernel, code: string): Promise<string> => (await kernel.run(code)).stdout.trim();
const both = (code: string): Promise<unknown> => Promise.all([ours.run(code), stock.run(code)]);
const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 250)); // stock skips what comes earlier

test("a name of an earlier cell can be written in shorthand; the stock kernel does not find it", async () => {
  await both("const lr = 3; let rate = 4; class Net { w = 1 }");
  expect(await prints(ours, "JSON.stringify({ lr, deep: [{ rate }] })")).toBe('{"lr":3,"deep":[{"rate":4}]}');
  expect((await stock.run("console.log({ lr })")).stderr).toContain("lr is not defined");
  await settled();
  expect(await prints(ours, "new ({ Net }.Net)().w")).toBe("1");
});

test("a local name in shorthand stays local", async () => {
  await ours.run("const shadowed = 1;");
  expect(await prints(ours, "((shadowed: number) => ({ shadowed }).shadowed)(2)")).toBe("2");
});

test("an earlier let can be assigned by destructuring in shorthand, with a default", async () => {
  await ours.run("let left = 1, right = 2;");
  await ours.run("({ left, right = 9 } = { left: 5 } as { left: number; right?: number });");
  expect(await prints(ours, "[left, right].join()")).toBe("5,9");
});

test("a property of an earlier object can be destructured under a new name; the stock kernel makes a syntax error", async () => {
  await both("const point = { px: 1, py: { deep: 2 } };");
  expect(await prints(ours, "const { px: first, py: { deep: second } } = point; first + second")).toBe("3");
  expect((await stock.run("const { px: first } = point; first")).stderr).toContain("SyntaxError");
  await settled();
  expect(await prints(ours, "(({ px: other }: typeof point) => other)(point)")).toBe("1");
  expect(await prints(ours, "const typed: typeof point = { px: 7, py: { deep: 8 } }; typed.px")).toBe("7");
});

test("methods, labels, enums and types of earlier cells keep their names", async () => {
  await ours.run("enum Colour { red } class Base { greet() { return 'base'; } } interface Box { size: number }");
  const code =
    "class Sub extends Base { greet() { return 'sub ' + super.greet(); } }\nconst box: Box = { size: Colour.red };\nnew Sub().greet() + ' ' + box.size";
  expect(await prints(ours, code)).toBe("sub base 0");
});

test("for await works at the top level; in the stock kernel it is a syntax error", async () => {
  await both("async function* count() { yield 1; yield 2; }");
  const code = "for await (const n of count()) console.log(n);";
  expect(await prints(ours, code)).toBe("1\n2");
  expect((await stock.run(code)).stderr).toContain("SyntaxError");
  await settled();
});

test("a top-level let is written in a loop without the stock kernel's price", async () => {
  const code =
    "let total = 0; const began = performance.now(); for (let i = 0; i < 200_000; i++) total += i; performance.now() - began";
  const fast = Math.min(...(await Promise.all([prints(ours, code)])).map(Number), Number(await prints(ours, code)));
  const slow = Number(await prints(stock, code));
  expect(slow / fast).toBeGreaterThan(4);
});

test("types are strict: a missing type and a possible null are errors; the stock kernel lets both pass", async () => {
  const code = "const first = (list) => list;\nlet nothing: string | null = null as string | null;\nnothing.length;";
  const { error } = await ours.run(code);
  expect(error?.traceback.join("\n")).toMatch(/line 1: Parameter 'list' implicitly has an 'any' type/);
  expect(error?.traceback.join("\n")).toMatch(/line 3: 'nothing' is possibly 'null'/);
  expect((await stock.run(code)).stderr).not.toContain("implicitly");
  await settled();
});

test("the kernel's TypeScript is 5.0.4, highlighted as TypeScript", async () => {
  const { reply } = await ours.request("kernel_info_request", {});
  expect(reply.language_info).toEqual({
    name: "typescript",
    version: "5.0.4",
    mimetype: "text/typescript",
    file_extension: ".ts",
    codemirror_mode: "typescript",
  });
});
