/** The suite of the library again, with arrays that move before every operation, with hardly any room, with relaxed SIMD. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { root } from "../../../tools/root.ts";

const vitest = join(root, "node_modules/vitest/vitest.mjs");

for (const options of [{ torture: true }, { nursery: 1 }, { relaxed: true }]) {
  test(`the suite passes with ${JSON.stringify(options)}`, () => {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST"));
    const env = { ...Object.fromEntries(inherited), TERMWISE_WASM: JSON.stringify(options), NO_COLOR: "1" };
    const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, "run", "--project", "fast", "lib/test"], {
      cwd: root,
      env,
      encoding: "utf8",
    });
    expect(status, `${stdout}\n${stderr}`.slice(-6000)).toBe(0);
    expect(Number(/Tests\s+(\d+) passed/.exec(stdout)?.[1])).toBeGreaterThan(500);
  });
}
