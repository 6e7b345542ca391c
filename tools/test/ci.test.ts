import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { root } from "../root.ts";
import { programs, temporary } from "./fakes.ts";

/** Runs .ci/run where npm and node are these shell scripts, and what it would install is there already. */
const run = (npm: string, node: string) => {
  const folder = temporary();
  mkdirSync(join(folder, ".ci"));
  copyFileSync(join(root, ".ci", "run"), join(folder, ".ci", "run"));
  const PATH = [programs({ npm, node, chromium: "", bwrap: "" }), process.env.PATH].join(delimiter);
  const { stdout, status } = spawnSync("bash", [join(folder, ".ci", "run")], {
    encoding: "utf8",
    env: { ...process.env, PATH },
  });
  return { stdout, status, last: stdout.trim().split("\n").at(-1) };
};

it(".ci/run adds the tests of all steps, and a step without tests counts as one", () => {
  const { last, status, stdout } = run(
    'if [ "$1" = test ]; then echo "40 passed, 0 failed"; fi',
    'echo "5 passed, 0 failed"',
  );
  const steps = stdout.match(/^=== /gm)?.length ?? 0;
  expect(last).toBe(`${40 + 5 + steps - 2} passed, 0 failed`);
  expect(status).toBe(0);
});

it(".ci/run goes on after a failure, counts it and ends with it", () => {
  const { last, status, stdout } = run(
    'if [ "$1" = test ]; then echo "40 passed, 2 failed"; exit 1; fi',
    'echo "5 passed, 0 failed"',
  );
  expect(last).toMatch(/^\d+ passed, 2 failed$/);
  expect(status).toBe(1);
  expect(stdout).toMatch(/npm test\s+\d+ s\s+40\s+2\s+FAILED/);
  expect(stdout).toContain("=== browsers");
});

it(".ci/run believes an exit code more than a closing line", () => {
  const { last, status } = run('echo "7 passed, 0 failed"; exit 3', 'echo "5 passed, 0 failed"');
  expect(last).toMatch(/passed, [1-9]\d* failed$/);
  expect(status).toBe(1);
});

it(".ci/run counts failures even where the exit code says success", () => {
  const { last, status } = run('if [ "$1" = test ]; then echo "7 passed, 1 failed"; fi', "true");
  expect(last).toMatch(/passed, 1 failed$/);
  expect(status).toBe(1);
});
