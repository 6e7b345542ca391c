/** The short benchmark run, as continuous integration sees it; it compares with the libraries that are installed here. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { root } from "../root.ts";

const node = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, args[0]), ...args.slice(1)], { cwd: root, encoding: "utf8" });

beforeAll(() => {
  const { status, stderr } = node("tools/build.ts");
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

it("finds no figure far below the one on record, and says what it looked at", () => {
  const { status, stdout } = node("tools/bench/main.ts", "--smoke");
  expect(stdout).toMatch(/matmul 256 × 256 +default +\d+ %/);
  expect(stdout).toMatch(/one addition of 4 numbers +relaxed +· +\d+\.\d{3}/);
  expect(stdout).toMatch(/bench: \d+ passed, 0 failed/);
  expect(status).toBe(0);
});

it("times a row that is asked for and leaves the figures on record alone", () => {
  const { status, stdout } = node("tools/bench/main.ts", "--only", "add-forward");
  expect(status).toBe(0);
  expect(stdout).toMatch(/one addition of 4 numbers +default/);
  expect(stdout).not.toMatch(/matmul|written/);
});
