/** `npm run check -- E05.4`: makes the answer's file once, checks it in its own process, and says what it found. */
import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { root } from "./help.ts";

mkdirSync(join(root, "build"), { recursive: true });
const folder = mkdtempSync(join(root, "build/check-command-")); // inside the checkout: answers import the library
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});
afterAll(() => rmSync(folder, { recursive: true }));

const env = { ...process.env, TERMWISE_WORK: relative(root, folder), FORCE_COLOR: "", NO_COLOR: "", NODE_OPTIONS: "" };
const start = (...args: string[]): ChildProcess => {
  const child = spawn(process.execPath, ["tools/check.ts", ...args], { cwd: root, env });
  children.push(child);
  return child;
};
interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
const command = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = start(...args);
    let [out, err] = ["", ""];
    child.stdout!.on("data", (text) => (out += text));
    child.stderr!.on("data", (text) => (err += text));
    child.on("close", (code) => resolve({ code, out, err }));
  });
const file = (slug: string): string => join(folder, "exercises", slug, "answer.ts");
const write = (slug: string, source: string): void => {
  mkdirSync(dirname(file(slug)), { recursive: true });
  writeFileSync(file(slug), source);
};
const solution = (slug: string): string => readFileSync(join(root, "solutions", `${slug}.ts`), "utf8");

describe("the first check", () => {
  test("makes the file from the stub, says where, and exits with 0; the next leaves it alone", async () => {
    const first = await command("E02.1");
    expect(first).toMatchObject({ code: 0 });
    expect(first.err).toMatch(
      /^made build\/check-command-\w+\/exercises\/ch02\/broadcastShapes\/answer\.ts from the stub/,
    );
    expect(first.out).toContain("Not started yet: the answer is still the stub.");
    appendFileSync(file("ch02/broadcastShapes"), "// mine\n");
    const second = await command("broadcastShapes");
    expect(second.err).toBe("");
    expect(readFileSync(file("ch02/broadcastShapes"), "utf8")).toContain("// mine");
  });
});

describe("what it says", () => {
  test("a right answer has all points, and what it printed is shown", async () => {
    write(
      "ch05/softmaxAxis",
      solution("ch05/softmaxAxis").replace("  const e =", '  console.log("\\u001b[31mhere");\n  const e ='),
    );
    const { out, code } = await command("E05.4", "--strict");
    expect(code).toBe(0);
    expect(out).toContain("12 of 12 points");
    expect(out).toMatch(/your code printed\n {2}�\[31mhere\n/);
    expect(out).toMatch(/… and \d+ lines more/);
    expect(out).not.toContain("\u001b[");
  });
  test("a wrong answer is named and still exits with 0, or with 1 when asked to be strict", async () => {
    write("ch05/softmaxAxis", solution("ch05/softmaxAxis").replace("y.mul(g.sub(inner))", "g.mul(y.sub(y.mul(y)))"));
    const { out, code } = await command("ch05");
    expect(code).toBe(0);
    expect(out).toContain("treats the Jacobian as diagonal");
    expect((await command("ch05", "--strict")).code).toBe(1);
  });
  test("with --json each report is one line of JSON", async () => {
    const { out } = await command("ch05", "--json");
    const reports = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)); // one for each exercise that was begun
    expect(reports.find(({ id }) => id === "E05.4")).toMatchObject({ schema: "termwise/report/1", score: 7 });
  });
  test("--help, --list, an unknown exercise and an unknown option say what there is", async () => {
    expect((await command("--help")).out).toContain("npm run check -- ch05 --watch");
    expect((await command("--list")).out).toContain("E08.3  ch08/trainLoop");
    const unknown = await command("E99.1");
    expect(unknown).toMatchObject({ code: 2, out: "" });
    expect(unknown.err).toContain("There is no exercise E99.1. There are:\n  E01.1");
    expect(await command("--fast")).toMatchObject({ code: 2 });
  });
});

test("--watch checks again when the answer is saved", async () => {
  write("ch07/broadcastVjp", readFileSync(join(root, "exercises/ch07/broadcastVjp/stub.ts"), "utf8"));
  const child = start("E07.4", "--watch");
  let out = "";
  child.stdout!.on("data", (text) => (out += text));
  const until = async (what: string): Promise<void> => {
    for (let n = 0; n < 400 && !out.includes(what); n++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(out).toContain(what);
  };
  await until("watching");
  expect(out).toContain("0 of 12 points");
  write("ch07/broadcastVjp", solution("ch07/broadcastVjp"));
  await until("12 of 12 points");
  child.kill("SIGINT");
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
  expect(existsSync(file("ch07/broadcastVjp"))).toBe(true);
}, 60_000);
