import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { root } from "../root.ts";
import { stripsTypes } from "../setup/node.mjs";
import { environment } from "../setup/paths.mjs";
import { temporary, write } from "./fakes.ts";

/** Runs a program the way npm scripts do, with another Python project's settings in the environment. */
const run = (...args: readonly string[]) =>
  spawnSync("node", [join(root, "tools", "run.mjs"), ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PYTHONPATH: "/theirs" },
  });

describe("tools/run.mjs", () => {
  it("runs a TypeScript file on a Node that can, with the environment first on PATH", () => {
    const file = write(
      join(temporary(), "say.ts"),
      "const said: string[] = [process.version, process.env.PATH ?? '', process.env.PYTHONPATH ?? 'none', ...process.argv.slice(2)];\nconsole.log(JSON.stringify(said));\n",
    );
    const [version, path, pythonPath, ...args] = JSON.parse(run(file, "--flag", "a b").stdout);
    expect(stripsTypes(version)).toBe(true);
    expect(path.startsWith(environment().bin)).toBe(true);
    expect(pythonPath).toBe("none");
    expect(args).toEqual(["--flag", "a b"]);
  });

  it("runs Python files and commands, and passes on how they ended", () => {
    const file = write(join(temporary(), "end.py"), "import sys\nprint(sys.prefix)\nsys.exit(7)\n");
    const { stdout, status } = run(file);
    expect([stdout.trim(), status]).toEqual([environment().prefix, 7]);
    expect(run("sh", "-c", "exit 9").status).toBe(9);
  });

  it("says how it is used when it is told nothing", () => {
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining("usage: node tools/run.mjs") });
  });
});
