import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { root } from "../root.ts";

const run = (program: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [program, ...args], { cwd: root, encoding: "utf8" });

describe.each(["tools/update.ts", "tools/doctor.ts", "tools/author.ts", "tools/bench/main.ts"])("%s", (program) => {
  test("says what it is for and does nothing when asked for help", () => {
    const { status, stdout } = run(program, "--help");
    expect(stdout).toMatch(/^npm run \w+/);
    expect(status).toBe(0);
  });

  test("refuses an option that it does not know, and names it", () => {
    const { status, stderr } = run(program, "--nope");
    expect(stderr).toContain("Unknown: --nope");
    expect(status).toBe(2);
  });
});
