/** The examples in the doc comments of figures print, in a terminal, what they say. */
import { globSync, readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import * as termwise from "../../src/index.ts";

const folder = new URL("../../src/figures/", import.meta.url);
const documented = globSync("*.ts", { cwd: folder }).flatMap((file) => {
  const text = readFileSync(new URL(file, folder), "utf8");
  const functions = [...text.matchAll(/(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export function (\w+)/g)];
  return functions.map(([, comment = "", name]) => ({
    name,
    example: /@example\n([\s\S]+)$/.exec(comment)?.[1].replace(/^ \*(?: |$)/gm, ""),
  }));
});
const exported = documented.filter(({ name }) => name in termwise);

test("there are examples to run", () => {
  expect(exported.length).toBeGreaterThanOrEqual(13);
});

test.each(exported)("$name", ({ example }) => {
  expect(example).toBeDefined();
  const lines = (example ?? "").trimEnd().split("\n");
  const code = lines.filter((line) => !line.startsWith("//")).map((line) => line.replace(/ as const$/, ""));
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  new Function(
    "termwise",
    `const { ${exported.map((e) => e.name).join(", ")}, palette } = termwise;\n${code.join(";\n")}`,
  )(termwise);
  const printed = log.mock.calls.flat().join("\n");
  log.mockRestore();
  expect(printed).toBe(
    lines
      .filter((line) => line.startsWith("//"))
      .map((line) => line.slice(3))
      .join("\n"),
  );
});
