/** The examples in doc comments are run, and their output is what the comment says. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { inspect } from "node:util";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";

interface Documented {
  readonly name: string;
  readonly comment: string;
}

const folder = new URL("../src/", import.meta.url);
const others = /^(figures|backend\/(wasm|tfjs))\//; // their own tests hold these
const files = globSync("**/*.ts", { cwd: folder }).filter((file) => !others.test(file));
const declaration = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:const|function\*?|class) (\w+)/g;

/** Every exported function and class of the library's layers that is public. */
const documented: Documented[] = files.flatMap((file) => {
  const text = readFileSync(new URL(file, folder), "utf8");
  return [...text.matchAll(declaration)].map(([, comment, name]) => ({
    name,
    comment: comment.replaceAll(/^ ?\* ?/gm, ""),
  }));
});
const isPublic = ({ name }: Documented): boolean => name in T;

test("every public function says what it does and has an example", () => {
  // registerBackend is for backends; the record of tape.ts is not the public one
  const described = new Set(documented.filter(({ comment }) => /@example\n/.test(comment)).map(({ name }) => name));
  const exported = files
    .flatMap((file) => [...readFileSync(new URL(file, folder), "utf8").matchAll(/export (?:const|function\*?) (\w+)/g)])
    .map(([, name]) => name)
    .filter((name) => name in T && typeof Reflect.get(T, name) === "function");
  assert.deepEqual(
    exported.filter((name) => !described.has(name) && !["registerBackend", "record"].includes(name)),
    [],
  );
});

describe("the example gives what its comment says:", () => {
  for (const { name, comment } of documented.filter(isPublic)) {
    const example = /@example\n([\s\S]+?)\n*$/.exec(comment)?.[1];
    if (example !== undefined) test(name, () => T.withBackend("reference", () => runs(example)));
  }
});

/** Runs all lines; the value of the last one is compared with its comment, white space aside. */
function runs(example: string): void {
  const lines = example.trim().split("\n");
  const [code, expected = ""] = (lines.pop() ?? "").split("; // ");
  const body = [...lines, `return ${code}`].join("\n");
  const value: unknown = new Function(...Object.keys(T), body)(...Object.values(T));
  const text = typeof value === "string" ? value : value === undefined ? "" : inspect(value, { breakLength: Infinity });
  assert.equal(text.replaceAll(/\s+/g, " "), expected.trim());
}
